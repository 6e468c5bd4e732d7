// The values of a leaf in the cells of a domain.
import type { LeafCell } from '../plan/plan.js';
import { isPacked, valueAt, withNone, type Column, type NumberColumn } from '../value/column.js';
import {
  integerValue,
  noValue,
  NULL,
  type NoValue,
  type NumberValue,
  type Reason,
  type Value,
} from '../value/value.js';
import type { Domain } from './domain.js';
import type { ScanRows } from './scan-rows.js';

const ZERO = integerValue(0);
const NO_ROWS = noValue('no_rows');
/** In the place of a row: the group has none in the window. */
const NO_ROW = -1;
/** The cell's time has no window; a row further below says which time. */
const NO_WINDOW = -2;

export function leafColumn(cell: LeafCell, scan: ScanRows, domain: Domain, tuples: () => Int32Array): Column {
  const column = scan.table.values.get(cell.leaf);
  const leaf = scan.scan.leaves.find((one) => one.id === cell.leaf);
  if (column === undefined || leaf === undefined) throw new Error(`internal: leaf ${cell.leaf} was not computed`);
  const counts = leaf.fn === 'count' || leaf.fn === 'count_rows' || leaf.fn === 'count_distinct';
  const rows = rowsOf(cell, scan, domain, tuples);
  if (rows === null) return column;
  const empty = counts ? ZERO : NO_ROWS;
  const packed = isPacked(column) ? pick(column, rows, empty) : null;
  if (packed !== null) return packed;
  return byValue(column, rows, empty, cell, domain);
}

/** For each cell its row, or why there is none; null: the rows as they are. */
function rowsOf(cell: LeafCell, scan: ScanRows, domain: Domain, tuples: () => Int32Array): Int32Array | null {
  const { source, size, times } = domain;
  const made =
    source !== null && source.scan === scan.scan.id && source.keys.join() === cell.keys.join() ? source : null;
  if (made?.rows === null && scan.scan.windows.length === 1 && cell.windows.every((window) => window === 0))
    return null;
  const rows = new Int32Array(size);
  const ofRow = scan.table.windows;
  for (let i = 0; i < size; i++) {
    const window = cell.windows[times[i] ?? 0];
    if (typeof window !== 'number') {
      rows[i] = NO_WINDOW;
      continue;
    }
    // Mostly the row that made the cell is the one that the leaf is read from.
    const own = made === null ? NO_ROW : (made.rows?.[i] ?? i);
    rows[i] = own !== NO_ROW && ofRow[own] === window ? own : scan.rowOf(tuples()[i] ?? 0, window);
  }
  return rows;
}

/** Null where the column would need two reasons. */
function pick(column: NumberColumn, rows: Int32Array, empty: NumberValue | NoValue): NumberColumn | null {
  const units = new Float64Array(rows.length);
  let missing: Uint8Array | null = null;
  let empties = false;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? NO_ROW;
    if (row === NO_WINDOW) return null;
    if (row === NO_ROW) empties = true;
    const none = row === NO_ROW ? empty.kind === 'none' : column.missing !== null && column.missing[row] === 1;
    if (none) (missing ??= new Uint8Array(rows.length))[i] = 1;
    else if (row !== NO_ROW) units[i] = column.units[row] ?? 0;
  }
  const picked = { ...column, length: rows.length, units, missing };
  if (!empties || empty.kind !== 'none') return picked;
  return column.missing === null || column.none.reason === empty.reason ? withNone(picked, empty) : null;
}

function byValue(
  column: Column,
  rows: Int32Array,
  empty: Value,
  { windows }: LeafCell,
  { times }: Domain,
): readonly Value[] {
  const reasons = new Map<Reason, NoValue>();
  const values: Value[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? NO_ROW;
    if (row >= 0) values.push(valueAt(column, row) ?? NULL);
    else if (row === NO_ROW) values.push(empty);
    else {
      const window = windows[times[i] ?? 0];
      const reason = typeof window === 'string' ? window : 'no_rows';
      const value = reasons.get(reason) ?? noValue(reason);
      reasons.set(reason, value);
      values.push(value);
    }
  }
  return values;
}
