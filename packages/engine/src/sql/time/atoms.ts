// Windows as ranges of atoms: stretches of time that no window cuts. A row is given its atom's number, cheaply; that two windows
// overlap, or that a window has many atoms, costs nothing per row.
import { civilOf, monthIndexOf } from '../../calendar/civil.js';
import { MICROS_PER_DAY, dayOfMicros, floorDivide, microsOfDay } from '../../calendar/micros.js';
import { dayBounds, instantBounds, localBounds, type Bounds } from '../../calendar/window.js';
import { localAt, offsetAt, transitionsBetween } from '../../calendar/zone.js';
import type { Scan, ScanTime } from '../../plan/plan.js';
import { cast, dateLiteral, dateOf, daysBetween, microsOf, timestampLiteral } from '../dialect-duckdb.js';
import { localSql } from '../row/zone-ladder.js';

/** Atoms `[first, end)`. */
export type AtomRange = readonly [first: number, end: number];

export interface Atoms {
  /** SQL of the number of a row's atom; rows before and after all windows are excluded already. */
  readonly key: string;
  readonly count: number;
  /** Of each window. */
  readonly ranges: readonly AtomRange[];
  /** Where the time is a day: rows grouped by it are fewer to find the atom of. */
  readonly byDay: ByDay | null;
}

export interface ByDay {
  /** SQL of the day in the rows. */
  readonly day: string;
  /** How many days the windows have; more would be found as unknown ones. */
  readonly days: number;
  /** SQL of the atom, of a column of days. */
  readonly keyOf: (day: string) => string;
}

export interface TimePlan {
  /** What keeps the rows of the windows, and of no time before, after or unknown. */
  readonly where: readonly string[];
  /** Null: there is one window, and `where` says which. */
  readonly atoms: Atoms | null;
  /** What every row's time lies before, in units of its kind; null: nothing. */
  readonly last: bigint | null;
}

/** With more stretches a row's would be found slower than its day. */
const MOST_IN_TREE = 96;
const MOST_ATOMS = 200_000;

type Limits = Bounds<bigint>;

/** `time` is SQL of the time, of the scan's kind. */
export function planTime(scan: Scan, time: string | null): TimePlan {
  if (scan.time === null || time === null) return { where: [], atoms: null, last: null };
  const limits = scan.windows.map((window) => limitsOf(window, scan.time));
  const literal = literalOf(scan.time);
  const starts = limits.map((one) => one.start);
  const ends = limits.map((one) => one.end);
  const first = starts.includes(null) ? null : smallest(starts);
  const last = ends.includes(null) ? null : largest(ends);
  const where = [
    ...(first === null ? [] : [`${time} >= ${literal(first)}`]),
    ...(last === null ? [] : [`${time} < ${literal(last)}`]),
  ];
  if (where.length === 0) where.push(`${time} IS NOT NULL`);
  if (limits.length === 1) return { where, atoms: null, last };
  return { where, atoms: chooseAtoms(scan.time, time, limits), last };
}

/** What shows a row that is not later. A row that does not say when it became known is shown. */
export function hiddenSql(
  time: string,
  kind: ScanTime,
  at: { readonly before: Scan['asOf']; readonly nullable: boolean; readonly inclusive: boolean },
): string {
  const { end } = limitsOf({ start: null, end: at.before }, kind);
  const shown = `${time} ${at.inclusive ? '<=' : '<'} ${literalOf(kind)(end ?? 0n)}`;
  return at.nullable ? `(${shown} OR ${time} IS NULL)` : shown;
}

export function limitsOf(window: Scan['windows'][number], time: ScanTime | null): Limits {
  if (time?.kind === 'date') {
    const { start, end } = dayBounds(window);
    return { start: start === null ? null : BigInt(start), end: end === null ? null : BigInt(end) };
  }
  return time?.kind === 'datetime' ? localBounds(window, time.zone) : instantBounds(window);
}

function literalOf(time: ScanTime): (bound: bigint) => string {
  return time.kind === 'date' ? (day) => dateLiteral(Number(day)) : timestampLiteral;
}

