// The KPIs that marketing answers for, and the costs of all departments.
import { multiply } from '../fraction.js';
import * as measures from './measures.js';
import {
  between,
  common,
  n,
  pace,
  percent,
  points,
  quarters,
  readers,
  score,
  spend,
  towards,
  upTo,
  zero,
  type Plan,
} from './plan.js';

const paidSearch = ['16', '18', '20', '28', '20', '22', '22', '32'];
const paidSocial = ['10', '14', '12', '18', '14', '20', '14', '22'];

export const marketingPlans: readonly Plan[] = [
  {
    ...common,
    kpi: 'cac_fy27',
    goal: 'efficient_growth',
    weight: 2,
    up: false,
    measure: measures.costToWin,
    aim: towards(n('80'), quarters('74', '72', '70', '66', '62', '60', '58', '55'), '1.2'),
    ...score('0.95', '0.85'),
    guardrails: [{ kpi: 'nps_fy27', atLeast: null }],
    fresh: [spend],
  },
  {
    ...common,
    kpi: 'cpl_fy27',
    goal: 'efficient_growth',
    up: false,
    measure: measures.costOfLead,
    aim: towards(n('15'), quarters('11.50', '11', '11', '8', '10', '10', '10', '7')),
    ...score('0.95', '0.8'),
    fresh: [spend],
  },
  {
    ...common,
    kpi: 'qualified_leads_fy27',
    goal: 'more_leads',
    weight: 3,
    measure: measures.qualifiedLeads,
    aim: towards(zero, quarters('30', '38', '36', '50', '36', '52', '44', '58')),
    pacing: { kind: 'linear' },
    ...pace('0.95', '0.85'),
    guardrails: [{ kpi: 'win_rate_fy27', atLeast: null }],
  },
  {
    ...common,
    kpi: 'paid_leads_fy27',
    goal: 'more_leads',
    measure: measures.paidLeads,
    groups: ['paid_search', 'paid_social'],
    aim: (known, period, asOf, group) => {
      const both = paidSearch.map((target, i) => String(Number(target) + Number(paidSocial[i])));
      const targets = group === null ? both : group === 'paid_search' ? paidSearch : paidSocial;
      return towards(zero, quarters(...targets))(known, period, asOf, group);
    },
    pacing: { kind: 'working days' },
    adds: true,
    ...pace('0.95', '0.85'),
    guardrails: [{ kpi: 'cpl_fy27', atLeast: 'at_risk' }],
  },
  {
    ...common,
    kpi: 'newsletter_fy27',
    goal: 'more_leads',
    measure: measures.readersWon,
    aim: towards(zero, quarters('60', '70', '50', '120', '60', '80', '60', '130')),
    pacing: {
      kind: 'steps',
      points: points(['0', '0'], ['0.25', '0.1'], ['0.5', '0.35'], ['0.75', '0.65'], ['1', '1']),
    },
    adds: true,
    ...pace('0.95', '0.8'),
    guardrails: [{ kpi: 'conversion_fy27', atLeast: null }],
    fresh: [readers],
  },
  {
    ...common,
    kpi: 'conversion_fy27',
    goal: 'better_shop',
    measure: measures.visitConversion,
    aim: () => ({
      kind: 'curve',
      curve: points(['0.01', '0'], ['0.02', '0.5'], ['0.03', '1'], ['0.04', '1.2']),
    }),
    ...score('0.9', '0.6'),
  },
  {
    ...common,
    kpi: 'ad_budget_fy27',
    goal: 'agreed_spending',
    measure: () => null,
    valueIn: (known, period, asOf) => measures.marketingBudgetUsed(known, period, period, asOf),
    aim: between(percent('50'), percent('70'), percent('20')),
    ...score('0.9', '0.5'),
  },
  {
    ...common,
    kpi: 'ad_cap_daily',
    goal: 'agreed_spending',
    every: 'day',
    up: false,
    measure: measures.adCost,
    aim: upTo(n('15'), n('20')),
    basis: 'value',
    onTrack: n('15'),
    atRisk: n('18'),
    fresh: [spend],
  },
  {
    ...common,
    kpi: 'costs_fy27',
    goal: 'agreed_spending',
    up: false,
    measure: measures.departmentCosts,
    groups: ['marketing', 'sales', 'support'],
    aim: (known, period, _asOf, group) => {
      const budget = measures.budgetOf(known, period, group);
      return { kind: 'limit', atMost: true, bound: budget, worst: multiply(budget, n('1.2')), curve: null };
    },
    ...score('0.95', '0.85'),
  },
];
