// How much of a period has passed at the end of the `as_of` day, by days or by working days.
import { weekdayOf } from './civil.js';
import type { Fraction, Window } from './window.js';
import { dayBounds } from './window.js';

/**
 * The elapsed share of a period at the END of the `as_of` day, within [0, 1]: on the last day it is 1. Days are counted by the
 * calendar, so a day of 23 hours weighs like any other. Null without both bounds.
 */
export function elapsedShare(period: Window, asOfDay: number): Fraction | null {
  return share(period, asOfDay, (first, end) => Math.max(0, end - first));
}

/** The same by working days; null also for a period without a working day. */
export function elapsedWorkingShare(period: Window, asOfDay: number, holidays: ReadonlySet<number>): Fraction | null {
  return share(period, asOfDay, (first, end) => workingDays(first, end, holidays));
}

/** Days of the period that begin after the `as_of` day: what a required rate is spread over. Null without an end. */
export function daysLeft(period: Window, asOfDay: number): number | null {
  return left(period, asOfDay, (first, end) => Math.max(0, end - first));
}

export function workingDaysLeft(period: Window, asOfDay: number, holidays: ReadonlySet<number>): number | null {
  return left(period, asOfDay, (first, end) => workingDays(first, end, holidays));
}

/** Mondays to Fridays in `[first, end)` that are no holidays. Days are day numbers. */
export function workingDays(first: number, end: number, holidays: ReadonlySet<number>): number {
  if (end <= first) return 0;
  let count = weekdaysBefore(end) - weekdaysBefore(first);
  for (const day of holidays) {
    if (day >= first && day < end && weekdayOf(day) <= 5) count -= 1;
  }
  return count;
}

/** Mondays to Fridays from day -3 (a Monday) up to, not including, a day. */
function weekdaysBefore(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 5);
}

function share(period: Window, asOfDay: number, count: (first: number, end: number) => number): Fraction | null {
  const { start, end } = dayBounds(period);
  if (start === null || end === null) return null;
  const all = count(start, end);
  if (all === 0) return null;
  return { n: BigInt(count(start, Math.min(end, asOfDay + 1))), d: BigInt(all) };
}

function left(period: Window, asOfDay: number, count: (first: number, end: number) => number): number | null {
  const { start, end } = dayBounds(period);
  if (end === null) return null;
  return count(start === null ? asOfDay + 1 : Math.max(start, asOfDay + 1), end);
}
