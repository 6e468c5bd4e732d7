// A column of values: an object for each, or numbers packed into doubles that hold them exactly, where a million objects cost most.
import { fromBigInt, powerOfTen } from './rational.js';
import { NULL, numberValue, type NoValue, type NumberValue, type Value } from './value.js';

export type Column = readonly Value[] | NumberColumn;

/** Exact numbers only: what is approximate, or too large, or over anything but a power of ten stays a value each. */
export interface NumberColumn {
  readonly kind: 'numbers';
  readonly length: number;
  /** Whole numbers up to `MOST_UNITS` either way; each stands for units / 10^scale. */
  readonly units: Float64Array;
  readonly scale: number;
  /** 1 where there is no value; null: every row has one. */
  readonly missing: Uint8Array | null;
  /** What stands in the rows that have none. */
  readonly none: NoValue;
}

/** Half of what a double holds, so that a sum or difference of two is exact too. */
export const MOST_UNITS = 2 ** 52;

export function isPacked(column: Column): column is NumberColumn {
  return 'kind' in column;
}

export function valueAt(column: Column, row: number): Value | undefined {
  return isPacked(column) ? numberAt(column, row) : column[row];
}

export function valuesOf(column: Column): readonly Value[] {
  if (!isPacked(column)) return column;
  const values: Value[] = [];
  for (let row = 0; row < column.length; row += 1) values.push(numberAt(column, row) ?? column.none);
  return values;
}

function numberAt(column: NumberColumn, row: number): NumberValue | NoValue | undefined {
  if (row < 0 || row >= column.length) return undefined;
  if (column.missing !== null && column.missing[row] === 1) return column.none;
  return numberOf(column.units[row] ?? 0, column.scale);
}

export function numberOf(units: number, scale: number): NumberValue {
  const n = BigInt(units);
  return numberValue(scale === 0 ? fromBigInt(n) : { n, d: powerOfTen(scale) });
}

/** The column with another reason where there is no value; zero instead of none. */
export function withNone(column: NumberColumn, none: NoValue | 'zero'): NumberColumn {
  const { missing, units } = column;
  if (none !== 'zero') return { ...column, none };
  if (missing === null) return column;
  return { ...column, missing: null, units: units.map((one, row) => (missing[row] === 1 ? 0 : one)) };
}

/** The values of these rows, in this order. */
export function pick(column: Column, rows: Int32Array): Column {
  if (!isPacked(column)) return Array.from(rows, (row) => column[row] ?? NULL);
  const units = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) units[i] = column.units[rows[i] ?? 0] ?? 0;
  const { missing } = column;
  const missed = missing === null ? null : Uint8Array.from(rows, (row) => missing[row] ?? 0);
  return { ...column, length: rows.length, units, missing: missed };
}
