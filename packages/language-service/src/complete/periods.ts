// Periods to propose: those that follow what is written already, else those of the goal or of today.
import { plainLevel } from '@sextant/parser';

type Kind = 'year' | 'fiscal_year' | 'quarter' | 'fiscal_quarter' | 'month' | 'week' | 'day';

/** A period by its label: `2026-03`, `2026-Q1`, `FY2027-Q1`, `2026-W05`, `2026-01-31`. */
interface Period {
  readonly kind: Kind;
  readonly year: number;
  /** The quarter, month or week; 0 for years. */
  readonly part: number;
}

const PARTS: Readonly<Record<Exclude<Kind, 'day'>, number>> = {
  year: 1,
  fiscal_year: 1,
  quarter: 4,
  fiscal_quarter: 4,
  month: 12,
  week: 52,
};

/** How many are proposed at once. */
const MANY = 6;

/** Of `every` a level, `written` the labels that are there, `like` other labels that say when: the goal's period, today. */
export function nextPeriods(
  every: string | null,
  written: readonly string[],
  like: readonly string[],
): readonly string[] {
  const known = written.flatMap((label) => readPeriod(label) ?? []);
  const last = known.toSorted(order).at(-1);
  if (last !== undefined) return following(last, MANY);
  const kind = every === null ? null : kindOf(every);
  const [seed] = like.flatMap((label) => readPeriod(label) ?? []);
  if (seed === undefined) return [];
  return firstOf(seed, kind ?? seed.kind).filter((label) => !written.includes(label));
}

function kindOf(every: string): Kind | null {
  const level = plainLevel(every);
  return level === null || level === 'hour' ? null : level;
}

function readPeriod(label: string): Period | null {
  const match = /^(FY)?(\d{4})(?:-(?:(Q)([1-4])|(W)(\d\d)|(\d\d)(?:-(\d\d))?))?$/.exec(label);
  if (match === null) return null;
  const [, fiscal, yearText, , quarter, , week, month, day] = match;
  const year = Number(yearText);
  if (quarter !== undefined)
    return { kind: fiscal === undefined ? 'quarter' : 'fiscal_quarter', year, part: Number(quarter) };
  if (fiscal !== undefined)
    return month === undefined && week === undefined ? { kind: 'fiscal_year', year, part: 0 } : null;
  if (week !== undefined) return { kind: 'week', year, part: Number(week) };
  if (day !== undefined) return { kind: 'day', year, part: Number(month) };
  return month === undefined ? { kind: 'year', year, part: 0 } : { kind: 'month', year, part: Number(month) };
}

function order(a: Period, b: Period): number {
  return a.year - b.year || a.part - b.part;
}

function following(period: Period, count: number): readonly string[] {
  const labels: string[] = [];
  let at = period;
  for (let i = 0; i < count && at.kind !== 'day'; i++) {
    at = after(at);
    labels.push(label(at));
  }
  return labels;
}

function after({ kind, year, part }: Period): Period {
  if (kind === 'day' || PARTS[kind] === 1) return { kind, year: year + 1, part };
  return part >= PARTS[kind] ? { kind, year: year + 1, part: 1 } : { kind, year, part: part + 1 };
}

/** The periods of a kind within or after another one: the quarters of a year, the months of a quarter's year. */
function firstOf(seed: Period, kind: Kind): readonly string[] {
  if (kind === 'day') return [];
  if (kind === seed.kind) return [label(seed), ...following(seed, MANY - 1)];
  if (PARTS[kind] === 1)
    return [label({ kind, year: seed.year, part: 0 }), label({ kind, year: seed.year + 1, part: 0 })];
  const start = seed.kind === 'day' && kind === 'month' ? seed.part : 1;
  const first = { kind, year: seed.year, part: start };
  return [label(first), ...following(first, MANY - 1)];
}

function label({ kind, year, part }: Period): string {
  const two = String(part).padStart(2, '0');
  switch (kind) {
    case 'year':
      return String(year);
    case 'fiscal_year':
      return `FY${year}`;
    case 'quarter':
      return `${year}-Q${part}`;
    case 'fiscal_quarter':
      return `FY${year}-Q${part}`;
    case 'month':
      return `${year}-${two}`;
    case 'week':
      return `${year}-W${two}`;
    case 'day':
      return '';
  }
}
