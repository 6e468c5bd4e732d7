// Buckets of the calendar: which one holds a moment, what comes before and after, and its label.
import type { CalendarSettings } from './calendar-settings.js';
import { isoWeekdayNumber } from './calendar-settings.js';
import { firstDayOfMonthIndex, isoWeekOf, monthIndexOf } from './civil.js';
import { hourAfter, hourHolding } from './hours.js';
import type { DayLevel, Level } from './levels.js';
import { monthOffset, monthsIn } from './levels.js';
import { dateText, minuteTextIn } from './time-text.js';
import type { Point, Window } from './window.js';
import { dayAt, isEmpty, pointOfDay } from './window.js';

/** One unit of a level; itself a window, with both bounds known. */
export interface Bucket {
  readonly level: Level;
  readonly start: Point;
  readonly end: Point;
  /** `2026-03-01`, `2020-W53`, `2026-03`, `2026-Q1`, `2026`, `FY2027-Q1`, `FY2027`, `2026-10-25T02:00+02:00`. */
  readonly label: string;
}

/**
 * The number of the bucket that holds a day: neighbours differ by one, so the boundaries between two days are a difference.
 * Weeks start on the calendar's day.
 */
export function bucketIndexOf(level: DayLevel, day: number, settings: CalendarSettings): number {
  if (level === 'day') return day;
  if (level === 'week') return Math.floor((day + daysToWeekStart(settings)) / 7);
  return Math.floor((monthIndexOf(day) - monthOffset(level, settings)) / (monthsIn(level) ?? 1));
}

/** The inverse of `bucketIndexOf`: the first day of that bucket. */
export function firstDayOfBucket(level: DayLevel, index: number, settings: CalendarSettings): number {
  if (level === 'day') return index;
  if (level === 'week') return index * 7 - daysToWeekStart(settings);
  return firstDayOfMonthIndex(index * (monthsIn(level) ?? 1) + monthOffset(level, settings));
}

/** Day 0 is a Thursday (ISO 4): so many days before it a week began. */
function daysToWeekStart(settings: CalendarSettings): number {
  return (4 - isoWeekdayNumber(settings.weekStarts) + 7) % 7;
}

/** The bucket of a level that holds a moment. */
export function bucketOf(level: Level, point: Point, settings: CalendarSettings): Bucket {
  return bucketOfInstant(level, point.instant, settings);
}

export function bucketOfInstant(level: Level, instant: bigint, settings: CalendarSettings): Bucket {
  if (level === 'hour') return hourBucket(instant, settings);
  return bucketOfDay(level, dayAt(settings.timezone, instant), settings);
}

export function bucketOfDay(level: DayLevel, day: number, settings: CalendarSettings): Bucket {
  return bucketAt(level, bucketIndexOf(level, day, settings), settings);
}

export function nextBucket(bucket: Bucket, settings: CalendarSettings): Bucket {
  return bucketOfInstant(bucket.level, bucket.end.instant, settings);
}

export function previousBucket(bucket: Bucket, settings: CalendarSettings): Bucket {
  return bucketOfInstant(bucket.level, bucket.start.instant - 1n, settings);
}

/** Every bucket that shares a moment with the window, whole, in order; null where the window has a side without a bound. */
export function bucketsBetween(level: Level, window: Window, settings: CalendarSettings): readonly Bucket[] | null {
  const { start, end } = window;
  if (start === null || end === null) return null;
  if (isEmpty(window)) return [];
  const buckets: Bucket[] = [];
  let bucket = bucketOf(level, start, settings);
  for (;;) {
    buckets.push(bucket);
    if (bucket.end.instant >= end.instant) return buckets;
    bucket = nextBucket(bucket, settings);
  }
}

/** A bucket is complete when the end of the `as_of` day has reached its end. */
export function isComplete(bucket: Bucket, asOf: Point): boolean {
  return bucket.end.instant <= asOf.instant;
}

/** A bucket that starts after `as_of` is not due: it has no value rather than 0. */
export function isDue(bucket: Bucket, asOf: Point): boolean {
  return bucket.start.instant < asOf.instant;
}

function bucketAt(level: DayLevel, index: number, settings: CalendarSettings): Bucket {
  const first = firstDayOfBucket(level, index, settings);
  const zone = settings.timezone;
  return {
    level,
    start: pointOfDay(first, zone),
    end: pointOfDay(firstDayOfBucket(level, index + 1, settings), zone),
    label: labelOf(level, first, settings),
  };
}

function hourBucket(instant: bigint, settings: CalendarSettings): Bucket {
  const start = hourHolding(settings.timezone, instant);
  const end = hourAfter(settings.timezone, start.instant);
  return { level: 'hour', start, end, label: minuteTextIn(settings.timezone, start.instant) };
}

/** The label of the bucket that starts on a day. */
function labelOf(level: DayLevel, first: number, settings: CalendarSettings): string {
  const index = monthIndexOf(first);
  const year = pad(Math.floor(index / 12), 4);
  const month = ((index % 12) + 12) % 12;
  switch (level) {
    case 'day':
      return dateText(first);
    case 'week': {
      // Only Monday weeks are ISO weeks; another week has no number everybody agrees on, so its first day names it.
      if (settings.weekStarts !== 'monday') return dateText(first);
      const iso = isoWeekOf(first);
      return `${pad(iso.year, 4)}-W${pad(iso.week, 2)}`;
    }
    case 'month':
      return `${year}-${pad(month + 1, 2)}`;
    case 'quarter':
      return `${year}-Q${month / 3 + 1}`;
    case 'year':
      return year;
    case 'fiscal_quarter':
    case 'fiscal_year': {
      const offset = monthOffset(level, settings);
      const startYear = Math.floor((index - offset) / 12);
      const name = `FY${pad(offset === 0 ? startYear : startYear + 1, 4)}`;
      return level === 'fiscal_year' ? name : `${name}-Q${Math.floor((index - offset - startYear * 12) / 3) + 1}`;
    }
  }
}

function pad(value: number, width: number): string {
  return value.toString().padStart(width, '0');
}
