// The period of a level that holds a day, as a question asks for it.
import type { CalendarLevel, Graph } from '@sextant/parser';
import { bucketOfInstant } from '../calendar/buckets.js';
import { dateText, parseDate } from '../calendar/time-text.js';
import { dayAt, pointOfDay } from '../calendar/window.js';
import { calendarOf } from '../question/check-question.js';

export interface PeriodAt {
  readonly label: string;
  /** Days, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Null for a text that is no day, and for levels of calendar datasets, which only the data knows. */
export function periodAt(graph: Graph, level: CalendarLevel, day: string): PeriodAt | null {
  const at = parseDate(day);
  if (at === null || typeof level !== 'string') return null;
  const calendar = calendarOf(graph);
  const { label, start, end } = bucketOfInstant(level, pointOfDay(at, calendar.timezone).instant, calendar);
  const [first, next] = [start, end].map((point) => dayAt(calendar.timezone, point.instant));
  if (first === undefined || next === undefined) return null;
  return { label, from: dateText(first), to: dateText(next - 1) };
}
