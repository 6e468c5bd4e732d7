// The name of a value type as a cast writes it.
import { BOOLEAN, DATE, DATETIME, decimal, FLOAT, INTEGER, TEXT, TIMESTAMP, type ValueType } from './value-type.js';

const SIMPLE: Readonly<Record<string, ValueType>> = {
  text: TEXT,
  integer: INTEGER,
  float: FLOAT,
  boolean: BOOLEAN,
  date: DATE,
  datetime: DATETIME,
  timestamp: TIMESTAMP,
};

/** `decimal(2)`, `text`; null where it is no type. */
export function readFieldType(text: string): ValueType | null {
  const lower = text.trim().toLowerCase();
  if (Object.hasOwn(SIMPLE, lower)) return SIMPLE[lower] ?? null;
  const match = /^decimal\s*\(\s*(\d{1,2})\s*\)$/.exec(lower);
  const scale = match === null ? 99 : parseInt(match[1] ?? '99', 10);
  return scale <= 18 ? decimal(scale) : null;
}
