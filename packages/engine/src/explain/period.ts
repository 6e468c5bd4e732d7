// Periods as an explanation names them.
import type { CalendarLevel, Graph } from '@sextant/parser';
import { dateText } from '../calendar/time-text.js';
import { dayAt, endOfDay } from '../calendar/window.js';
import { makeLevels } from '../levels/levels.js';
import type { DataFacts } from '../plan/facts.js';
import { calendarOf } from '../question/check-question.js';
import type { AskedPeriod } from './explanation.js';

/** Days `[from, end)` since 1970-01-01; null is open. */
export interface DayRange {
  readonly fromDay: number | null;
  readonly endDay: number | null;
}

export interface NamedRange extends DayRange {
  readonly label: string | null;
}

/** The bucket of a level that holds a day; null where a calendar dataset has none, or its rows are not known. */
export function bucketHolding(graph: Graph, level: CalendarLevel, day: number, facts: DataFacts): NamedRange | null {
  const settings = calendarOf(graph);
  const levels = makeLevels(
    settings,
    (name) => graph.datasets.get(name),
    (name) => facts.calendars.get(name) ?? [],
  );
  const bucket = levels.holding(level, endOfDay(day, settings.timezone).instant - 1n);
  if (bucket === null) return null;
  return {
    label: bucket.label,
    fromDay: dayAt(settings.timezone, bucket.start.instant),
    endDay: dayAt(settings.timezone, bucket.end.instant),
  };
}

export function askedPeriod({ label, fromDay, endDay }: NamedRange, asOfDay: number): AskedPeriod {
  const end = endDay ?? asOfDay + 1;
  return {
    label,
    first: fromDay === null ? null : dateText(fromDay),
    last: dateText(end - 1),
    complete: end <= asOfDay + 1,
  };
}
