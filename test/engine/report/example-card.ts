// A scorecard of the example company that no engine has computed: every status and every kind of reading is in it once.
import { parseProject, type Graph, type Status } from '@sextant/parser';
import type {
  Figure,
  GoalReading,
  HistoryPoint,
  KpiReading,
  PacingReading,
  Scorecard,
  Standing,
} from '../../../packages/engine/src/status/scorecard.js';
import { exampleFiles } from './example-project.js';

export function exampleGraph(change: (text: string, path: string) => string = (text) => text): Graph {
  return parseProject(exampleFiles.map(({ path, text }) => ({ path, text: change(text, path) }))).value;
}

export const figure = (value: string | null, reason: Figure['reason'] = null): Figure => ({
  value,
  reason,
  approximate: false,
});

const QUARTERS = [
  'FY2025-Q3',
  'FY2025-Q4',
  'FY2026-Q1',
  'FY2026-Q2',
  'FY2026-Q3',
  'FY2026-Q4',
  'FY2027-Q1',
  'FY2027-Q2',
];
const MONTHS = [
  '2025-07',
  '2025-08',
  '2025-09',
  '2025-10',
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
];

/** The last period is open, unless it is said to be over. */
function history(
  labels: readonly string[],
  values: readonly (string | null)[],
  targets: readonly (string | null)[] | null,
  statuses: readonly Status[],
  over = false,
): readonly HistoryPoint[] {
  const shown = labels.slice(-values.length);
  return shown.map((label, i) => ({
    period: { label, start: '2026-05-01', end: '2026-08-01', complete: over || i < shown.length - 1 },
    value: figure(values[i] ?? null, values[i] === null ? 'no_rows' : null),
    target: targets === null ? null : figure(targets[i] ?? null, null),
    status: statuses[i] ?? 'on_track',
  }));
}

interface Draft {
  readonly kpi: string;
  readonly title: string;
  readonly goal: string;
  readonly owner: string;
  readonly unit?: string;
  readonly percent?: boolean;
  readonly decimals?: number | null;
  readonly direction?: KpiReading['direction'];
  readonly every?: string;
  readonly status: Status;
  readonly standing: Omit<Standing, 'status' | 'elapsed' | 'pacing' | 'attainment' | 'progress'> & Partial<Standing>;
  readonly history: readonly HistoryPoint[];
  readonly rest?: Partial<KpiReading>;
}

function reading({ standing, rest = {}, ...draft }: Draft): KpiReading {
  const last = draft.history.at(-1);
  return {
    kpi: draft.kpi,
    title: draft.title,
    goal: draft.goal,
    owner: draft.owner,
    contributors: [],
    unit: draft.unit ?? '',
    percent: draft.percent ?? false,
    decimals: draft.decimals ?? null,
    direction: draft.direction ?? 'up',
    every: draft.every ?? 'fiscal_quarter',
    weight: '1',
    period: last?.period ?? { label: '', start: null, end: null, complete: false },
    standing: {
      status: rest.ownStatus ?? draft.status,
      elapsed: '0.5108695652173913043478260869565217',
      pacing: null,
      attainment: null,
      progress: null,
      ...standing,
    },
    ownStatus: draft.status,
    heldBackBy: [],
    status: draft.status,
    playbook: null,
    trend: null,
    stale: [],
    slices: [],
    history: draft.history,
    benchmark: null,
    bands: { basis: 'score', onTrack: '0.9', atRisk: '0.6', declared: true },
    ...rest,
  };
}

const target = (value: string | null, baseline: string): Standing['aim'] => ({
  kind: 'target',
  target: figure(value),
  baseline: figure(baseline),
  source: { kind: 'formula', text: '' },
});

const pacing = (
  kind: PacingReading['kind'],
  [share, expected, pace, forecast, rate]: readonly string[],
  unitsLeft: number,
): PacingReading => ({
  kind,
  share: figure(share ?? null),
  expected: figure(expected ?? null),
  pace: figure(pace ?? null),
  forecast: figure(forecast ?? null),
  requiredRate: figure(rate ?? null),
  unitsLeft,
});

function slice(key: string, value: string, aimed: string, pace: string, status: Status) {
  const standing: Standing = {
    value: figure(value),
    aim: target(aimed, '0'),
    progress: figure('0.5'),
    score: figure('0.5'),
    attainment: figure('0.5'),
    elapsed: '0.51',
    pacing: pacing('working_days', ['0.52', '0', pace, '0', '0'], 31),
    status,
    because: { kind: 'band', basis: 'pace', figure: figure(pace), bound: '0.95' },
  };
  return { keys: [key], standing };
}

