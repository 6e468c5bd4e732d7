// What the figures are held against: the floor of each workload and the goals, as ratios wherever a peer or floor exists.

/** The subjects that stand for the physical limit, or the nearest thing to it that can be run; the first that a case has. */
export const FLOORS: Readonly<Record<string, readonly string[]>> = {
  W1: ['node-sql', 'yaml-fast'],
  W2: ['yaml-fast'],
  W3: ['from nothing'],
  W4: ['text-only'],
  W5: ['best-sql'],
  W6: ['two-level'],
  W7: ['yaml-fast', 'two-level'],
  W9: ['best-sql'],
};

export type Goal = RatioGoal | TimeGoal | GrowthGoal;

/** Ours takes at most `atMost` times the time (in W7: the memory) of `against`. */
export interface RatioGoal {
  readonly kind: 'ratio';
  readonly workload: string;
  readonly cases: readonly string[];
  /** Sizes for which it holds; empty is all. */
  readonly sizes: readonly number[];
  readonly against: string;
  readonly atMost: number;
}

/** Milliseconds on the machine at hand: only where no peer does the same work. */
export interface TimeGoal {
  readonly kind: 'time';
  readonly workload: string;
  readonly cases: readonly string[];
  readonly sizes: readonly number[];
  readonly atMostMs: number;
}

/** The exponent of growth over the three largest sizes. */
export interface GrowthGoal {
  readonly kind: 'growth';
  readonly workload: string;
  readonly cases: readonly string[];
  readonly atMost: number;
}

function against(
  workload: string,
  cases: readonly string[],
  peer: string,
  atMost: number,
  sizes: readonly number[] = [],
): Goal {
  return { kind: 'ratio', workload, cases, sizes, against: peer, atMost };
}

export const GOALS: readonly Goal[] = [
  against('W1', ['first-kpi'], 'node-sql', 1.6, [100]),
  against('W1', ['first-kpi'], 'malloy', 0.3, [100]),
  { kind: 'time', workload: 'W1', cases: ['check'], sizes: [100], atMostMs: 200 },
  against('W2', [], 'yaml', 1.15),
  against('W2', [], 'malloy', 0.7, [1000, 10000]),
  { kind: 'growth', workload: 'W2', cases: ['mixed'], atMost: 1.05 },
  { kind: 'time', workload: 'W3', cases: ['leaf', 'hub', 'rename', 'broken'], sizes: [1000], atMostMs: 16 },
  { kind: 'time', workload: 'W3', cases: ['leaf', 'hub', 'rename', 'broken'], sizes: [10000], atMostMs: 50 },
  { kind: 'growth', workload: 'W3', cases: ['leaf'], atMost: 0.3 },
  { kind: 'time', workload: 'W8', cases: ['diagnostics'], sizes: [1000], atMostMs: 16 },
  { kind: 'time', workload: 'W8', cases: ['diagnostics'], sizes: [10000], atMostMs: 50 },
  { kind: 'time', workload: 'W8', cases: ['completion', 'hover'], sizes: [], atMostMs: 20 },
  { kind: 'time', workload: 'W4', cases: ['1-kpi'], sizes: [], atMostMs: 0.5 },
  { kind: 'time', workload: 'W4', cases: ['20-kpis'], sizes: [], atMostMs: 3 },
  { kind: 'growth', workload: 'W4', cases: ['1-kpi', '20-kpis'], atMost: 0.1 },
  against('W5', [], 'best-sql', 1.1),
  against('W5', [], 'plain-sql', 1.1),
  against('W5', ['m20'], 'malloy', 0.5),
  against('W5', ['ratios'], 'malloy', 0.7),
  against('W5', ['fan-out'], 'malloy', 0.1),
  against('W6', ['kpis'], 'two-level', 1.25),
  against('W6', ['kpis'], 'malloy', 0.1, [100]),
  against('W6', ['kpis'], 'sql-per-kpi', 0.03, [100]),
  { kind: 'growth', workload: 'W6', cases: ['kpis'], atMost: 0.35 },
  against('W9', [], 'best-sql', 1.2),
  { kind: 'ratio', workload: 'W7', cases: ['check'], sizes: [10000], against: 'malloy', atMost: 0.5 },
];
