// Why a cell has no value, in words.
import type { Reason } from '@sextant/engine';

export function reasonWords(reason: Reason): string {
  return WORDS[reason];
}

const WORDS: Readonly<Record<Reason, string>> = {
  no_rows: 'no rows to compute it from',
  no_value: 'the data has no value here',
  division_by_zero: 'division by zero',
  missing_rate: 'an amount has no exchange rate on or before its date',
  no_rate_date: 'an amount has no date to be converted at',
  not_due: 'not due yet: it begins after the as-of day, or its time is not over',
  incomplete_window: 'the window begins before the history of the data does',
  no_snapshot: 'there is no snapshot at or before that moment',
  no_base: 'growth from a base that is zero or negative',
  no_bucket: 'the calendar has no bucket for the day',
  missing_bucket: 'a bucket inside has no value',
  too_few_rows: 'too few rows',
  no_target: 'no target',
  invalid_argument: 'a function has no value for this argument',
  out_of_range: 'out of the range of numbers or days',
};
