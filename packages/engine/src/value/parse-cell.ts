// Text of a data file or a test's row, read as a declared type. What does not fit is refused, never rounded or guessed.
import type { ValueType } from '@sextant/parser';
import { parseDate, parseDatetime, parseTimestamp } from '../calendar/time-text.js';
import type { Rational } from './rational.js';
import { divide, fromBigInt, fromDecimalText, isInteger, multiply, powerOfTen } from './rational.js';
import { decimalsNeeded } from './to-text.js';
import type { Value } from './value.js';
import { NULL, booleanValue, dateValue, datetimeValue, numberValue, textValue, timestampValue } from './value.js';

/** A fact about a cell that does not fit its column; `errors.ts` has the words. */
export interface CellProblem {
  readonly kind: 'problem';
  readonly problem:
    | 'not_a_number'
    | 'not_whole'
    | 'too_many_decimals'
    | 'too_many_digits'
    | 'not_a_boolean'
    | 'not_a_date'
    | 'not_a_datetime'
    | 'not_a_timestamp'
    | 'timestamp_without_offset';
  readonly text: string;
  readonly type: ValueType;
}

/** The engine below keeps 38 digits, so no column may hold more. */
const MAX_DIGITS = 38;
const FLOAT = /^([+-]?\d+(?:\.\d+)?)(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * An empty cell is no value, of every type. Numbers may have a sign and leading zeros (`007` is 7 in a data file), no exponent, no
 * separators, no spaces; zeros past a decimal's last digit are accepted, other digits there are not. `true` and `false` in any
 * case. A `float` may have an exponent and is approximate. A timestamp needs an offset.
 */
export function parseCell(text: string | null, type: ValueType): Value | CellProblem {
  if (text === null || text === '') return NULL;
  const wrong = (problem: CellProblem['problem']): CellProblem => ({ kind: 'problem', problem, text, type });
  switch (type.kind) {
    case 'text':
      return textValue(text);
    case 'boolean': {
      const word = text.toLowerCase();
      return word === 'true' || word === 'false' ? booleanValue(word === 'true') : wrong('not_a_boolean');
    }
    case 'integer':
    case 'decimal':
    case 'rational': {
      const value = fromDecimalText(text);
      if (value === null) return wrong('not_a_number');
      const problem = fitProblem(value, type);
      return problem === null ? numberValue(value) : wrong(problem);
    }
    case 'float': {
      const value = parseFloatText(text);
      return value === null ? wrong('not_a_number') : numberValue(value, true);
    }
    case 'date': {
      const day = parseDate(text);
      return day === null ? wrong('not_a_date') : dateValue(day);
    }
    case 'datetime': {
      const micros = parseDatetime(text);
      return micros === null ? wrong('not_a_datetime') : datetimeValue(micros);
    }
    case 'timestamp': {
      const micros = parseTimestamp(text);
      if (micros !== null) return timestampValue(micros);
      return wrong(parseDatetime(text) === null ? 'not_a_timestamp' : 'timestamp_without_offset');
    }
    case 'none':
    case 'unknown':
      return NULL;
  }
}

function fitProblem(value: Rational, type: ValueType): CellProblem['problem'] | null {
  if (type.kind === 'rational') return null;
  const scale = type.kind === 'decimal' ? type.scale : 0;
  if (type.kind === 'integer' && !isInteger(value)) return 'not_whole';
  if ((decimalsNeeded(value) ?? 0) > scale) return 'too_many_decimals';
  const size = value.n < 0n ? -value.n : value.n;
  return size >= powerOfTen(MAX_DIGITS - scale) * value.d ? 'too_many_digits' : null;
}

/** A float's text read exactly: `1.5e-3`. It is approximate because of where it came from, not because of this. */
export function parseFloatText(text: string): Rational | null {
  const match = FLOAT.exec(text);
  const mantissa = fromDecimalText(match?.[1] ?? '');
  if (match === null || mantissa === null) return null;
  const exponent = Number(match[2] ?? 0);
  const factor = fromBigInt(powerOfTen(Math.abs(exponent)));
  return exponent < 0 ? divide(mantissa, factor) : multiply(mantissa, factor);
}
