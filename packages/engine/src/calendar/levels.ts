// The levels of the calendar, how many months each counts, and which nests in which.
import type { CalendarSettings } from './calendar-settings.js';

/** A level whose buckets are whole days. */
export type DayLevel = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscal_quarter' | 'fiscal_year';
export type Level = 'hour' | DayLevel;

/** From fine to coarse. */
export const LEVELS: readonly Level[] = [
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'fiscal_quarter',
  'fiscal_year',
];

export function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text);
}

/** Levels that count months: shifting by them clamps to month ends. */
export function monthsIn(level: Level): number | null {
  switch (level) {
    case 'month':
      return 1;
    case 'quarter':
    case 'fiscal_quarter':
      return 3;
    case 'year':
    case 'fiscal_year':
      return 12;
    case 'hour':
    case 'day':
    case 'week':
      return null;
  }
}

/** The month (0 to 11) at which buckets of a level that counts months begin. */
export function monthOffset(level: Level, settings: CalendarSettings): number {
  return level === 'fiscal_quarter' || level === 'fiscal_year' ? settings.fiscalYearStarts - 1 : 0;
}

/**
 * Whether every bucket of `inner` lies in one bucket of `outer`. A week nests in nothing but itself. Quarters and fiscal quarters
 * nest in each other where the fiscal year starts in January, April, July or October.
 */
export function nestsIn(inner: Level, outer: Level, settings: CalendarSettings): boolean {
  if (inner === outer || inner === 'hour') return true;
  if (inner === 'day') return outer !== 'hour';
  const innerMonths = monthsIn(inner);
  const outerMonths = monthsIn(outer);
  if (innerMonths === null || outerMonths === null || outerMonths % innerMonths !== 0) return false;
  return (monthOffset(inner, settings) - monthOffset(outer, settings)) % innerMonths === 0;
}