const revenue = reading({
  kpi: 'revenue_fy27',
  title: 'Revenue by country',
  goal: 'more_sales',
  owner: 'head_of_sales',
  unit: 'EUR',
  decimals: 2,
  status: 'at_risk',
  standing: {
    value: figure('18234.56'),
    aim: target('36400', '0'),
    progress: figure('0.5009494505494505494505494505494505'),
    score: figure('0.5009494505494505494505494505494505'),
    attainment: figure('0.5009494505494505494505494505494505'),
    pacing: pacing(
      'working_days',
      [
        '0.5230769230769230769230769230769231',
        '19040',
        '0.9576974789915966386554621848739496',
        '34860.188235294117647058823529411765',
        '586.01419354838709677419354838709677',
      ],
      31,
    ),
    because: { kind: 'band', basis: 'pace', figure: figure('0.9576974789915966386554621848739496'), bound: '0.95' },
  },
  history: history(
    QUARTERS,
    ['21010.10', '30120.00', '24010.50', '26840.00', '28110.25', '38870.90', '33020.40', '18234.56'],
    [null, null, '24000', '27000', '29000', '38000', '34000', '36400'],
    ['no_data', 'no_data', 'achieved', 'on_track', 'on_track', 'achieved', 'on_track', 'at_risk'],
  ),
  rest: {
    contributors: ['marketing'],
    ownStatus: 'on_track',
    heldBackBy: [{ kpi: 'refunds_fy27', status: 'at_risk' }],
    bands: { basis: 'pace', onTrack: '0.95', atRisk: '0.85', declared: true },
    trend: { direction: 'improving', versus: '1 year', prior: figure('13720.10'), change: figure('4514.46') },
    slices: [
      slice('DE', '8120.00', '16000', '0.9702', 'on_track'),
      slice('GB', '3050.31', '7000', '0.833', 'off_track'),
      slice('JP', '2814.25', '5400', '0.9963', 'on_track'),
      slice('US', '4250.00', '8000', '1.0156', 'on_track'),
    ],
  },
});

const orders = reading({
  kpi: 'orders_monthly',
  title: 'Orders a month',
  goal: 'more_sales',
  owner: 'sales',
  unit: 'order',
  every: 'month',
  status: 'off_track',
  standing: {
    value: figure('12'),
    aim: target('30', '0'),
    progress: figure('0.4'),
    score: figure('0.4'),
    attainment: figure('0.4'),
    elapsed: '0.5666666666666666666666666666666667',
    pacing: pacing(
      'linear',
      [
        '0.5666666666666666666666666666666667',
        '17',
        '0.7058823529411764705882352941176471',
        '21.17647058823529411764705882352941',
        '1.384615384615384615384615384615385',
      ],
      13,
    ),
    because: { kind: 'band', basis: 'forecast', figure: figure('21.17647058823529411764705882352941'), bound: null },
  },
  history: history(
    MONTHS,
    ['22', '24', '21', '26', '35', '41', '23', '22', '27', '26', '29', '12'],
    [null, null, null, null, null, null, null, null, null, '25', '28', '30'],
    [
      'no_data',
      'no_data',
      'no_data',
      'no_data',
      'no_data',
      'no_data',
      'no_data',
      'no_data',
      'no_data',
      'achieved',
      'achieved',
      'off_track',
    ],
  ),
  rest: {
    bands: { basis: 'forecast', onTrack: '28', atRisk: '24', declared: true },
    trend: { direction: 'worsening', versus: 'the period before', prior: figure('16'), change: figure('-4') },
  },
});

const cac = reading({
  kpi: 'cac_fy27',
  title: 'Cost to win a customer',
  goal: 'efficient_growth',
  owner: 'marketing',
  unit: 'EUR/customer',
  decimals: 2,
  direction: 'down',
  status: 'achieved',
  standing: {
    value: figure('58.33'),
    aim: target('60', '80'),
    progress: figure('1.0835'),
    score: figure('1.0835'),
    elapsed: '1',
    because: { kind: 'achieved' },
  },
  history: history(
    QUARTERS,
    ['79.20', '74.05', '81.90', '69.00', '66.10', '63.75', '64.02', '58.33'],
    [null, null, null, null, null, null, '62', '60'],
    ['no_data', 'no_data', 'no_data', 'no_data', 'no_data', 'no_data', 'at_risk', 'achieved'],
    true,
  ),
  rest: {
    contributors: ['sales'],
    weight: '2',
    bands: { basis: 'score', onTrack: '0.95', atRisk: '0.85', declared: true },
    trend: { direction: 'improving', versus: 'the period before', prior: figure('64.02'), change: figure('-5.69') },
    benchmark: {
      population: 'outdoor retailers in Europe, under 5 million EUR',
      year: '2025',
      source: 'an invented survey',
      points: [
        { percentile: 25, value: figure('71') },
        { percentile: 50, value: figure('58') },
        { percentile: 75, value: figure('44') },
      ],
      gap: figure('0.33'),
      position: { percentile: figure('49.36538461538461538461538461538462'), beyond: null },
    },
  },
});

