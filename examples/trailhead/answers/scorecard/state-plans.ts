// The KPIs about states and cohorts: stock, buyers who come again, members of the club.
import { multiply } from '../fraction.js';
import { monthsBefore } from './calendar.js';
import * as measures from './measures.js';
import { between, common, n, orders, pace, score, stock, towards, zero, type Plan } from './plan.js';

export const statePlans: readonly Plan[] = [
  {
    ...common,
    kpi: 'stock_fy27',
    goal: 'in_stock',
    every: 'month',
    measure: measures.unitsInStock,
    aim: between(n('2600'), n('3600'), n('400')),
    ...score('0.9', '0.5'),
    fresh: [stock],
  },
  {
    ...common,
    kpi: 'repeat_fy27',
    goal: 'loyal_customers',
    every: 'fiscal_year',
    measure: measures.repeatRate,
    aim: (known, period, asOf) => {
      const before = measures.repeatRate(known, monthsBefore(period, 12), asOf, null);
      return {
        kind: 'target',
        baseline: n('0.4'),
        target: before === null ? null : multiply(before, n('1.05')),
        cap: n('1'),
      };
    },
    ...score('0.9', '0.6'),
    fresh: [orders],
  },
  {
    ...common,
    kpi: 'club_fy27',
    goal: 'loyal_customers',
    every: 'fiscal_year',
    measure: measures.members,
    aim: (known, period, asOf, group) => ({
      ...towards(zero, { FY2026: '32', FY2027: '34' })(known, period, asOf, group),
      baseline: measures.members(known, monthsBefore(period, 12), asOf, null),
    }),
    pacing: { kind: 'linear' },
    adds: true,
    ...pace('0.95', '0.7'),
    guardrails: [{ kpi: 'repeat_fy27', atLeast: null }],
  },
];
