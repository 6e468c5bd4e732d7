// Cells of a small result of this room's own queries, as text and counts.
import { textOf } from '../value/functions/cast.js';
import type { Table } from './executor.js';

/** Null is no value. */
export function textAt(table: Table, column: number, row: number): string | null {
  const value = table.columns[column]?.[row];
  return value === undefined || value.kind === 'none' ? null : textOf(value);
}

/** A count; 0 where there is none. */
export function countAt(table: Table, column: number, row: number): number {
  return Number(textAt(table, column, row) ?? 0);
}
