// min, max, first and last, of values of any kind that has an order.
import { compareValues } from '../order.js';
import type { Value } from '../value.js';
import { noValue } from '../value.js';
import { gather } from './gather.js';

export function min(values: readonly Value[]): Value {
  return best(values, (next, found) => compareValues(next, found) < 0);
}

export function max(values: readonly Value[]): Value {
  return best(values, (next, found) => compareValues(next, found) > 0);
}

/** The caller has ordered the rows by time, then key; a row without a value is passed over, as in every aggregate. */
export function first(values: readonly Value[]): Value {
  return best(values, () => false);
}

export function last(values: readonly Value[]): Value {
  return best(values, () => true);
}

function best(values: readonly Value[], isBetter: (next: Value, found: Value) => boolean): Value {
  const present = gather(values);
  if ('kind' in present) return present;
  const [head, ...rest] = present;
  if (head === undefined) return noValue('no_rows');
  return rest.reduce((found, next) => (isBetter(next, found) ? next : found), head);
}