const budget = reading({
  kpi: 'ad_budget_fy27',
  title: 'Keep to the budget',
  goal: 'efficient_growth',
  owner: 'dana',
  percent: true,
  decimals: 1,
  direction: 'range',
  status: 'no_data',
  standing: {
    value: figure(null, 'division_by_zero'),
    aim: { kind: 'range', low: figure('0.5'), high: figure('0.7'), tolerance: figure('0.2') },
    score: figure(null, 'division_by_zero'),
    because: { kind: 'no_value', reason: 'division_by_zero' },
  },
  history: history(QUARTERS, ['0.551', '0.492', '0.613', '0.688', '0.742', '0.655', '0.602', null], null, [
    'on_track',
    'on_track',
    'on_track',
    'on_track',
    'at_risk',
    'on_track',
    'on_track',
    'no_data',
  ]),
});

const nps = reading({
  kpi: 'nps_fy27',
  title: 'Recommendation',
  goal: 'happy_customers',
  owner: 'support',
  unit: 'point',
  decimals: 1,
  status: 'on_track',
  standing: {
    value: figure('23.4'),
    aim: target('25', '5'),
    progress: figure('0.92'),
    score: figure('0.92'),
    attainment: figure('0.936'),
    because: { kind: 'band', basis: 'score', figure: figure('0.92'), bound: '0.9' },
  },
  history: history(
    QUARTERS,
    ['-4.2', '1.0', null, '8.8', '14.9', '18.1', '21.0', '23.4'],
    ['25', '25', '25', '25', '25', '25', '25', '25'],
    ['off_track', 'off_track', 'no_data', 'off_track', 'off_track', 'at_risk', 'at_risk', 'on_track'],
  ),
  rest: {
    trend: { direction: 'improving', versus: 'the period before', prior: figure('21.0'), change: figure('2.4') },
    benchmark: {
      population: 'web shops in Europe',
      year: '2019',
      source: 'an invented survey',
      points: [{ percentile: 50, value: figure('31') }],
      gap: figure('-7.6'),
      position: null,
    },
  },
});

const reply = reading({
  kpi: 'reply_fy27',
  title: 'Answer within an hour',
  goal: 'happy_customers',
  owner: 'support',
  unit: 'minute',
  direction: 'down',
  every: 'month',
  status: 'stale',
  standing: {
    value: figure('48.5'),
    aim: { kind: 'limit', side: 'at_most', bound: figure('60'), worst: figure('240') },
    progress: figure('1.063888888888888888888888888888889'),
    score: figure('1'),
    because: { kind: 'stale', dataset: 'tickets' },
  },
  history: history(MONTHS, ['71', '66', '90.5', '64', '58', '55', '62', '57.5', '51', '49', '47', '48.5'], null, [
    'at_risk',
    'at_risk',
    'off_track',
    'at_risk',
    'on_track',
    'on_track',
    'at_risk',
    'on_track',
    'on_track',
    'on_track',
    'on_track',
    'stale',
  ]),
  rest: {
    bands: { basis: 'score', onTrack: '1', atRisk: '0.8', declared: true },
    stale: [{ dataset: 'tickets', last: '2026-06-09', within: '3 days' }],
    trend: { direction: 'flat', versus: 'the period before', prior: figure('48.5'), change: figure('0') },
  },
});

const refunds = reading({
  kpi: 'refunds_fy27',
  title: 'Refunds',
  goal: 'happy_customers',
  owner: 'sales',
  percent: true,
  decimals: 2,
  direction: 'down',
  status: 'at_risk',
  standing: {
    value: figure('0.0641'),
    aim: { kind: 'limit', side: 'at_most', bound: figure('0.05'), worst: null },
    score: figure('0.718'),
    because: { kind: 'band', basis: 'score', figure: figure('0.718'), bound: '0.5' },
  },
  history: history(QUARTERS, ['0.0312', '0.0288', '0.0401', '0.0377', '0.0455', '0.0512', '0.0489', '0.0641'], null, [
    'achieved',
    'achieved',
    'achieved',
    'achieved',
    'achieved',
    'at_risk',
    'achieved',
    'at_risk',
  ]),
  rest: {
    bands: { basis: 'score', onTrack: '1', atRisk: '0.5', declared: true },
    trend: { direction: 'worsening', versus: 'the period before', prior: figure('0.0489'), change: figure('0.0152') },
  },
});

