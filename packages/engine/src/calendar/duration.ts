// Lengths in the calendar, `28 days` or `1 fiscal_quarter`, and points moved by them.
import type { CalendarSettings } from './calendar-settings.js';
import { addMonths } from './civil.js';
import type { Level } from './levels.js';
import { isLevel, monthsIn } from './levels.js';
import { MICROS_PER_DAY, MICROS_PER_HOUR, dayOfMicros, microsOfDay, timeOfDay } from './micros.js';
import type { Point } from './window.js';
import { pointOfInstant, pointOfLocal } from './window.js';

export interface Duration {
  /** A whole number; negative goes back. */
  readonly amount: number;
  readonly level: Level;
}

/** What a duration counts: months are clamped to month ends, days keep the wall clock, hours are elapsed time. */
export type DurationMeasure =
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'elapsed'; readonly micros: bigint };

const WRITTEN = /^(\d{1,6}) +([a-z_]+?)s?$/;

/** `28 days`, `1 month`; null for another form, a fraction or an unknown level. */
export function parseDuration(text: string): Duration | null {
  const match = WRITTEN.exec(text);
  const level = match?.[2];
  if (match === null || level === undefined || !isLevel(level)) return null;
  return { amount: Number(match[1]), level };
}

export function durationText(duration: Duration): string {
  return `${duration.amount} ${duration.level}${Math.abs(duration.amount) === 1 ? '' : 's'}`;
}

export function negateDuration(duration: Duration): Duration {
  return { amount: duration.amount === 0 ? 0 : -duration.amount, level: duration.level };
}

export function measureOf(duration: Duration): DurationMeasure {
  const { amount, level } = duration;
  if (level === 'hour') return { kind: 'elapsed', micros: BigInt(amount) * MICROS_PER_HOUR };
  if (level === 'day') return { kind: 'days', days: amount };
  if (level === 'week') return { kind: 'days', days: amount * 7 };
  return { kind: 'months', months: amount * (monthsIn(level) ?? 1) };
}

/** A wall-clock reading moved; hours move the reading itself, as on a clock that is never set. */
export function addToLocal(local: bigint, duration: Duration): bigint {
  const measure = measureOf(duration);
  switch (measure.kind) {
    case 'months':
      return microsOfDay(addMonths(dayOfMicros(local), measure.months)) + timeOfDay(local);
    case 'days':
      return local + BigInt(measure.days) * MICROS_PER_DAY;
    case 'elapsed':
      return local + measure.micros;
  }
}

/** A point moved: months and days keep the wall clock in the calendar's zone, hours count elapsed time. */
export function addToPoint(point: Point, duration: Duration, settings: CalendarSettings): Point {
  const measure = measureOf(duration);
  if (measure.kind === 'elapsed') return pointOfInstant(point.instant + measure.micros, settings.timezone);
  return pointOfLocal(addToLocal(point.local, duration), settings.timezone);
}
