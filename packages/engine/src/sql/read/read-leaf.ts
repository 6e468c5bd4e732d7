// The value of a leaf out of the columns of its cells.
import type { Table } from '../../execute/executor.js';
import type { Leaf } from '../../plan/plan.js';
import { sqrt } from '../../value/approximate.js';
import {
  ZERO,
  add,
  divide,
  floor,
  fromBigInt,
  multiply,
  normalise,
  subtract,
  type Rational,
} from '../../value/rational.js';
import { integerValue, noValue, numberValue, type Value } from '../../value/value.js';
import type { LeafRead, QueryReads, SumRead } from '../sql-world.js';
import { isApproximateAt, numberAt, valueAt } from './read-value.js';
import { rowKey } from './row-key.js';

const NO_ROWS = noValue('no_rows');
const ZERO_COUNT = integerValue(0);

/** Of a group without rows. */
export function emptyValue(leaf: Leaf): Value {
  return leaf.fn === 'count' || leaf.fn === 'count_distinct' || leaf.fn === 'count_rows' ? ZERO_COUNT : NO_ROWS;
}

export function readLeafColumn(
  read: LeafRead,
  reads: QueryReads,
  table: Table,
  windows: Int32Array,
  keys: readonly (readonly Value[])[],
): readonly Value[] {
  if (read.kind === 'by_divisor') return readByDivisor(read, table, windows, keys);
  const simple = simpleColumn(read, table);
  if (simple !== null) return simple;
  const values: Value[] = [];
  for (let row = 0; row < table.rowCount; row += 1)
    values.push(faultAt(read, table, row) ?? readCell(read, table, row));
  return values;
}

/** A column that is the value already, but for what no rows mean. */
function simpleColumn(read: LeafRead, table: Table): readonly Value[] | null {
  if (read.faults.length > 0) return null;
  const column = read.kind === 'sum' ? simpleSum(read.sum) : read.kind === 'count' ? read.column : null;
  if (column === null) return null;
  const none = read.kind === 'count' ? ZERO_COUNT : NO_ROWS;
  return (table.columns[column] ?? []).map((value) => (value.kind === 'none' ? none : value));
}

function simpleSum({ parts, over, approximate }: SumRead): number | null {
  const [part] = parts;
  return parts.length === 1 && part?.factor === 1n && over === 1n && !approximate ? part.column : null;
}

function faultAt(read: LeafRead, table: Table, row: number): Value | null {
  for (const { column, reason } of read.faults) {
    if ((numberAt(table, column, row)?.n ?? 0n) > 0n) return noValue(reason);
  }
  return null;
}

function readCell(read: Exclude<LeafRead, { kind: 'by_divisor' }>, table: Table, row: number): Value {
  switch (read.kind) {
    case 'count': {
      const count = table.columns[read.column]?.[row];
      return count?.kind === 'number' ? count : ZERO_COUNT;
    }
    case 'value': {
      const value = valueAt(read.value, table, row);
      return value.kind === 'none' ? NO_ROWS : value;
    }
    case 'sum': {
      const sum = sumAt(read.sum, table, row);
      return sum === null ? NO_ROWS : numberValue(sum, approximateAt(read.sum, table, row));
    }
    case 'avg': {
      const sum = sumAt(read.sum, table, row);
      const count = numberAt(table, read.count, row);
      const mean = sum === null || count === null ? null : divide(sum, count);
      return mean === null ? NO_ROWS : numberValue(mean, approximateAt(read.sum, table, row));
    }
    case 'quantile':
      return quantileAt(read, table, row);
    case 'spread': {
      const [sum, squares] = [sumAt(read.sum, table, row), sumAt(read.squares, table, row)];
      return spreadOf(sum, squares, numberAt(table, read.count, row), read.root, read.sum.approximate);
    }
    case 'float_spread': {
      const count = numberAt(table, read.count, row);
      const value = numberAt(table, read.value, row);
      if (count === null || count.n === 0n) return NO_ROWS;
      if (count.n < 2n * count.d) return noValue('too_few_rows');
      return value === null ? noValue('out_of_range') : read.root ? rootOf(value) : numberValue(value, true);
    }
  }
}

