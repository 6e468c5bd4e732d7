// Two answers to one question held against each other, cell by cell: what the two engines must agree on.
import type { Cell, Result } from './result.js';

export interface CellDifference {
  /** Bucket and keys of the row, as they are written; no value is null. */
  readonly row: readonly (string | null)[];
  /** The metric; null where one answer has the row and the other has not. */
  readonly metric: string | null;
  readonly left: string | null;
  readonly right: string | null;
}

/** Digits in which approximate numbers agree: doubles are added up in any order, and decimals are not. */
const APPROXIMATE_DIGITS = 12;

export function differences(left: Result, right: Result): readonly CellDifference[] {
  const metrics = left.columns.flatMap((column) => (column.kind === 'metric' ? [column.name] : []));
  const found: CellDifference[] = [];
  const others = new Map(right.rows.map((row) => [keyOf(row), row]));
  for (const row of left.rows) {
    const other = others.get(keyOf(row));
    others.delete(keyOf(row));
    const name = nameOf(row);
    if (other === undefined) found.push({ row: name, metric: null, left: 'a row', right: null });
    for (const [i, cell] of other === undefined ? [] : row.cells.entries()) {
      const against = other?.cells[i];
      if (against !== undefined && !sameCell(cell, against))
        found.push({ row: name, metric: metrics[i] ?? null, left: textOf(cell), right: textOf(against) });
    }
  }
  for (const row of others.values()) found.push({ row: nameOf(row), metric: null, left: null, right: 'a row' });
  return found;
}

type Row = Result['rows'][number];

function nameOf({ bucket, keys }: Row): readonly (string | null)[] {
  return bucket === null ? keys : [bucket.label, ...keys];
}

function keyOf(row: Row): string {
  return JSON.stringify(nameOf(row));
}

function textOf({ value, reason }: Cell): string {
  return value ?? `no value (${reason ?? 'no_value'})`;
}

function sameCell(a: Cell, b: Cell): boolean {
  if (a.approximate !== b.approximate || a.complete !== b.complete) return false;
  if (a.value === null || b.value === null || !a.approximate) return a.value === b.value && a.reason === b.reason;
  return a.value === b.value || isNear(Number(a.value), Number(b.value));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 10 ** -APPROXIMATE_DIGITS;
}
