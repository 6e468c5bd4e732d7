// Why there is no number, in words that fit behind a dash.
import type { Reason } from '../value/value.js';

export function reasonWords(reason: Reason): string {
  return WORDS[reason];
}

const WORDS: Readonly<Record<Reason, string>> = {
  no_rows: 'there are no rows to compute it from',
  no_value: 'the data has no value here',
  division_by_zero: 'it would be a division by zero',
  missing_rate: 'an amount has no exchange rate on or before its date',
  no_rate_date: 'an amount has no date to be converted at',
  not_due: 'it begins after the as-of day, or its time is not over yet',
  incomplete_window: 'the window begins before the history of the data',
  no_snapshot: 'there is no snapshot at or before that moment',
  no_base: 'it would be growth from zero or less',
  no_bucket: 'the calendar has no bucket for the day',
  missing_bucket: 'a bucket inside has no value',
  too_few_rows: 'there are too few rows',
  no_target: 'there is no target',
  invalid_argument: 'a function has no value for its argument',
  out_of_range: 'it is out of the range of numbers or days',
};
