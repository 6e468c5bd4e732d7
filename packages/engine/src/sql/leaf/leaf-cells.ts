// The cells of each aggregate.
import type { AggregateFunction } from '@sextant/parser';
import type { Leaf } from '../../plan/plan.js';
import { fromDecimalText, fraction, ONE, type Rational } from '../../value/rational.js';
import { refuse, type LeafShape, type SumRead, type ValueRead } from '../sql-world.js';
import { multiplyFixed, type Fixed } from '../row/fixed.js';
import { asIntegers } from '../row/numbers.js';
import { allOf, isMissing, soleSql, type NumberSql, type RowSql } from '../row/row-sql.js';
import { cell, sumCells, type Cell, type LeafCells } from './cells.js';

export interface LeafInput {
  readonly leaf: Leaf;
  readonly value: RowSql | null;
  readonly where: readonly string[];
  /** SQL that orders rows by time, then key. */
  readonly order: string;
  readonly rows: bigint;
}

type Part = Pick<LeafCells, 'class' | 'cells' | 'read'> & { readonly divisor?: string };

export function leafCells(input: LeafInput): LeafCells {
  const { leaf, value, where } = input;
  const part =
    value === null ? rowsPart(where) : value.kind === 'null' ? nothing(leaf.fn, where) : PARTS[leaf.fn](input, value);
  const faults = (value?.faults ?? []).map(({ when, reason }) => ({
    cell: cell('rows', '', [...where, when]),
    reason,
  }));
  return { leaf: leaf.id, reaches: [], divisor: null, ...part, faults };
}

type SomeRowSql = Exclude<RowSql, { kind: 'null' }>;

const PARTS: Readonly<Record<AggregateFunction, (input: LeafInput, value: SomeRowSql) => Part>> = {
  count_rows: ({ where }) => rowsPart(where),
  count: ({ where }, value) => {
    const sql = soleSql(value);
    const counted = sql === null ? cell('rows', '', [...where, `NOT ${isMissing(value)}`]) : cell('count', sql, where);
    return { class: 'additive', cells: [counted], read: ([column = 0]) => ({ kind: 'count', column }) };
  },
  count_distinct: ({ where }, value) => ({
    class: 'distinct',
    cells: [cell('distinct', distinctValue(value), where)],
    read: ([column = 0]) => ({ kind: 'count', column }),
  }),
  min: extreme('min'),
  max: extreme('max'),
  first: edge('first'),
  last: edge('last'),
  sum: (input, value) => total(input, value, false),
  avg: (input, value) => total(input, value, true),
  median: (input, value) => quantile(input, value, fraction(1n, 2n) ?? ONE),
  quantile: (input, value) =>
    quantile(input, value, fromDecimalText(input.leaf.fraction ?? '') ?? refuse('a quantile without its fraction')),
  variance: (input, value) => spread(input, value, false),
  stddev: (input, value) => spread(input, value, true),
};

function rowsPart(where: readonly string[]): Part {
  return { class: 'additive', cells: [cell('rows', '', where)], read: ([column = 0]) => ({ kind: 'count', column }) };
}

/** Of a value that is never there. */
function nothing(fn: AggregateFunction, where: readonly string[]): Part {
  const cells = [cell('rows', '', [...where, 'false'])];
  if (fn === 'count' || fn === 'count_distinct') return { ...rowsPart([...where, 'false']) };
  return {
    class: 'additive',
    cells,
    read: ([column = 0]) => ({ kind: 'avg', sum: { parts: [], over: 1n, approximate: false }, count: column }),
  };
}

function distinctValue(value: SomeRowSql): string {
  if (value.kind !== 'number' || value.d === null) return soleSql(value) ?? 'NULL';
  // One quotient has many pairs; in lowest terms it has one.
  const { n, d } = asIntegers(value);
  const common = `gcd(${n.sql}, ${d.sql})`;
  return `(CASE WHEN NOT ${isMissing(value)} THEN row(${n.sql} // ${common}, ${d.sql} // ${common}) END)`;
}

function extreme(fn: 'min' | 'max'): (input: LeafInput, value: SomeRowSql) => Part {
  return ({ where }, value) => ({
    class: 'additive',
    cells: [cell(fn, soleSql(value) ?? refuse('the extreme of quotients of two fields'), where)],
    read: ([column = 0]) => ({ kind: 'value', value: valueRead(value, column, null) }),
  });
}

/** The value of the first or last row that has one. */
function edge(fn: 'first' | 'last'): (input: LeafInput, value: SomeRowSql) => Part {
  return ({ where, order }, value) => {
    const d = value.kind === 'number' ? value.d : null;
    const some = [...where, `NOT ${isMissing(value)}`];
    const n = value.kind === 'number' ? value.n.sql : value.sql;
    const cells = [cell(fn, n, some, { order }), ...(d === null ? [] : [cell(fn, d.sql, some, { order })])];
    return {
      class: 'rowwise',
      cells,
      read: ([column = 0, divisor]) => ({ kind: 'value', value: valueRead(value, column, divisor ?? null) }),
    };
  };
}

