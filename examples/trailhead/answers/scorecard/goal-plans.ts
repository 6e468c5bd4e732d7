// The goals above the KPIs, and what reaching them pays.
import type { Fraction } from '../fraction.js';
import { n, points, type Points, type Status } from './plan.js';

export interface GoalPlan {
  readonly goal: string;
  readonly parent: string | null;
  readonly weight: number;
  readonly status: 'worst' | 'from_score';
  readonly missing: 'renormalise' | 'zero' | 'strict';
  readonly onTrack: Fraction;
  readonly atRisk: Fraction;
}

function goal(name: string, parent: string | null, how: GoalPlan['status'], more: Partial<GoalPlan> = {}): GoalPlan {
  const bands = { onTrack: n('0.95'), atRisk: n('0.85') };
  return { goal: name, parent, weight: 1, status: how, missing: 'renormalise', ...bands, ...more };
}

export const goalPlans: readonly GoalPlan[] = [
  goal('company', null, 'from_score'),
  goal('more_sales', 'company', 'worst', { weight: 2 }),
  goal('bigger_orders', 'more_sales', 'from_score'),
  goal('full_pipeline', 'more_sales', 'worst'),
  goal('in_stock', 'more_sales', 'worst'),
  goal('efficient_growth', 'company', 'worst', { weight: 2 }),
  goal('more_leads', 'efficient_growth', 'worst', { missing: 'zero' }),
  goal('better_shop', 'efficient_growth', 'worst'),
  goal('agreed_spending', 'efficient_growth', 'worst'),
  goal('happy_customers', 'company', 'from_score', { missing: 'strict' }),
  goal('good_service', 'happy_customers', 'from_score', { onTrack: n('0.9'), atRisk: n('0.75') }),
  goal('loyal_customers', 'happy_customers', 'worst'),
];

export interface PayPlan {
  readonly incentive: string;
  readonly parts: readonly { readonly name: string; readonly weight: Fraction }[];
  readonly amount: Fraction;
  readonly curve: Points;
  readonly gate: { readonly kpi: string; readonly atLeast: Status } | null;
  readonly cap: Fraction | null;
}

export const payPlans: readonly PayPlan[] = [
  {
    incentive: 'sales_bonus',
    parts: [
      { name: 'revenue_fy27', weight: n('2') },
      { name: 'orders_monthly', weight: n('1') },
      { name: 'company', weight: n('3') },
    ],
    amount: n('2000'),
    curve: points(['0.8', '0'], ['0.8', '0.5'], ['1', '1'], ['1.2', '1.5']),
    gate: { kpi: 'nps_fy27', atLeast: 'at_risk' },
    cap: n('3000'),
  },
  {
    incentive: 'marketing_bonus',
    parts: [
      { name: 'qualified_leads_fy27', weight: n('2') },
      { name: 'cac_fy27', weight: n('2') },
      { name: 'company', weight: n('2') },
    ],
    amount: n('1500'),
    curve: [],
    gate: { kpi: 'win_rate_fy27', atLeast: 'at_risk' },
    cap: null,
  },
  {
    incentive: 'support_bonus',
    parts: [
      { name: 'happy_customers', weight: n('0.7') },
      { name: 'company', weight: n('0.3') },
    ],
    amount: n('1200'),
    curve: points(['0.5', '0'], ['1', '1']),
    gate: null,
    cap: n('1200'),
  },
];
