// From sample lines to one figure per case and subject, with its ratios.
import { FLOORS } from '../goals.js';
import type { CheckRecord, ResultRecord, SampleRecord, Size } from './record.js';
import { exponent, median, minimum, ratio, type Ratio, type Timed } from './statistics.js';

/** The workload whose ratios are of megabytes, not of milliseconds. */
const MEMORY = 'W7';

/** The product's name in the samples. */
export const SUBJECT = 'sextant';

export interface Figure {
  readonly subject: string;
  /** Null where the subject was absent. */
  readonly absent: string | null;
  readonly minMs: number;
  readonly medianMs: number;
  readonly minCpuMs: number;
  readonly rssMb: number;
  readonly rounds: number;
  /** How many times the floor's time (in W7: memory) it takes. */
  readonly toFloor: Ratio | null;
  /** The product's time (in W7: memory) as a share of this subject's. */
  readonly ours: Ratio | null;
  /** The same by CPU time, which other load on the machine disturbs less. */
  readonly oursCpu: number | null;
  readonly check: CheckRecord | null;
  readonly notes: readonly string[];
}

export interface CaseSummary {
  readonly run: string;
  readonly workload: string;
  readonly case: string;
  readonly size: Size;
  readonly figures: readonly Figure[];
}

export interface Growth {
  readonly workload: string;
  readonly case: string;
  readonly labels: readonly string[];
  readonly subject: string;
  readonly exponent: number;
}

/** One summary per run and case, in the order in which they were taken. */
export function summarise(records: readonly ResultRecord[]): readonly CaseSummary[] {
  const groups = new Map<string, ResultRecord[]>();
  for (const record of records) {
    const key = JSON.stringify([record.run, record.workload, record.case, record.size]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const { run, workload, size } = first;
    return [{ run, workload, case: first.case, size, figures: figures(workload, group) }];
  });
}

function figures(workload: string, group: readonly ResultRecord[]): readonly Figure[] {
  const samples = lastAttempt(group.filter((record) => record.kind === 'sample'));
  const timed = (subject: string): readonly Timed[] =>
    samples
      .filter((sample) => sample.subject === subject)
      .map(({ round, wall_ms, max_rss_mb }) => ({ round, ms: workload === MEMORY ? max_rss_mb : wall_ms }));
  const memory = (subject: string): number =>
    Math.max(...samples.filter((sample) => sample.subject === subject).map(({ max_rss_mb }) => max_rss_mb));
  const leastCpu = (subject: string): number =>
    minimum(samples.filter((sample) => sample.subject === subject).map(({ cpu_ms }) => cpu_ms));
  const present = [...new Set(samples.map(({ subject }) => subject))].map((subject): Figure => {
    const own = samples.filter((sample) => sample.subject === subject);
    const floor = FLOORS[workload]?.find((name) => timed(name).length > 0);
    const isOurs = subject === SUBJECT;
    const hasOurs = timed(SUBJECT).length > 0;
    return {
      subject,
      absent: null,
      minMs: minimum(own.map(({ wall_ms }) => wall_ms)),
      medianMs: median(own.map(({ wall_ms }) => wall_ms)),
      minCpuMs: minimum(own.map(({ cpu_ms }) => cpu_ms)),
      rssMb: memory(subject),
      rounds: new Set(own.map(({ round }) => round)).size,
      toFloor: floor === undefined || floor === subject ? null : ratio(timed(subject), timed(floor)),
      ours: isOurs || !hasOurs ? null : ratio(timed(SUBJECT), timed(subject)),
      oursCpu: isOurs || !hasOurs ? null : leastCpu(SUBJECT) / leastCpu(subject),
      check: group.filter((record) => record.kind === 'check').find((check) => check.subject === subject) ?? null,
      notes: notesOf(group, subject),
    };
  });
  const absent = group
    .filter((record) => record.kind === 'absent')
    .map(({ subject, why }): Figure => ({ ...nothing, subject, absent: why, notes: notesOf(group, subject) }));
  return [...present, ...absent];
}

function notesOf(group: readonly ResultRecord[], subject: string): readonly string[] {
  return group.flatMap((record) => (record.kind === 'note' && record.subject === subject ? [record.note] : []));
}

const nothing: Omit<Figure, 'subject' | 'absent' | 'notes'> = {
  minMs: Number.NaN,
  medianMs: Number.NaN,
  minCpuMs: Number.NaN,
  rssMb: Number.NaN,
  rounds: 0,
  toFloor: null,
  ours: null,
  oursCpu: null,
  check: null,
};

function lastAttempt(samples: readonly SampleRecord[]): readonly SampleRecord[] {
  const last = Math.max(...samples.map(({ attempt }) => attempt));
  return samples.filter(({ attempt }) => attempt === last);
}

/** Exponents of every subject that has two sizes or more in one run. */
export function growth(cases: readonly CaseSummary[]): readonly Growth[] {
  const series = new Map<
    string,
    { readonly base: Omit<Growth, 'exponent'>; readonly points: { n: number; ms: number }[] }
  >();
  for (const summary of cases) {
    for (const { subject, minMs, absent } of summary.figures) {
      if (absent !== null) continue;
      const base = { workload: summary.workload, case: summary.case, labels: summary.size.labels, subject };
      const key = JSON.stringify([summary.run, base]);
      const known = series.get(key) ?? { base, points: [] };
      known.points.push({ n: summary.size.n, ms: minMs });
      series.set(key, known);
    }
  }
  return [...series.values()].flatMap(({ base, points }) => {
    const fitted = exponent(points);
    return fitted === null ? [] : [{ ...base, exponent: fitted }];
  });
}
