// The KPIs that the support desk answers for.
import * as measures from './measures.js';
import { common, n, pace, percent, score, towards, upTo, type Plan } from './plan.js';

export const supportPlans: readonly Plan[] = [
  {
    ...common,
    kpi: 'nps_fy27',
    goal: 'happy_customers',
    weight: 2,
    measure: measures.recommendation,
    aim: () => ({ kind: 'target', baseline: n('5'), target: n('25'), cap: n('1') }),
    ...score('0.9', '0.6'),
  },
  {
    ...common,
    kpi: 'reply_fy27',
    goal: 'good_service',
    every: 'month',
    up: false,
    measure: measures.replyTime,
    aim: upTo(n('60'), n('240')),
    ...score('1', '0.8'),
  },
  {
    ...common,
    kpi: 'longest_wait_weekly',
    goal: 'good_service',
    every: 'week',
    up: false,
    measure: measures.slowReply,
    // 8 and 24 hours, in minutes.
    aim: upTo(n('480'), n('1440')),
    ...score('0.95', '0.85'),
  },
  {
    ...common,
    kpi: 'reopened_fy27',
    goal: 'good_service',
    up: false,
    measure: measures.reopened,
    aim: upTo(percent('8'), percent('20')),
    ...score('0.9', '0.6'),
  },
  {
    ...common,
    kpi: 'satisfaction_fy27',
    goal: 'good_service',
    every: 'fiscal_year',
    measure: measures.satisfied,
    aim: towards(n('0.7'), { FY2026: '0.8', FY2027: '0.85' }),
    pacing: { kind: 'linear' },
    ...pace('0.95', '0.75'),
  },
];
