// A column of a result as values of its field's type.
import type { Table } from '../../execute/executor.js';
import { divide, fromBigInt, normalise, type Rational } from '../../value/rational.js';
import { NULL, noValue, numberValue, timestampValue, type Value } from '../../value/value.js';
import type { ValueRead } from '../sql-world.js';

export function readColumn(read: ValueRead, table: Table): readonly Value[] {
  const column = table.columns[read.column] ?? [];
  const plain = read.over === 1n && read.overColumn === null && !read.approximate;
  if ((read.as === 'number' && plain) || read.as === 'text' || read.as === 'boolean') return column;
  if (read.as === 'date' || read.as === 'datetime') return column;
  if (read.as === 'timestamp') return column.map(asTimestamp);
  return column.map((_, row) => readNumber(read, table, row));
}

/** The engine has one type for wall clocks and instants. */
function asTimestamp(value: Value): Value {
  return value.kind === 'datetime' ? timestampValue(value.micros) : value;
}

function readNumber(read: ValueRead, table: Table, row: number): Value {
  const n = numberAt(table, read.column, row);
  const d = read.overColumn === null ? null : numberAt(table, read.overColumn, row);
  if (n === null || (read.overColumn !== null && d === null)) return NULL;
  const quotient = divide(n, scale(d, read.over));
  return quotient === null ? noValue('division_by_zero') : numberValue(normalise(quotient), read.approximate);
}

function scale(d: Rational | null, over: bigint): Rational {
  return d === null ? fromBigInt(over) : { n: d.n * over, d: d.d };
}

export function valueAt(read: ValueRead, table: Table, row: number): Value {
  if (read.as === 'number') return readNumber(read, table, row);
  const value = table.columns[read.column]?.[row] ?? NULL;
  return read.as === 'timestamp' ? asTimestamp(value) : value;
}

/** Null where there is none. */
export function numberAt(table: Table, column: number, row: number): Rational | null {
  const value = table.columns[column]?.[row];
  return value?.kind === 'number' ? value.value : null;
}

export function isApproximateAt(table: Table, column: number, row: number): boolean {
  const value = table.columns[column]?.[row];
  return value?.kind === 'number' && value.approximate;
}
