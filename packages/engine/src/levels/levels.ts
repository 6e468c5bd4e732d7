// The levels of the calendar and of calendar datasets (4-4-5 and the like) behind one face: buckets and moved windows.
import type { CalendarLevel, CalendarSpan, Dataset } from '@sextant/parser';
import { bucketOfInstant, bucketsBetween } from '../calendar/buckets.js';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import { dayOfMicros, microsOfDay, timeOfDay } from '../calendar/micros.js';
import { rolling, shiftBack, toDate, whole } from '../calendar/shift.js';
import { isEmpty, pointOfDay, pointOfLocal, dayAt, type Point, type Window } from '../calendar/window.js';
import { compareText } from '../value/order.js';
import { textOf } from '../value/functions/cast.js';
import type { Value } from '../value/value.js';

/** A row of a calendar dataset: its stored fields. */
export type CalendarRow = ReadonlyMap<string, Value>;

/** One unit of a level. */
export interface LevelBucket {
  readonly start: Point;
  readonly end: Point;
  readonly label: string;
}

export interface Levels {
  /** Null where a calendar dataset has no row for the day. */
  holding(level: CalendarLevel, instant: bigint): LevelBucket | null;
  /** Every bucket that shares a moment with the window, whole, in order; null where the window has a side without a bound. */
  between(level: CalendarLevel, window: Window): readonly LevelBucket[] | null;
  /** Null, here and below, where a calendar dataset does not reach so far. */
  back(window: Window, span: CalendarSpan): Window | null;
  rolling(window: Window, span: CalendarSpan): Window | null;
  toDate(window: Window, level: CalendarLevel): Window | null;
  whole(window: Window, level: CalendarLevel): Window | null;
  /** The number of the bucket that holds a day, for levels of calendar datasets. */
  indexOf(level: DatasetLevel, day: number): number | null;
  /** The same day of the bucket so many further on, or that bucket's last day where it is shorter. */
  moveDay(level: DatasetLevel, day: number, by: number): number | null;
  /** First day of the bucket that holds a day. */
  firstDay(level: DatasetLevel, day: number): number | null;
}

export type DatasetLevel = Exclude<CalendarLevel, string>;

/** Days `[first, end)`. */
interface DayRun {
  readonly label: string;
  readonly first: number;
  readonly end: number;
}

