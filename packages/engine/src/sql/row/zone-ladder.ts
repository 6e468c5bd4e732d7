// Zones in SQL: wall clocks and instants turned into one another by comparing with the zone's transitions, halving each time.
// The engine's own zones would ask ICU for every row, which costs twenty times as much and is missing in a browser.
import { microsOfDay, MICROS_PER_SECOND, floorDivide, MICROS_PER_DAY } from '../../calendar/micros.js';
import { dayOf } from '../../calendar/civil.js';
import { instantOf, localAt, offsetAt, transitionsBetween } from '../../calendar/zone.js';
import { addMicros, fail, timestampLiteral } from '../dialect-duckdb.js';

/** Instants `[from, to)` that a ladder knows. Rows outside fail the statement: the in-memory reference knows every year. */
export interface Span {
  readonly from: bigint;
  readonly to: bigint;
}

const KNOWN: Span = { from: microsOfDay(dayOf(1900, 1, 1)), to: microsOfDay(dayOf(2100, 1, 1)) };
const OUTSIDE = 'a time before 1900 or after 2099 in a time zone';

/** A stretch of time with one offset; `start` is null for the first. */
interface Stretch {
  readonly start: bigint | null;
  /** Micros east of UTC. */
  readonly offset: bigint;
}

function stretches(zone: string, span: Span): readonly Stretch[] {
  const first: Stretch = { start: null, offset: BigInt(offsetAt(zone, span.from)) * MICROS_PER_SECOND };
  const changes = transitionsBetween(zone, span.from + 1n, span.to);
  return [first, ...changes.map((one) => ({ start: one.instant, offset: BigInt(one.after) * MICROS_PER_SECOND }))];
}

/** The wall clock's reading at an instant. */
export function localSql(zone: string, instant: string, span?: Span): string {
  if (zone === 'UTC') return instant;
  return ladder(instant, stretches(zone, span ?? KNOWN), span === undefined, (one) => shift(instant, one.offset));
}

/** The reading that decides the day: where a clock was set back over midnight, the new day has begun and stays. */
export function dayReadingSql(zone: string, instant: string, span?: Span): string {
  if (zone === 'UTC') return instant;
  return ladder(instant, stretches(zone, span ?? KNOWN), span === undefined, (one) => {
    const reading = shift(instant, one.offset);
    const midnight = one.start === null ? null : midnightPassed(zone, one.start);
    return midnight === null ? reading : `greatest(${reading}, ${timestampLiteral(midnight)})`;
  });
}

/** The midnight that was passed before the clock was set back before it; null where there is none. */
function midnightPassed(zone: string, change: bigint): bigint | null {
  const before = change + BigInt(offsetAt(zone, change - 1n)) * MICROS_PER_SECOND;
  const midnight = floorDivide(before - 1n, MICROS_PER_DAY) * MICROS_PER_DAY;
  return midnight > localAt(zone, change) && instantOf(zone, midnight) < change ? midnight : null;
}

/** The instant of a reading: the earlier one of two, the first one after a gap. */
export function instantSql(zone: string, local: string): string {
  if (zone === 'UTC') return local;
  const all = stretches(zone, KNOWN);
  // A stretch's readings end where its offset's clock stood when it ended.
  const steps = all.map((one, i) => {
    const next = all[i + 1];
    return { ...one, end: next?.start == null ? null : next.start + one.offset };
  });
  const pick = (low: number, high: number): string => {
    const middle = (low + high) >> 1;
    const bound = steps[middle - 1]?.end ?? null;
    if (high - low > 1 && bound !== null) {
      return `CASE WHEN ${local} < ${timestampLiteral(bound)} THEN ${pick(low, middle)} ELSE ${pick(middle, high)} END`;
    }
    const one = steps[low];
    if (one === undefined) return 'NULL';
    const moved = shift(local, -one.offset);
    return one.start === null ? moved : `greatest(${moved}, ${timestampLiteral(one.start)})`;
  };
  return guarded(local, pick(0, steps.length), KNOWN);
}

/** The start of the hour of the zone's clock that holds an instant: its mark, or the last change of the clock after it. */
export function hourStartSql(zone: string, instant: string): string {
  return ladder(
    instant,
    zone === 'UTC' ? [{ start: null, offset: 0n }] : stretches(zone, KNOWN),
    zone !== 'UTC',
    (one) => {
      const mark = shift(`date_trunc('hour', ${shift(instant, one.offset)})`, -one.offset);
      return one.start === null ? mark : `greatest(${mark}, ${timestampLiteral(one.start)})`;
    },
  );
}

/** Whether every hour of the zone's clock begins at a full hour of UTC. */
export function hasFullHours(zone: string): boolean {
  const hour = 3_600_000_000n;
  return (
    zone === 'UTC' ||
    stretches(zone, KNOWN).every((one) => one.offset % hour === 0n && (one.start === null || one.start % hour === 0n))
  );
}

function ladder(value: string, all: readonly Stretch[], closed: boolean, make: (one: Stretch) => string): string {
  const pick = (low: number, high: number): string => {
    const middle = (low + high) >> 1;
    const start = all[middle]?.start ?? null;
    const one = all[low];
    if (high - low === 1 || start === null) return one === undefined ? 'NULL' : make(one);
    return `CASE WHEN ${value} < ${timestampLiteral(start)} THEN ${pick(low, middle)} ELSE ${pick(middle, high)} END`;
  };
  const sql = pick(0, all.length);
  return closed ? guarded(value, sql, KNOWN) : `(${sql})`;
}

function guarded(value: string, sql: string, span: Span): string {
  const within = `${value} >= ${timestampLiteral(span.from)} AND ${value} < ${timestampLiteral(span.to)}`;
  return `(CASE WHEN ${value} IS NULL THEN NULL WHEN ${within} THEN ${sql} ELSE ${fail(OUTSIDE)} END)`;
}

function shift(time: string, micros: bigint): string {
  return micros === 0n ? time : addMicros(time, micros.toString());
}