const cancellations = reading({
  kpi: 'cancellations_fy27',
  title: 'Cancelled orders',
  goal: 'happy_customers',
  owner: 'sales',
  percent: true,
  decimals: 1,
  direction: 'down',
  status: 'on_track',
  standing: {
    value: figure('0.038'),
    aim: { kind: 'limit', side: 'at_most', bound: figure('0.04'), worst: figure('0.12') },
    progress: figure('1.025'),
    score: figure('1'),
    because: { kind: 'band', basis: 'value', figure: figure('0.038'), bound: '0.04' },
  },
  history: history(QUARTERS, ['0.071', '0.066', '0.059', '0.061', '0.052', '0.047', '0.041', '0.038'], null, [
    'off_track',
    'off_track',
    'at_risk',
    'off_track',
    'at_risk',
    'at_risk',
    'at_risk',
    'on_track',
  ]),
  rest: {
    bands: { basis: 'value', onTrack: '0.04', atRisk: '0.06', declared: true },
    trend: { direction: 'improving', versus: 'the period before', prior: figure('0.041'), change: figure('-0.003') },
  },
});

const repeat = reading({
  kpi: 'repeat_fy27',
  title: 'Buyers come again',
  goal: 'happy_customers',
  owner: 'marketing',
  percent: true,
  decimals: 1,
  every: 'fiscal_year',
  status: 'not_due',
  standing: {
    value: figure('0.412'),
    aim: target('0.4751250000000000000000000000000000', '0.4'),
    progress: figure('0.1597337770382695507487520798668885'),
    score: figure('0.1597337770382695507487520798668885'),
    attainment: figure('0.8671402262562483557'),
    because: { kind: 'period_open' },
  },
  history: history(
    ['FY2025', 'FY2026', 'FY2027'],
    ['0.431', '0.4525', '0.412'],
    [null, '0.45255', '0.475125'],
    ['no_data', 'at_risk', 'not_due'],
  ),
});

function goal(name: string, title: string, parent: string | null, rest: Partial<GoalReading>): GoalReading {
  return {
    goal: name,
    title,
    parent,
    depth: parent === null ? 0 : 1,
    owner: null,
    period: 'FY2027',
    weight: '1',
    score: figure(null, 'no_value'),
    coverage: '1',
    missing: 'renormalise',
    basis: 'worst',
    status: 'no_data',
    decidedBy: null,
    goals: [],
    kpis: [],
    ...rest,
  };
}

export const exampleCard: Scorecard = {
  project: 'trailhead',
  asOf: '2026-06-17',
  kpis: [revenue, orders, cac, budget, nps, reply, refunds, cancellations, repeat],
  goals: [
    goal('company', 'Grow profitably', null, {
      owner: 'head_of_sales',
      status: 'at_risk',
      basis: 'from_score',
      score: figure('0.7812'),
      coverage: '0.8666666666666666666666666666666667',
      goals: ['more_sales', 'efficient_growth', 'happy_customers'],
    }),
    goal('more_sales', 'Sell more in every country', 'company', {
      owner: 'head_of_sales',
      weight: '2',
      status: 'off_track',
      decidedBy: { kind: 'kpi', name: 'orders_monthly' },
      score: figure('0.4504747252747252747252747252747253'),
      kpis: ['revenue_fy27', 'orders_monthly'],
    }),
    goal('efficient_growth', 'Win customers at a sane price', 'company', {
      owner: 'marketing',
      weight: '2',
      status: 'achieved',
      decidedBy: { kind: 'kpi', name: 'cac_fy27' },
      score: figure('1.0835'),
      coverage: '0.6666666666666666666666666666666667',
      kpis: ['cac_fy27', 'ad_budget_fy27'],
    }),
    goal('happy_customers', 'Keep the people who buy', 'company', {
      owner: 'support',
      basis: 'from_score',
      missing: 'strict',
      status: 'on_track',
      score: figure('0.91'),
      kpis: ['nps_fy27', 'reply_fy27', 'refunds_fy27', 'cancellations_fy27', 'repeat_fy27'],
    }),
  ],
  incentives: [
    {
      incentive: 'sales_bonus',
      title: 'Bonus of the sales team',
      participants: ['sales', 'head_of_sales'],
      components: [
        { kind: 'kpi', name: 'revenue_fy27', weight: '2', score: figure('0.5009494505494505494505494505494505') },
        { kind: 'kpi', name: 'orders_monthly', weight: '1', score: figure('0.4') },
        { kind: 'goal', name: 'company', weight: '3', score: figure('0.7812') },
      ],
      score: figure('0.624249816849816849816849816849817'),
      gate: { kpi: 'nps_fy27', atLeast: 'at_risk', status: 'on_track', passed: true },
      share: figure('0'),
      currency: 'EUR',
      amount: '2000',
      cap: '3000',
      payout: figure('0.00'),
      provisional: true,
    },
  ],
  diagnostics: [],
};