function total(input: LeafInput, value: SomeRowSql, mean: boolean): Part {
  const { where } = input;
  if (value.kind === 'float') {
    return {
      class: 'rowwise',
      cells: [cell('float_sum', value.sql, where), ...(mean ? [cell('count', value.sql, where)] : [])],
      read: ([column = 0, count]) => sumShape([{ column, factor: 1n }], 1n, true, count),
    };
  }
  const number = numberOf(value);
  const sum = sumCells(number.n, where, input.rows);
  const cells = [...sum.cells, ...(mean || number.d !== null ? [cell('count', number.n.sql, where)] : [])];
  const parts = (columns: readonly number[]): SumRead => ({
    parts: sum.read(columns.slice(0, sum.cells.length)),
    over: number.over,
    approximate: number.approximate,
  });
  if (number.d === null) {
    return {
      class: 'additive',
      cells,
      read: (columns) => {
        const { parts: all, over, approximate } = parts(columns);
        return sumShape(all, over, approximate, mean ? columns[sum.cells.length] : undefined);
      },
    };
  }
  return byDivisor(number.d, cells, (columns, divisor) => ({
    kind: 'by_divisor',
    fn: mean ? 'avg' : 'sum',
    divisor,
    sum: parts(columns),
    squares: null,
    count: columns[sum.cells.length] ?? 0,
  }));
}

function sumShape(parts: SumRead['parts'], over: bigint, approximate: boolean, count: number | undefined): LeafShape {
  const sum: SumRead = { parts, over, approximate };
  return count === undefined ? { kind: 'sum', sum } : { kind: 'avg', sum, count };
}

function byDivisor(d: Fixed, cells: readonly Cell[], read: LeafCells['read']): Part {
  return { class: 'by_divisor', cells, read, divisor: d.sql };
}

function quantile({ where }: LeafInput, value: SomeRowSql, q: Rational): Part {
  const sql = soleSql(value) ?? refuse('a quantile of quotients of two fields');
  const rank = (next: boolean): Cell => cell('rank', sql, where, { rank: { fraction: q, next } });
  return {
    class: 'rowwise',
    cells: [cell('count', sql, where), rank(false), rank(true)],
    read: ([count = 0, low = 0, high = 0]) => ({
      kind: 'quantile',
      count,
      low: valueRead(value, low, null),
      high: valueRead(value, high, null),
      fraction: q,
    }),
  };
}

function spread(input: LeafInput, value: SomeRowSql, root: boolean): Part {
  const { where } = input;
  if (value.kind === 'float') {
    return {
      class: 'rowwise',
      cells: [cell('float_variance', value.sql, where), cell('count', value.sql, where)],
      read: ([column = 0, count = 0]) => ({ kind: 'float_spread', root, value: column, count }),
    };
  }
  const number = numberOf(value);
  const sum = sumCells(number.n, where, input.rows);
  const squares = sumCells(multiplyFixed(number.n, number.n), where, input.rows);
  const [first, second] = [sum.cells.length, sum.cells.length + squares.cells.length];
  const cells = [...sum.cells, ...squares.cells, cell('count', number.n.sql, where)];
  const sums = (
    columns: readonly number[],
  ): { readonly sum: SumRead; readonly squares: SumRead; readonly count: number } => {
    const { approximate, over } = number;
    return {
      sum: { parts: sum.read(columns.slice(0, first)), over, approximate },
      squares: { parts: squares.read(columns.slice(first, second)), over: over * over, approximate },
      count: columns[second] ?? 0,
    };
  };
  if (number.d === null)
    return { class: 'additive', cells, read: (columns) => ({ kind: 'spread', root, ...sums(columns) }) };
  return byDivisor(number.d, cells, (columns, divisor) => ({
    kind: 'by_divisor',
    fn: root ? 'stddev' : 'variance',
    divisor,
    ...sums(columns),
  }));
}

export function valueRead(value: RowSql, column: number, overColumn: number | null): ValueRead {
  if (value.kind === 'number') {
    return { column, as: 'number', over: value.over, overColumn, approximate: value.approximate };
  }
  const as = value.kind === 'float' || value.kind === 'null' ? 'number' : value.kind;
  return { column, as, over: 1n, overColumn, approximate: value.kind === 'float' };
}

function numberOf(value: SomeRowSql): NumberSql {
  return value.kind === 'number' ? value : refuse('a number is expected');
}

/** Which groups leaves with conditions of their own reach: one count for each set of conditions. */
export function reachCells(
  leaves: readonly { readonly leaf: number; readonly where: readonly string[] }[],
): readonly LeafCells[] {
  const sets = new Map<string, { readonly where: readonly string[]; readonly leaves: number[] }>();
  for (const { leaf, where } of leaves) {
    if (where.length === 0) continue;
    const key = JSON.stringify(where);
    const set = sets.get(key) ?? { where, leaves: [] };
    set.leaves.push(leaf);
    sets.set(key, set);
  }
  return [...sets.values()].map(({ where, leaves: reaches }, i) => ({
    leaf: -1 - i,
    reaches,
    divisor: null,
    faults: [],
    ...rowsPart(where),
  }));
}

export function conjunctionOf(where: readonly string[]): string {
  return where.length === 0 ? 'true' : allOf(where);
}
