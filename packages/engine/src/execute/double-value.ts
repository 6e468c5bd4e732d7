// A double of a database as a value: approximate, because of where it came from.
import { parseFloatText } from '../value/parse-cell.js';
import { noValue, numberValue, type Value } from '../value/value.js';

/** By its shortest text. NaN and the infinities are no values. */
export function doubleValue(item: number): Value {
  const value = Number.isFinite(item) ? parseFloatText(String(item)) : null;
  return value === null ? noValue('out_of_range') : numberValue(value, true);
}
