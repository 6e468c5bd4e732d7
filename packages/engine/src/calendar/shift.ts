// The windows that `prior`, `to_date`, `whole`, `rolling` and `cumulative` make out of a window (section "contexts" of the
// language reference). All are pure: clipping to `as_of` comes before, in the evaluator.
import type { Bucket } from './buckets.js';
import { bucketOf, bucketOfInstant } from './buckets.js';
import type { CalendarSettings } from './calendar-settings.js';
import { addMonths, civilOf, firstDayOfMonthIndex, monthIndexOf } from './civil.js';
import type { Duration } from './duration.js';
import { addToPoint, measureOf, negateDuration } from './duration.js';
import type { Level } from './levels.js';
import { MICROS_PER_SECOND, dayOfMicros, microsOfDay, timeOfDay } from './micros.js';
import type { Point, Window } from './window.js';
import { pointOfDay, pointOfInstant, pointOfLocal } from './window.js';
import { offsetAt } from './zone.js';

/**
 * `prior(m, duration)`: the window moved back (forward with a negative count). A side without a bound stays without one.
 * - days and weeks move both bounds by days and keep their wall-clock time; hours and less move both by elapsed time;
 * - months, quarters and years count months: a window of whole calendar months moves to whole months; else the first and
 *   the last included day move, each clamped to its month's end, and the end is the day after;
 * - a bound inside a day keeps its wall-clock time. Where clamping would put the end before the start the window is empty.
 */
export function shiftBack(window: Window, duration: Duration, settings: CalendarSettings): Window {
  const zone = settings.timezone;
  const measure = measureOf(duration);
  switch (measure.kind) {
    case 'elapsed': {
      const move = (point: Point): Point => pointOfInstant(point.instant - measure.micros, zone);
      return { start: mapPoint(window.start, move), end: mapPoint(window.end, move) };
    }
    case 'days': {
      const move = (local: bigint): Point => pointOfLocal(local - microsOfDay(measure.days), zone);
      return ordered(
        mapPoint(window.start, (point) => move(point.local)),
        mapPoint(window.end, (point) => move(closingReading(point, zone))),
      );
    }
    case 'months':
      return shiftByMonths(window, -measure.months, zone);
  }
}

function shiftByMonths(window: Window, months: number, zone: string): Window {
  const start = window.start === null ? null : window.start.local;
  const end = window.end === null ? null : closingReading(window.end, zone);
  // An open side puts no condition on whole months: `(-inf, March 1st)` is a window of whole months.
  if ((start === null || isMonthStart(start)) && (end === null || isMonthStart(end))) {
    const move = (local: bigint): Point =>
      pointOfDay(firstDayOfMonthIndex(monthIndexOf(dayOfMicros(local)) + months), zone);
    return { start: start === null ? null : move(start), end: end === null ? null : move(end) };
  }
  return ordered(
    start === null ? null : pointOfLocal(moveDay(start, months), zone),
    end === null ? null : pointOfLocal(moveEnd(end, months), zone),
  );
}

function isMonthStart(local: bigint): boolean {
  return timeOfDay(local) === 0n && civilOf(dayOfMicros(local)).day === 1;
}

function moveDay(local: bigint, months: number): bigint {
  return microsOfDay(addMonths(dayOfMicros(local), months)) + timeOfDay(local);
}

/** At midnight the last included day is the day before; inside a day it is that day. */
function moveEnd(end: bigint, months: number): bigint {
  if (timeOfDay(end) !== 0n) return moveDay(end, months);
  return microsOfDay(addMonths(dayOfMicros(end) - 1, months) + 1);
}

/**
 * The reading at which a window closes, seen from inside. Only where a clock is set inside a day does it differ from the reading
 * after: the first 02:00 hour of an autumn day closes at 03:00, though the clock then shows 02:00 again.
 */
function closingReading(end: Point, zone: string): bigint {
  if (timeOfDay(end.local) === 0n) return end.local;
  return end.instant + BigInt(offsetAt(zone, end.instant - 1n)) * MICROS_PER_SECOND;
}

function ordered(start: Point | null, end: Point | null): Window {
  return start !== null && end !== null && end.instant < start.instant ? { start, end: start } : { start, end };
}

function mapPoint(point: Point | null, move: (point: Point) => Point): Point | null {
  return point === null ? null : move(point);
}

/** `to_date(m, level)`: `[start of the unit that holds the window's last instant, end)`; null for a window without an end. */
export function toDate(window: Window, level: Level, settings: CalendarSettings): Window | null {
  if (window.end === null) return null;
  return { start: bucketOfInstant(level, window.end.instant - 1n, settings).start, end: window.end };
}

/** `whole(m, level)`: the calendar unit that contains the window; null where no single unit does. */
export function whole(window: Window, level: Level, settings: CalendarSettings): Bucket | null {
  if (window.start === null || window.end === null) return null;
  const bucket = bucketOf(level, window.start, settings);
  return window.end.instant <= bucket.end.instant ? bucket : null;
}

/** `rolling(m, duration)`: `[end - duration, end)`; null for a window without an end. */
export function rolling(window: Window, duration: Duration, settings: CalendarSettings): Window | null {
  if (window.end === null) return null;
  return { start: addToPoint(window.end, negateDuration(duration), settings), end: window.end };
}

/** `cumulative(m)`: everything before the window's end. */
export function cumulative(window: Window): Window {
  return { start: null, end: window.end };
}
