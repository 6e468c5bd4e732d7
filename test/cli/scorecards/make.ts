// Scorecards made by hand: what a test does not speak of is as in a KPI that is on track.
import type { Status } from '@sextant/parser';
import type {
  Figure,
  GoalReading,
  HistoryPoint,
  IncentiveReading,
  KpiReading,
  Scorecard,
  Standing,
} from '../../../packages/cli/src/engine-port.js';

export function figure(value: string | null, more: Partial<Figure> = {}): Figure {
  return { value, reason: value === null ? 'no_rows' : null, approximate: false, ...more };
}

export const quarter = { label: 'FY2027-Q1', start: '2026-02-01', end: '2026-05-01', complete: true };
export const openQuarter = { label: 'FY2027-Q2', start: '2026-05-01', end: '2026-08-01', complete: false };

export function standing(more: Partial<Standing> = {}): Standing {
  return {
    value: figure('44.1'),
    aim: {
      kind: 'target',
      target: figure('42'),
      baseline: figure('60'),
      source: { kind: 'period', period: 'FY2027-Q1', text: '42 EUR/customer' },
    },
    progress: figure('0.8833333333333333'),
    score: figure('0.8833333333333333'),
    attainment: null,
    elapsed: '1',
    pacing: null,
    status: 'on_track',
    because: { kind: 'band', basis: 'score', figure: figure('0.8833333333333333'), bound: '0.8' },
    ...more,
  };
}

export function reading(kpi: string, more: Partial<KpiReading> = {}): KpiReading {
  const status: Status = more.status ?? 'on_track';
  return {
    kpi,
    title: 'Cost to win a customer',
    goal: 'growth',
    owner: 'marketing',
    contributors: [],
    unit: 'EUR/customer',
    percent: false,
    decimals: 2,
    direction: 'down',
    every: 'fiscal_quarter',
    weight: '1',
    period: quarter,
    standing: standing({ status }),
    ownStatus: status,
    heldBackBy: [],
    status,
    playbook: null,
    trend: { direction: 'improving', versus: 'FY2026-Q4', prior: figure('48.2'), change: figure('-4.1') },
    stale: [],
    slices: [],
    history: history(['60', '52.5', '48.2', '44.1']),
    benchmark: null,
    bands: { basis: 'score', onTrack: '0.8', atRisk: '0.6', declared: true },
    ...more,
  };
}

export function history(values: readonly (string | null)[]): readonly HistoryPoint[] {
  return values.map((value, i) => ({
    period: { ...quarter, label: `P${i}` },
    value: figure(value),
    target: null,
    status: 'on_track',
  }));
}

export function goal(name: string, more: Partial<GoalReading> = {}): GoalReading {
  return {
    goal: name,
    title: 'Win customers at a sane price',
    parent: null,
    depth: 0,
    owner: 'marketing',
    period: 'FY2027',
    weight: '1',
    score: figure('0.8833333333333333'),
    coverage: '1',
    missing: 'renormalise',
    basis: 'worst',
    status: 'on_track',
    decidedBy: null,
    goals: [],
    kpis: [],
    ...more,
  };
}

export function incentive(more: Partial<IncentiveReading> = {}): IncentiveReading {
  return {
    incentive: 'bonus',
    title: 'Bonus of the sales team',
    participants: ['sales', 'head_of_sales'],
    components: [
      { kind: 'kpi', name: 'cac', weight: '2', score: figure('0.9') },
      { kind: 'goal', name: 'growth', weight: '1', score: figure('0.84205') },
    ],
    score: figure('0.880683'),
    gate: { kpi: 'nps', atLeast: 'at_risk', status: 'achieved', passed: true },
    share: figure('0.7'),
    currency: 'EUR',
    amount: '2000',
    cap: '3000',
    payout: figure('1400.00'),
    provisional: false,
    ...more,
  };
}

export function scorecard(
  kpis: readonly KpiReading[],
  goals: readonly GoalReading[] = [],
  incentives: readonly IncentiveReading[] = [],
): Scorecard {
  return { project: 'shop', asOf: '2026-04-30', kpis, goals, incentives, diagnostics: [] };
}