function chooseAtoms(time: ScanTime, sql: string, limits: readonly Limits[]): Atoms {
  const atoms = atomsOf(time, sql, limits);
  const ends = limits.flatMap(({ start, end }) => [start, end]);
  const [first, last] = [smallest(ends), largest(ends)];
  if (time.kind !== 'date' || ends.includes(null) || first === null || last === null) return atoms;
  // A day itself is no cheaper to group by than its number.
  const isDaily = atoms.count === Number(last - first);
  const keyOf = (day: string): string => atomsOf(time, day, limits).key;
  return isDaily ? atoms : { ...atoms, byDay: { day: sql, days: Number(last - first), keyOf } };
}

type AtomsOfRows = Atoms & { readonly byDay: null };

function atomsOf(time: ScanTime, sql: string, limits: readonly Limits[]): AtomsOfRows {
  const cuts = [...new Set(limits.flatMap(({ start, end }) => [start, end]).filter((one) => one !== null))].sort(
    (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  );
  const regular = time.kind === 'date' ? (monthly(sql, cuts) ?? daily(sql, cuts)) : null;
  // Steps that no window skips: as few groups as there are windows, and cheaper than a search.
  if (regular !== null && regular.steps === cuts.length - 1) return stepped(regular, time, sql, cuts, limits);
  if (cuts.length <= MOST_IN_TREE) return searched(time, sql, cuts, limits);
  const steps = regular ?? localDaily(time, sql, cuts) ?? evenly(sql, cuts);
  return steps !== null && steps.steps <= MOST_ATOMS
    ? stepped(steps, time, sql, cuts, limits)
    : searched(time, sql, cuts, limits);
}

/** Equal steps from the first cut to the last. */
interface Steps {
  /** SQL of a row's step from the first cut on, counted from 0; whatever before it. */
  readonly key: string;
  readonly steps: number;
  readonly stepOf: (cut: bigint) => number;
}

function monthly(sql: string, cuts: readonly bigint[]): Steps | null {
  const days = cuts.map(Number);
  const [first] = days;
  if (first === undefined || days.some((day) => civilOf(day).day !== 1)) return null;
  const start = monthIndexOf(first);
  const length = commonStep(days.map((day) => BigInt(monthIndexOf(day) - start)));
  if (length === 0n) return null;
  const month = `(year(${sql}) * 12 + month(${sql}) - ${start + 1})`;
  return stepsOf(month, length, cuts, (cut) => BigInt(monthIndexOf(Number(cut)) - start));
}

function daily(sql: string, cuts: readonly bigint[]): Steps | null {
  const [first] = cuts;
  if (first === undefined) return null;
  const length = commonStep(cuts.map((cut) => cut - first));
  if (length === 0n) return null;
  return stepsOf(daysBetween(dateLiteral(Number(first)), sql), length, cuts, (cut) => cut - first);
}

/** Days of a zone's clock, where every cut is a midnight that divides instants as readings. */
function localDaily(time: ScanTime, sql: string, cuts: readonly bigint[]): Steps | null {
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = time.kind === 'timestamp' ? midnights(time.zone, cuts) : evenMidnights(cuts);
  const [start] = days ?? [];
  if (days === null || start === undefined) return null;
  const length = commonStep(days.map((day) => BigInt(day - start)));
  if (length === 0n) return null;
  const reading = time.kind === 'timestamp' ? localSql(time.zone, sql, { from: first, to: last }) : sql;
  const dayOfCut = new Map(cuts.map((cut, i) => [cut, days[i] ?? start]));
  return stepsOf(daysBetween(dateLiteral(start), dateOf(reading)), length, cuts, (cut) =>
    BigInt((dayOfCut.get(cut) ?? start) - start),
  );
}

function evenMidnights(cuts: readonly bigint[]): readonly number[] | null {
  return cuts.every((cut) => microsOfDay(dayOfMicros(cut)) === cut) ? cuts.map(dayOfMicros) : null;
}

function midnights(zone: string, cuts: readonly bigint[]): readonly number[] | null {
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const changes = transitionsBetween(zone, first - MICROS_PER_DAY, last + MICROS_PER_DAY).map((one) => ({
    at: one.instant,
    before: one.instant + BigInt(one.before) * 1_000_000n,
    after: one.instant + BigInt(one.after) * 1_000_000n,
  }));
  const days: number[] = [];
  for (const cut of cuts) {
    const day = dayOfMicros(localAt(zone, cut));
    const midnight = microsOfDay(day);
    const before = cut - 1n + BigInt(offsetAt(zone, cut - 1n)) * 1_000_000n;
    if (before >= midnight) return null;
    // No reading before the cut is after midnight, none after it before.
    if (changes.some((one) => (one.at <= cut ? one.before > midnight && one.at !== cut : one.after < midnight)))
      return null;
    days.push(day);
  }
  return days;
}

/** Steps of so many micros. */
function evenly(sql: string, cuts: readonly bigint[]): Steps | null {
  const [first] = cuts;
  if (first === undefined) return null;
  const length = commonStep(cuts.map((cut) => cut - first));
  return length === 0n ? null : stepsOf(`(${microsOf(sql)} - ${first})`, length, cuts, (cut) => cut - first);
}

function stepsOf(key: string, length: bigint, cuts: readonly bigint[], distance: (cut: bigint) => bigint): Steps {
  const stepOf = (cut: bigint): number => Number(floorDivide(distance(cut), length));
  return {
    key: length === 1n ? key : `(${key} // ${length})`,
    steps: stepOf(cuts.at(-1) ?? 0n),
    stepOf,
  };
}

function stepped(
  steps: Steps,
  time: ScanTime,
  sql: string,
  cuts: readonly bigint[],
  limits: readonly Limits[],
): AtomsOfRows {
  const literal = literalOf(time);
  const [first, last] = [cuts[0] ?? 0n, cuts.at(-1) ?? 0n];
  const openStart = limits.some(({ start }) => start === null);
  const openEnd = limits.some(({ end }) => end === null);
  const shift = openStart ? 1 : 0;
  const count = steps.steps + shift + (openEnd ? 1 : 0);
  const inside = openStart ? `${steps.key} + 1` : steps.key;
  const branches = [
    ...(openStart ? [`WHEN ${sql} < ${literal(first)} THEN 0`] : []),
    ...(openEnd ? [`WHEN ${sql} >= ${literal(last)} THEN ${count - 1}`] : []),
  ];
  const key = branches.length === 0 ? inside : `CASE ${branches.join(' ')} ELSE ${inside} END`;
  const rangeOf = ({ start, end }: Limits): AtomRange => [
    start === null ? 0 : steps.stepOf(start) + shift,
    end === null ? count : steps.stepOf(end) + shift,
  ];
  return { key: cast(key, 'INTEGER'), count, ranges: limits.map(rangeOf), byDay: null };
}

/** Finds the stretch between two cuts by halving. Before the first cut is the stretch 0. */
function searched(time: ScanTime, sql: string, cuts: readonly bigint[], limits: readonly Limits[]): AtomsOfRows {
  const literal = literalOf(time);
  const openStart = limits.some(({ start }) => start === null);
  const shift = openStart ? 1 : 0;
  const openEnd = limits.some(({ end }) => end === null);
  const count = cuts.length - 1 + shift + (openEnd ? 1 : 0);
  const inner = openStart ? cuts : cuts.slice(1);
  const pick = (low: number, high: number): string => {
    const middle = (low + high) >> 1;
    const cut = inner[middle - 1];
    if (high - low <= 1 || cut === undefined) return String(low);
    return `CASE WHEN ${sql} < ${literal(cut)} THEN ${pick(low, middle)} ELSE ${pick(middle, high)} END`;
  };
  const indexOf = new Map(cuts.map((cut, i) => [cut, i + shift]));
  const rangeOf = ({ start, end }: Limits): AtomRange => [
    start === null ? 0 : (indexOf.get(start) ?? 0),
    end === null ? count : (indexOf.get(end) ?? 0),
  ];
  return { key: pick(0, count), count, ranges: limits.map(rangeOf), byDay: null };
}

function commonStep(distances: readonly bigint[]): bigint {
  return distances.reduce(greatestCommonDivisor, 0n);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a, b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}

function smallest(values: readonly (bigint | null)[]): bigint | null {
  return values.reduce((least, one) => (least === null || (one !== null && one < least) ? one : least), null);
}

function largest(values: readonly (bigint | null)[]): bigint | null {
  return values.reduce((most, one) => (most === null || (one !== null && one > most) ? one : most), null);
}