export function makeLevels(
  settings: CalendarSettings,
  datasetOf: (name: string) => Dataset | undefined,
  rowsOf: (dataset: string) => readonly CalendarRow[],
): Levels {
  const zone = settings.timezone;
  const known = new Map<string, readonly DayRun[]>();
  const runsOf = (level: DatasetLevel): readonly DayRun[] => {
    const key = JSON.stringify([level.dataset, level.field]);
    const runs = known.get(key) ?? readRuns(level, datasetOf(level.dataset), rowsOf(level.dataset));
    known.set(key, runs);
    return runs;
  };
  const indexOf = (level: DatasetLevel, day: number): number | null => {
    const index = runsOf(level).findIndex((run) => day >= run.first && day < run.end);
    return index < 0 ? null : index;
  };
  const bucket = (run: DayRun): LevelBucket => ({
    start: pointOfDay(run.first, zone),
    end: pointOfDay(run.end, zone),
    label: run.label,
  });
  const holding = (level: CalendarLevel, instant: bigint): LevelBucket | null => {
    if (typeof level === 'string') return bucketOfInstant(level, instant, settings);
    const index = indexOf(level, dayAt(zone, instant));
    const run = index === null ? undefined : runsOf(level)[index];
    return run === undefined ? null : bucket(run);
  };
  const moveDay = (level: DatasetLevel, day: number, by: number): number | null => {
    const index = indexOf(level, day);
    if (index === null) return null;
    const [from, to] = [runsOf(level)[index], runsOf(level)[index + by]];
    if (from === undefined || to === undefined) return null;
    return Math.min(to.first + day - from.first, to.end - 1);
  };
  const shifted = (window: Window, level: DatasetLevel, by: number): Window | null => {
    const runs = runsOf(level);
    const start = window.start?.local ?? null;
    const end = window.end?.local ?? null;
    const wholeRuns =
      (start === null || (timeOfDay(start) === 0n && runs.some((run) => run.first === dayOfMicros(start)))) &&
      (end === null || (timeOfDay(end) === 0n && runs.some((run) => run.end === dayOfMicros(end))));
    const moveStart = (local: bigint): Point | null => {
      const day = moveDay(level, dayOfMicros(local), -by);
      return day === null ? null : pointOfLocal(microsOfDay(day) + timeOfDay(local), zone);
    };
    // The last included day moves, and the end is the day after; a window of whole units moves to whole units.
    const moveEnd = (local: bigint): Point | null => {
      const atMidnight = timeOfDay(local) === 0n;
      const day = moveDay(level, dayOfMicros(local) - (atMidnight ? 1 : 0), -by);
      if (day === null) return null;
      if (!atMidnight) return pointOfLocal(microsOfDay(day) + timeOfDay(local), zone);
      const target = runs.find((run) => day >= run.first && day < run.end);
      return pointOfDay(wholeRuns && target !== undefined ? target.end : day + 1, zone);
    };
    const from = start === null ? null : moveStart(start);
    const to = end === null ? null : moveEnd(end);
    return (start !== null && from === null) || (end !== null && to === null) ? null : { start: from, end: to };
  };
  return {
    holding,
    between(level, window) {
      if (typeof level === 'string') return bucketsBetween(level, window, settings);
      const { start, end } = window;
      if (start === null || end === null) return null;
      if (isEmpty(window)) return [];
      return runsOf(level)
        .map(bucket)
        .filter((one) => one.start.instant < end.instant && one.end.instant > start.instant);
    },
    back(window, { amount, level }) {
      return typeof level === 'string'
        ? shiftBack(window, { amount, level }, settings)
        : shifted(window, level, amount);
    },
    rolling(window, { amount, level }) {
      if (typeof level === 'string') return rolling(window, { amount, level }, settings);
      if (window.end === null) return null;
      const end = window.end.local;
      const last = timeOfDay(end) === 0n ? runsOf(level).findIndex((run) => run.end === dayOfMicros(end)) : -1;
      // Whole units reach back to the first of them, though the calendar may begin there.
      const first = last < 0 ? null : runsOf(level)[last - amount + 1];
      if (first !== null) return first === undefined ? null : { start: pointOfDay(first.first, zone), end: window.end };
      const moved = shifted({ start: null, end: window.end }, level, amount);
      return moved === null ? null : { start: moved.end, end: window.end };
    },
    toDate(window, level) {
      if (typeof level === 'string') return toDate(window, level, settings);
      const unit = window.end === null ? null : holding(level, window.end.instant - 1n);
      return unit === null ? null : { start: unit.start, end: window.end };
    },
    whole(window, level) {
      if (typeof level === 'string') return whole(window, level, settings);
      const unit = window.start === null ? null : holding(level, window.start.instant);
      if (unit === null || window.end === null || window.end.instant > unit.end.instant) return null;
      return { start: unit.start, end: unit.end };
    },
    indexOf,
    moveDay,
    firstDay(level, day) {
      const index = indexOf(level, day);
      return index === null ? null : (runsOf(level)[index]?.first ?? null);
    },
  };
}

/** A unit lasts from the first to the last day that carries its name. */
function readRuns(level: DatasetLevel, dataset: Dataset | undefined, rows: readonly CalendarRow[]): readonly DayRun[] {
  const dayField = dataset?.def.calendar?.day.text ?? '';
  const runs = new Map<string, DayRun>();
  for (const row of rows) {
    const day = row.get(dayField);
    const name = row.get(level.field);
    if (day?.kind !== 'date' || name === undefined || name.kind === 'none') continue;
    const label = textOf(name);
    const run = runs.get(label);
    runs.set(label, {
      label,
      first: Math.min(run?.first ?? day.day, day.day),
      end: Math.max(run?.end ?? day.day + 1, day.day + 1),
    });
  }
  return [...runs.values()].sort((a, b) => a.first - b.first || compareText(a.label, b.label));
}
