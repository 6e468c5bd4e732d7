// Periods as people write them: `2026`, `FY2027-Q1`, `2026-W05`, `2026-03-01`, and ranges `a..b` that include both.
import { bucketOfDay } from './buckets.js';
import type { CalendarSettings } from './calendar-settings.js';
import { MIN_YEAR, dayOf, firstDayOfIsoWeek, firstDayOfMonthIndex, isoWeeksInYear } from './civil.js';
import type { DayLevel } from './levels.js';
import { parseDate } from './time-text.js';
import type { Point } from './window.js';

export interface Period {
  readonly kind: 'period';
  /** The level whose bucket this is; null for a range, even where it happens to fill one. */
  readonly level: DayLevel | null;
  readonly start: Point;
  readonly end: Point;
  /** As written; for a period without `..` also its bucket's label. */
  readonly text: string;
}

/** A fact about a text that is no period; `errors.ts` has the words. `text` is the part that is at fault. */
export type PeriodProblem =
  | { readonly kind: 'notAPeriod'; readonly text: string }
  | { readonly kind: 'noSuchPeriod'; readonly text: string; readonly because: string }
  | { readonly kind: 'weeksNotIso'; readonly text: string; readonly weekStarts: string }
  | { readonly kind: 'endsBeforeItStarts'; readonly text: string };

const PERIOD = /^(FY)?(\d{4})(?:-(?:Q(\d)|W(\d{2})|(\d{2})(?:-(\d{2}))?))?$/;

/** The period that a text names: itself a window, with both bounds known. */
export function parsePeriod(text: string, settings: CalendarSettings): Period | PeriodProblem {
  const dots = text.indexOf('..');
  if (dots < 0) return parseSingle(text, settings);
  const from = parseSingle(text.slice(0, dots), settings);
  if (from.kind !== 'period') return from;
  const to = parseSingle(text.slice(dots + 2), settings);
  if (to.kind !== 'period') return to;
  if (to.end.instant <= from.start.instant) return { kind: 'endsBeforeItStarts', text };
  return { kind: 'period', level: null, start: from.start, end: to.end, text };
}

function parseSingle(text: string, settings: CalendarSettings): Period | PeriodProblem {
  const found = firstDayNamed(text, settings);
  if ('kind' in found) return found;
  const { start, end } = bucketOfDay(found.level, found.day, settings);
  return { kind: 'period', level: found.level, start, end, text };
}

function firstDayNamed(text: string, settings: CalendarSettings): { level: DayLevel; day: number } | PeriodProblem {
  const match = PERIOD.exec(text);
  if (match === null) return { kind: 'notAPeriod', text };
  const [, fiscal, yearText, quarterText, weekText, monthText, dayText] = match;
  const year = Number(yearText);
  const impossible = (because: string): PeriodProblem => ({ kind: 'noSuchPeriod', text, because });
  if (year < MIN_YEAR) return impossible('years start at 0001');
  const quarter = quarterText === undefined ? null : Number(quarterText);
  if (quarter !== null && (quarter < 1 || quarter > 4)) return impossible('quarters are Q1 to Q4');
  if (fiscal !== undefined) {
    if (weekText !== undefined || monthText !== undefined) return { kind: 'notAPeriod', text };
    const first = firstMonthOfFiscalYear(year, settings) + ((quarter ?? 1) - 1) * 3;
    return { level: quarter === null ? 'fiscal_year' : 'fiscal_quarter', day: firstDayOfMonthIndex(first) };
  }
  if (quarter !== null) return { level: 'quarter', day: dayOf(year, quarter * 3 - 2, 1) };
  if (weekText !== undefined) {
    if (settings.weekStarts !== 'monday') return { kind: 'weeksNotIso', text, weekStarts: settings.weekStarts };
    const week = Number(weekText);
    const weeks = isoWeeksInYear(year);
    if (week < 1 || week > weeks) return impossible(`${yearText ?? ''} has weeks W01 to W${weeks}`);
    return { level: 'week', day: firstDayOfIsoWeek(year, week) };
  }
  if (monthText === undefined) return { level: 'year', day: dayOf(year, 1, 1) };
  const month = Number(monthText);
  if (month < 1 || month > 12) return impossible('months are 01 to 12');
  if (dayText === undefined) return { level: 'month', day: dayOf(year, month, 1) };
  const day = parseDate(text);
  return day === null ? impossible('the month has no such day') : { level: 'day', day };
}

/** A fiscal year is named by the year it ends in: unless it starts in January, it starts in the year before. */
function firstMonthOfFiscalYear(name: number, settings: CalendarSettings): number {
  const offset = settings.fiscalYearStarts - 1;
  return (offset === 0 ? name : name - 1) * 12 + offset;
}
