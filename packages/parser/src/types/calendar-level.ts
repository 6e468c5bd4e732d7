// The words for calendar levels and lengths in the calendar.
import type { CalendarLevel, CalendarSpan, ClockLevel } from './typed.js';

export const PLAIN_LEVELS = [
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'fiscal_quarter',
  'fiscal_year',
] as const;

export const CLOCK_LEVELS: readonly ClockLevel[] = ['minute', 'second'];

export type PlainLevel = (typeof PLAIN_LEVELS)[number];

/** `month`, `months`; null where the word is no level. Case-insensitive, as all words of the language. */
export function plainLevel(word: string): PlainLevel | null {
  const lower = word.toLowerCase();
  return PLAIN_LEVELS.find((level) => level === lower || `${level}s` === lower) ?? null;
}

/** `minute`, `minutes`, and of seconds; null where the word is none of them. */
export function clockLevel(word: string): ClockLevel | null {
  const lower = word.toLowerCase();
  return CLOCK_LEVELS.find((level) => level === lower || `${level}s` === lower) ?? null;
}

export function showLevel(level: CalendarLevel | ClockLevel): string {
  return typeof level === 'string' ? level : level.field;
}

export function showSpan(span: CalendarSpan): string {
  return `${span.amount} ${showLevel(span.level)}${span.amount === 1 ? '' : 's'}`;
}

/** Levels whose buckets lie whole in one bucket of the other; a level nests in itself. */
export function nestsIn(finer: CalendarLevel, coarser: CalendarLevel): boolean {
  if (typeof finer !== 'string' || typeof coarser !== 'string') {
    // A calendar dataset's levels are runs of days: days and hours nest in them; of two of them the data decides.
    return typeof finer === 'string'
      ? finer === 'hour' || finer === 'day'
      : typeof coarser !== 'string' && finer.dataset === coarser.dataset;
  }
  return NESTING[finer].includes(coarser);
}

const ALL: readonly PlainLevel[] = PLAIN_LEVELS;
const NESTING: Readonly<Record<PlainLevel, readonly PlainLevel[]>> = {
  hour: ALL,
  day: ALL.filter((level) => level !== 'hour'),
  week: ['week'],
  month: ['month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'],
  quarter: ['quarter', 'year'],
  year: ['year'],
  fiscal_quarter: ['fiscal_quarter', 'fiscal_year'],
  fiscal_year: ['fiscal_year'],
};
