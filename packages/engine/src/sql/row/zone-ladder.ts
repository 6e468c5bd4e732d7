// Zones in SQL: wall clocks and instants turned into one another by comparing with the zone's transitions, halving each time.
// The engine's own zones would ask ICU for every row, which costs twenty times as much and is missing in a browser.
import { microsOfDay, MICROS_PER_SECOND, floorDivide as floorOf, MICROS_PER_DAY } from '../../calendar/micros.js';
import { dayOf } from '../../calendar/civil.js';
import { instantOf, localAt, offsetAt, transitionsBetween } from '../../calendar/zone.js';
import {
  failOutsideZone,
  floorDivide,
  HOUR_MICROS,
  microsOf,
  timeOfMicros,
  timestampLiteral,
} from '../dialect-duckdb.js';

/** Instants `[from, to)` that a ladder knows. Rows outside fail the statement: the in-memory reference knows every year. */
export interface Span {
  readonly from: bigint;
  readonly to: bigint;
}

const KNOWN: Span = { from: microsOfDay(dayOf(1900, 1, 1)), to: microsOfDay(dayOf(2100, 1, 1)) };

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
  const micros = ladder(instant, stretches(zone, span ?? KNOWN), span === undefined, (one) => one.offset.toString());
  return timeOfMicros(`${microsOf(instant)} + ${micros}`);
}

/** The reading that decides the day: where a clock was set back over midnight, the new day has begun and stays. */
export function dayReadingSql(zone: string, instant: string): string {
  if (zone === 'UTC') return instant;
  const all = stretches(zone, KNOWN);
  const midnights = all.map((one) => (one.start === null ? null : midnightPassed(zone, one.start)));
  if (midnights.every((one) => one === null)) return localSql(zone, instant);
  const micros = ladder(instant, all, true, (one, i) => {
    const reading = `${microsOf(instant)} + ${one.offset}`;
    const midnight = midnights[i] ?? null;
    return midnight === null ? reading : `greatest(${reading}, ${midnight})`;
  });
  return timeOfMicros(micros);
}

/** The midnight that was passed before the clock was set back before it; null where there is none. */
function midnightPassed(zone: string, change: bigint): bigint | null {
  const before = change + BigInt(offsetAt(zone, change - 1n)) * MICROS_PER_SECOND;
  const midnight = floorOf(before - 1n, MICROS_PER_DAY) * MICROS_PER_DAY;
  return midnight > localAt(zone, change) && instantOf(zone, midnight) < change ? midnight : null;
}

/** The instant of a reading: the earlier one of two, the first one after a gap. */
export function instantSql(zone: string, local: string): string {
  if (zone === 'UTC') return local;
  const all = stretches(zone, KNOWN);
  // A stretch's readings end where its offset's clock stood when it ended.
  const ends = all.map((one, i) => {
    const next = all[i + 1]?.start ?? null;
    return next === null ? null : next + one.offset;
  });
  const pick = (low: number, high: number): string => {
    const middle = (low + high) >> 1;
    const bound = ends[middle - 1] ?? null;
    if (high - low > 1 && bound !== null) {
      return `CASE WHEN ${local} < ${timestampLiteral(bound)} THEN ${pick(low, middle)} ELSE ${pick(middle, high)} END`;
    }
    const one = all[low];
    if (one === undefined) return 'NULL';
    const moved = `${microsOf(local)} - ${one.offset}`;
    const gap = one.start !== null && one.offset > (all[low - 1]?.offset ?? one.offset);
    return gap ? `greatest(${moved}, ${one.start})` : moved;
  };
  return timeOfMicros(guarded(local, pick(0, all.length), KNOWN));
}

/** The start of the hour of the zone's clock that holds an instant: its mark, or the last change of the clock after it. */
export function hourStartSql(zone: string, instant: string): string {
  if (zone === 'UTC') return `date_trunc('hour', ${instant})`;
  const micros = ladder(instant, stretches(zone, KNOWN), true, (one) => {
    const mark = `${floorDivide(`(${microsOf(instant)} + ${one.offset})`, HOUR_MICROS)} * ${HOUR_MICROS} - ${one.offset}`;
    return one.start === null ? mark : `greatest(${mark}, ${one.start})`;
  });
  return timeOfMicros(micros);
}

/**
 * Counts the hours of the zone's clock: it grows by one where an hour begins. A change of the clock begins one itself, so each
 * stretch counts on from what the one before it had reached.
 */
export function hourCountSql(zone: string, instant: string): string {
  const hour = BigInt(HOUR_MICROS);
  if (zone === 'UTC') return floorDivide(microsOf(instant), HOUR_MICROS);
  const all = stretches(zone, KNOWN);
  const marks = (at: bigint, offset: bigint): bigint => floorOf(at + offset, hour);
  const counted: bigint[] = [];
  for (const [i, one] of all.entries()) {
    const before = all[i - 1];
    if (before === undefined || one.start === null) counted.push(0n);
    else
      counted.push(marks(one.start - 1n, before.offset) + (counted[i - 1] ?? 0n) + 1n - marks(one.start, one.offset));
  }
  return ladder(instant, all, true, (one, i) => {
    return `${floorDivide(`(${microsOf(instant)} + ${one.offset})`, HOUR_MICROS)} + ${counted[i] ?? 0n}`;
  });
}

function ladder(
  value: string,
  all: readonly Stretch[],
  closed: boolean,
  make: (one: Stretch, index: number) => string,
): string {
  const pick = (low: number, high: number): string => {
    const middle = (low + high) >> 1;
    const start = all[middle]?.start ?? null;
    const one = all[low];
    if (high - low === 1 || start === null) return one === undefined ? 'NULL' : make(one, low);
    return `CASE WHEN ${value} < ${timestampLiteral(start)} THEN ${pick(low, middle)} ELSE ${pick(middle, high)} END`;
  };
  const sql = pick(0, all.length);
  return closed ? guarded(value, sql, KNOWN) : `(${sql})`;
}

function guarded(value: string, sql: string, span: Span): string {
  const within = `${value} >= ${timestampLiteral(span.from)} AND ${value} < ${timestampLiteral(span.to)}`;
  return `(CASE WHEN ${value} IS NULL THEN NULL WHEN ${within} THEN ${sql} ELSE ${failOutsideZone()} END)`;
}
