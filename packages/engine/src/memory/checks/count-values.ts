// Values with the number of their rows, and the first few of them as examples: what a database does with GROUP BY.
import type { ValueType } from '@sextant/parser';
import type { Examples } from '../../execute/checks/errors.js';
import { EXAMPLES } from '../../execute/words.js';
import { compareValues, valueKey } from '../../value/order.js';
import type { Value } from '../../value/value.js';
import { cellText } from '../cell-text.js';

export interface Counted {
  readonly value: Value;
  readonly rows: number;
}

export function countValues(values: Iterable<Value>): readonly Counted[] {
  const counts = new Map<string, { value: Value; rows: number }>();
  for (const value of values) {
    const key = valueKey(value);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { value, rows: 1 });
    else known.rows += 1;
  }
  return [...counts.values()];
}

export function examplesOf(counted: readonly Counted[], type: ValueType): Examples {
  const first = [...counted].sort((a, b) => compareValues(a.value, b.value)).slice(0, EXAMPLES);
  return {
    rows: counted.reduce((sum, { rows }) => sum + rows, 0),
    distinct: counted.length,
    examples: first.map(({ value, rows }) => ({ text: cellText(value, type), rows })),
  };
}