/** Type 7: h = (n - 1) q, between the values at floor h and the next. */
function quantileAt(read: Extract<LeafRead, { kind: 'quantile' }>, table: Table, row: number): Value {
  const count = numberAt(table, read.count, row);
  const low = valueAt(read.low, table, row);
  if (count === null || low.kind !== 'number') return NO_ROWS;
  const high = valueAt(read.high, table, row);
  const position = multiply(subtract(count, fromBigInt(1n)), read.fraction);
  const between = subtract(position, floor(position));
  if (high.kind !== 'number') return low;
  const distance = multiply(between, subtract(high.value, low.value));
  return numberValue(normalise(add(low.value, distance)), low.approximate || high.approximate);
}

function spreadOf(
  sum: Rational | null,
  squares: Rational | null,
  count: Rational | null,
  root: boolean,
  approximate: boolean,
): Value {
  if (sum === null || squares === null || count === null || count.n === 0n) return NO_ROWS;
  const meanSquare = divide(multiply(sum, sum), count);
  const variance = meanSquare === null ? null : divide(subtract(squares, meanSquare), subtract(count, fromBigInt(1n)));
  if (variance === null) return noValue('too_few_rows');
  return root ? rootOf(variance) : numberValue(normalise(variance), approximate);
}

function rootOf(variance: Rational): Value {
  const root = sqrt(variance);
  return typeof root === 'string' ? noValue(root) : numberValue(root, true);
}

/** Null where every part is missing. */
function sumAt({ parts, over }: SumRead, table: Table, row: number): Rational | null {
  let sum: Rational | null = null;
  for (const { column, factor } of parts) {
    const part = numberAt(table, column, row);
    if (part === null) continue;
    const scaled = factor === 1n ? part : multiply(part, fromBigInt(factor));
    sum = sum === null ? scaled : add(sum, scaled);
  }
  return sum === null || over === 1n ? sum : divide(sum, fromBigInt(over));
}

function approximateAt({ parts, approximate }: SumRead, table: Table, row: number): boolean {
  return approximate || parts.some(({ column }) => isApproximateAt(table, column, row));
}

/** Sums of one group come in one row for each divisor, and add up here. */
function readByDivisor(
  read: Extract<LeafRead, { kind: 'by_divisor' }>,
  table: Table,
  windows: Int32Array,
  keys: readonly (readonly Value[])[],
): readonly Value[] {
  interface Total {
    sum: Rational;
    squares: Rational;
    count: Rational;
    fault: Value | null;
  }
  const totals = new Map<string, Total>();
  const ofRow: Total[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const key = rowKey(windows, keys, row);
    const total = totals.get(key) ?? { sum: ZERO, squares: ZERO, count: ZERO, fault: null };
    totals.set(key, total);
    ofRow.push(total);
    total.fault ??= faultAt(read, table, row);
    const divisor = numberAt(table, read.divisor, row);
    const sum = sumAt(read.sum, table, row);
    if (divisor === null || sum === null) continue;
    total.sum = normalise(add(total.sum, divide(sum, divisor) ?? ZERO));
    total.count = add(total.count, numberAt(table, read.count, row) ?? ZERO);
    const squares = read.squares === null ? null : sumAt(read.squares, table, row);
    if (squares !== null)
      total.squares = normalise(add(total.squares, divide(squares, multiply(divisor, divisor)) ?? ZERO));
  }
  const { approximate } = read.sum;
  const made = new Map<Total, Value>();
  return ofRow.map((total) => {
    const known = made.get(total);
    if (known !== undefined) return known;
    const value = total.fault ?? totalValue(read.fn, total, approximate);
    made.set(total, value);
    return value;
  });
}

function totalValue(
  fn: 'sum' | 'avg' | 'variance' | 'stddev',
  { sum, squares, count }: { readonly sum: Rational; readonly squares: Rational; readonly count: Rational },
  approximate: boolean,
): Value {
  if (count.n === 0n) return NO_ROWS;
  switch (fn) {
    case 'sum':
      return numberValue(sum, approximate);
    case 'avg':
      return numberValue(divide(sum, count) ?? ZERO, approximate);
    case 'variance':
    case 'stddev':
      return spreadOf(sum, squares, count, fn === 'stddev', approximate);
  }
}
