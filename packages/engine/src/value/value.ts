// The value of a cell: what a field holds, a formula gives and a result shows, or the reason why there is none.
import type { Rational } from './rational.js';
import { fromBigInt } from './rational.js';

export type Value = NumberValue | TextValue | BooleanValue | DateValue | DatetimeValue | TimestampValue | NoValue;

export interface NumberValue {
  readonly kind: 'number';
  readonly value: Rational;
  /** It came from a float, a root, a logarithm or the like: its last digits mean nothing. */
  readonly approximate: boolean;
}

export interface TextValue {
  readonly kind: 'text';
  readonly value: string;
}

export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface DateValue {
  readonly kind: 'date';
  /** Days since 1970-01-01. */
  readonly day: number;
}

/** A wall clock that no zone shifts. */
export interface DatetimeValue {
  readonly kind: 'datetime';
  /** Micros since 1970-01-01 00:00 on that clock. */
  readonly micros: bigint;
}

/** An instant. */
export interface TimestampValue {
  readonly kind: 'timestamp';
  /** Micros since 1970-01-01T00:00:00Z. */
  readonly micros: bigint;
}

/** No value: SQL's null, with the reason. */
export interface NoValue {
  readonly kind: 'none';
  readonly reason: Reason;
}

export type Reason =
  /** An aggregate other than a count had no row, or only rows without a value. */
  | 'no_rows'
  /** The data has none: an empty cell, a null, a missing partner; also a `case` without a matching branch. */
  | 'no_value'
  /** A divisor is zero: of `/`, of `mod`, of zero to a negative power. */
  | 'division_by_zero'
  /** An amount has no exchange rate on or before its date. */
  | 'missing_rate'
  /** An amount is to be converted at a date that has no value. */
  | 'no_rate_date'
  /** The bucket starts after `as_of`, or a retention cell ends after it. */
  | 'not_due'
  /** The window was moved or widened to begin before the dataset's history does. */
  | 'incomplete_window'
  /** There is no snapshot at or before the moment that `opening` or `closing` reads. */
  | 'no_snapshot'
  /** Growth from a base that is zero or negative. */
  | 'no_base'
  /** A calendar dataset has no bucket for the day. */
  | 'no_bucket'
  /** A bucket inside `per` has no value, so the values over the buckets have none. */
  | 'missing_bucket'
  /** Fewer than two values under `stddev` or `variance`. */
  | 'too_few_rows'
  /** No target is declared for the period or the group. */
  | 'no_target'
  /** Outside a function's domain: the root of a negative number, a text that cannot be cast. */
  | 'invalid_argument'
  /** A number too large or too small to write down, a date outside the years 0001 to 9999. */
  | 'out_of_range';

/** Every reason, for checking texts such as a test's `reason:`. */
export const REASONS: readonly Reason[] = [
  'no_rows',
  'no_value',
  'division_by_zero',
  'missing_rate',
  'no_rate_date',
  'not_due',
  'incomplete_window',
  'no_snapshot',
  'no_base',
  'no_bucket',
  'missing_bucket',
  'too_few_rows',
  'no_target',
  'invalid_argument',
  'out_of_range',
];

export function isReason(text: string): text is Reason {
  return (REASONS as readonly string[]).includes(text);
}

export const TRUE: BooleanValue = { kind: 'boolean', value: true };
export const FALSE: BooleanValue = { kind: 'boolean', value: false };
/** A null of the data. */
export const NULL: NoValue = { kind: 'none', reason: 'no_value' };

export function numberValue(value: Rational, approximate = false): NumberValue {
  return { kind: 'number', value, approximate };
}

export function integerValue(value: number | bigint): NumberValue {
  return { kind: 'number', value: fromBigInt(BigInt(value)), approximate: false };
}

export function textValue(value: string): TextValue {
  return { kind: 'text', value };
}

export function booleanValue(value: boolean): BooleanValue {
  return value ? TRUE : FALSE;
}

export function dateValue(day: number): DateValue {
  return { kind: 'date', day };
}

export function datetimeValue(micros: bigint): DatetimeValue {
  return { kind: 'datetime', micros };
}

export function timestampValue(micros: bigint): TimestampValue {
  return { kind: 'timestamp', micros };
}

export function noValue(reason: Reason): NoValue {
  return reason === 'no_value' ? NULL : { kind: 'none', reason };
}
