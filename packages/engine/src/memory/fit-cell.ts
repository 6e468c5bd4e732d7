// A value with a type of its own as the declared type: the same value, or none. What `fit-column.ts` says to a database, in memory.
import type { ValueType } from '@sextant/parser';
import { MICROS_PER_DAY, dayOfMicros } from '../calendar/micros.js';
import { dateText, datetimeText, timestampText } from '../calendar/time-text.js';
import { doubleValue } from '../execute/double-value.js';
import { fromBigInt, fromDecimalText, fromScaled, powerOfTen } from '../value/rational.js';
import { roundedText } from '../value/to-text.js';
import {
  booleanValue,
  dateValue,
  datetimeValue,
  numberValue,
  textValue,
  timestampValue,
  type Value,
} from '../value/value.js';
import type { Raw } from './table.js';

/** Null where the declared type cannot hold the value as it is. */
export type FitCell = (raw: Raw) => Value | null;

/** For types that fit at all. */
export function cellFitter(type: string, declared: ValueType): FitCell {
  switch (declared.kind) {
    case 'text':
      return (raw) => textValue(String(raw));
    case 'boolean':
      return (raw) => booleanValue(raw === true);
    case 'integer':
      return (raw) => wholeOf(raw, type);
    case 'decimal':
      return (raw) => decimalOf(raw, type, declared.scale);
    case 'float':
      return (raw) => floatOf(raw, type);
    case 'date':
      return (raw) => dateOf(raw);
    case 'datetime':
      return (raw) => clockOf(raw, type);
    case 'timestamp':
      return (raw) => (typeof raw === 'bigint' ? timestampValue(raw) : null);
    case 'rational':
    case 'none':
    case 'unknown':
      return () => null;
  }
}

const DIGITS = 38;

/** Within so many digits a decimal and its nearest double name each other; past 2^53 whole doubles have gaps. */
const DOUBLES: Readonly<Record<string, { readonly digits: number; readonly whole: number }>> = {
  DOUBLE: { digits: 15, whole: 2 ** 53 },
  FLOAT: { digits: 6, whole: 2 ** 24 },
};

function wholeOf(raw: Raw, type: string): Value | null {
  if (typeof raw === 'number') {
    const most = DOUBLES[type]?.whole ?? 0;
    return Number.isInteger(raw) && Math.abs(raw) <= most ? numberValue(fromBigInt(BigInt(raw))) : null;
  }
  if (typeof raw !== 'bigint') return null;
  const unit = powerOfTen(scaleOf(type));
  return raw % unit === 0n ? numberValue(fromBigInt(raw / unit)) : null;
}

function decimalOf(raw: Raw, type: string, scale: number): Value | null {
  if (typeof raw === 'number') return ofDouble(raw, type, scale);
  if (typeof raw !== 'bigint') return null;
  const own = scaleOf(type);
  const factor = powerOfTen(Math.abs(scale - own));
  if (scale < own && raw % factor !== 0n) return null;
  const unscaled = scale < own ? raw / factor : raw * factor;
  const size = unscaled < 0n ? -unscaled : unscaled;
  return size < powerOfTen(DIGITS) ? numberValue(fromScaled(unscaled, scale)) : null;
}

/** What comes back unchanged was that decimal. */
function ofDouble(raw: number, type: string, scale: number): Value | null {
  const digits = DOUBLES[type]?.digits ?? 0;
  if (!(Math.abs(raw) < 10 ** (digits - scale))) return null;
  const text = raw.toFixed(scale);
  const back = type === 'FLOAT' ? Math.fround(Number(text)) : Number(text);
  const value = fromDecimalText(text);
  return back === raw && value !== null ? numberValue(value) : null;
}

function floatOf(raw: Raw, type: string): Value | null {
  const double = typeof raw === 'bigint' ? Number(roundedText(fromScaled(raw, scaleOf(type)), scaleOf(type))) : raw;
  if (typeof double !== 'number') return null;
  return doubleValue(double);
}

function dateOf(raw: Raw): Value | null {
  if (typeof raw === 'number') return dateValue(raw);
  // A wall clock at midnight.
  return typeof raw === 'bigint' && raw % MICROS_PER_DAY === 0n ? dateValue(dayOfMicros(raw)) : null;
}

const NANOS = 1000n;
const NANOS_PER_SECOND = 1_000_000_000n;

function clockOf(raw: Raw, type: string): Value | null {
  if (typeof raw !== 'bigint') return null;
  if (type !== 'TIMESTAMP_NS') return datetimeValue(raw);
  return raw % NANOS === 0n ? datetimeValue(raw / NANOS) : null;
}

function scaleOf(type: string): number {
  return Number(/^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1] ?? 0);
}

/** As the database writes it: what a message shows. */
export function rawText(raw: Raw, type: string): string {
  if (typeof raw === 'string' || typeof raw === 'boolean') return String(raw);
  if (typeof raw === 'number') {
    if (type === 'DATE') return dateText(raw);
    return Number.isInteger(raw) && Math.abs(raw) < 1e15 ? `${raw}.0` : String(raw);
  }
  if (type === 'TIMESTAMP') return datetimeText(raw).replace('T', ' ');
  if (type === 'TIMESTAMP_NS') return nanosText(raw);
  if (type === 'TIMESTAMP WITH TIME ZONE') return timestampText(raw).replace('T', ' ').replace('Z', '+00');
  return roundedText(fromScaled(raw, scaleOf(type)), scaleOf(type));
}

function nanosText(nanos: bigint): string {
  const rest = ((nanos % NANOS_PER_SECOND) + NANOS_PER_SECOND) % NANOS_PER_SECOND;
  const second = datetimeText((nanos - rest) / NANOS).replace('T', ' ');
  return rest === 0n ? second : `${second}.${rest.toString().padStart(9, '0').replace(/0+$/, '')}`;
}
