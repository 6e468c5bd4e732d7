// How a range of days lies among the periods of a calendar level.
import type { CalendarLevel, WindowFit } from '@sextant/parser';
import { bucketOfInstant } from '../calendar/buckets.js';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import { pointOfDay } from '../calendar/window.js';

/** `[fromDay, endDay)`, not empty. Null for a level of a calendar dataset: its rows say where its periods begin. */
export function rangeFit(
  fromDay: number,
  endDay: number,
  every: CalendarLevel,
  settings: CalendarSettings,
): WindowFit | null {
  if (typeof every !== 'string') return null;
  const [start, end] = [fromDay, endDay].map((day) => pointOfDay(day, settings.timezone).instant);
  if (start === undefined || end === undefined || start >= end) return null;
  const first = bucketOfInstant(every, start, settings);
  const last = bucketOfInstant(every, end - 1n, settings);
  const isWhole = first.start.instant === start && last.end.instant === end;
  if (first.start.instant === last.start.instant) return isWhole ? 'period' : 'inside';
  return isWhole ? 'periods' : 'other';
}
