// The KPIs that sales answers for.
import { multiply } from '../fraction.js';
import { monthsBefore } from './calendar.js';
import * as measures from './measures.js';
import {
  between,
  common,
  months,
  n,
  orders,
  pace,
  percent,
  points,
  quarters,
  score,
  sumOf,
  towards,
  upTo,
  zero,
  type Plan,
} from './plan.js';

export const salesPlans: readonly Plan[] = [
  {
    ...common,
    kpi: 'revenue_fy27',
    goal: 'more_sales',
    measure: measures.revenue,
    groups: ['DE', 'GB', 'JP', 'US'],
    aim: (known, { label }, _asOf, group) => ({
      kind: 'target',
      baseline: zero,
      target: sumOf(
        known.revenueTargets
          .filter((row) => row.quarter === label && (group === null || row.country === group))
          .map((row) => row.target),
      ),
      cap: n('1'),
    }),
    pacing: { kind: 'working days without holidays' },
    adds: true,
    ...pace('0.95', '0.85'),
    guardrails: [
      { kpi: 'refunds_fy27', atLeast: 'at_risk' },
      { kpi: 'nps_fy27', atLeast: null },
    ],
    fresh: [orders],
  },
  {
    ...common,
    kpi: 'orders_monthly',
    goal: 'more_sales',
    every: 'month',
    measure: measures.consumerOrders,
    aim: towards(zero, months('20 20 22 22 22 20 18 20 22 32 32 22', '24 24 25 28 30 24 21 24 26 38 38 26')),
    pacing: { kind: 'linear' },
    adds: true,
    basis: 'forecast',
    onTrack: n('28'),
    atRisk: n('24'),
    guardrails: [
      { kpi: 'cancellations_fy27', atLeast: null },
      { kpi: 'satisfaction_fy27', atLeast: null },
    ],
    fresh: [orders],
  },
  {
    ...common,
    kpi: 'aov_fy27',
    goal: 'bigger_orders',
    weight: 2,
    measure: measures.averageOrder,
    aim: towards(n('400'), quarters('430', '450', '460', '480', '470', '480', '490', '510'), '1.5'),
    ...score('0.95', '0.85'),
    fresh: [orders],
  },
  {
    ...common,
    kpi: 'discounts_fy27',
    goal: 'bigger_orders',
    measure: measures.couponRate,
    aim: between(percent('0.5'), percent('1.5'), percent('1')),
    ...score('0.9', '0.5'),
    fresh: [orders],
  },
  {
    ...common,
    kpi: 'won_fy27',
    goal: 'full_pipeline',
    measure: measures.wonAmount,
    aim: (known, period, asOf) => {
      const before = measures.wonAmount(known, monthsBefore(period, 12), asOf, null);
      return {
        kind: 'target',
        baseline: zero,
        target: before === null ? null : multiply(before, n('1.1')),
        cap: n('1'),
      };
    },
    pacing: { kind: 'like prior year' },
    adds: true,
    ...pace('0.95', '0.8'),
    guardrails: [{ kpi: 'win_rate_fy27', atLeast: null }],
  },
  {
    ...common,
    kpi: 'win_rate_fy27',
    goal: 'full_pipeline',
    measure: measures.winRate,
    aim: towards(n('0.4'), quarters('0.65', '0.65', '0.65', '0.65', '0.7', '0.7', '0.7', '0.7')),
    ...score('0.9', '0.6'),
  },
  {
    ...common,
    kpi: 'refunds_fy27',
    goal: 'happy_customers',
    up: false,
    measure: measures.refundRate,
    aim: () => ({
      kind: 'limit',
      atMost: true,
      bound: n('0.05'),
      worst: null,
      curve: points(['0', '1'], ['0.05', '1'], ['0.1', '0']),
    }),
    ...score('1', '0.5'),
    fresh: [orders],
  },
  {
    ...common,
    kpi: 'cancellations_fy27',
    goal: 'happy_customers',
    up: false,
    measure: measures.cancellationRate,
    aim: upTo(percent('4'), percent('12')),
    basis: 'value',
    onTrack: percent('4'),
    atRisk: percent('6'),
    fresh: [orders],
  },
];
