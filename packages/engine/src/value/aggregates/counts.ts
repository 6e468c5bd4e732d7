// count and count(distinct): of nothing they are 0.
import { valueKey } from '../order.js';
import type { Value } from '../value.js';
import { integerValue } from '../value.js';
import { gather } from './gather.js';

/** Every row, with a value or without. */
export function countRows(values: readonly Value[]): Value {
  return integerValue(values.length);
}

export function count(values: readonly Value[]): Value {
  const present = gather(values);
  return 'kind' in present ? present : integerValue(present.length);
}

/** No value is not one of the values. */
export function countDistinct(values: readonly Value[]): Value {
  const present = gather(values);
  return 'kind' in present ? present : integerValue(new Set(present.map(valueKey)).size);
}
