// Results of different subjects in one shape, and their comparison cell by cell.
import { createHash } from 'node:crypto';

/** `month` and `day` are the row's time. `key` and `exact` cells are equal or not; `float` cells may differ by 1e-9 relative, where a subject computes in doubles. */
export type ColumnKind = 'month' | 'day' | 'key' | 'exact' | 'float';

/** What tells rows apart. */
function isKey(kind: ColumnKind | undefined): boolean {
  return kind === 'month' || kind === 'day' || kind === 'key';
}

export interface TableShape {
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
}

/** Row-major texts, in the order of the shape's columns; null is no value. */
export type TextRows = readonly (readonly (string | null)[])[];

export interface Difference {
  readonly cells: number;
  readonly wrong: number;
  readonly examples: readonly string[];
}

/** Normal texts of cells, rows sorted by their keys. */
export function normalise(shape: TableShape, rows: TextRows): TextRows {
  const normal = rows.map((row) => shape.columns.map(({ kind }, i) => normalCell(kind, row[i] ?? null)));
  const keys = shape.columns.flatMap(({ kind }, i) => (isKey(kind) ? [i] : []));
  const keyOf = (row: readonly (string | null)[]): string => JSON.stringify(keys.map((i) => row[i] ?? null));
  return normal
    .map((row) => ({ row, key: keyOf(row) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

function normalCell(kind: ColumnKind, text: string | null): string | null {
  if (text === null) return null;
  if (kind === 'month') return text.slice(0, 7);
  if (kind === 'day') return text.slice(0, 10);
  if (kind === 'key') return text;
  // `10.10` and `10.1` are one number; `-0` is 0.
  const short = /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

export function checksum(shape: TableShape, rows: TextRows): string {
  const isFloat = (i: number): boolean => shape.columns[i]?.kind === 'float';
  const stable = normalise(shape, rows).map((row) =>
    row.map((cell, i) => (cell !== null && isFloat(i) ? Number(cell).toPrecision(8) : cell)),
  );
  return createHash('sha256').update(JSON.stringify(stable)).digest('hex').slice(0, 12);
}

/** Every cell of `subject` that is not the reference's, and every row that only one of them has. */
export function compareTables(shape: TableShape, reference: TextRows, subject: TextRows): Difference {
  const keyed = (rows: TextRows): Map<string, readonly (string | null)[]> =>
    new Map(normalise(shape, rows).map((row) => [rowKey(shape, row), row]));
  const expected = keyed(reference);
  const got = keyed(subject);
  const measures = shape.columns.flatMap(({ kind }, i) => (isKey(kind) ? [] : [i]));
  const examples: string[] = [];
  let wrong = Math.abs(subject.length - got.size) * measures.length;
  if (wrong > 0) examples.push(`${subject.length - got.size} rows have a key that another row has`);
  let cells = 0;
  for (const key of new Set([...expected.keys(), ...got.keys()])) {
    cells += measures.length;
    const left = expected.get(key);
    const right = got.get(key);
    if (left === undefined || right === undefined) {
      wrong += measures.length;
      examples.push(`row ${key}: only in ${left === undefined ? 'the subject' : 'the reference'}`);
      continue;
    }
    for (const i of measures) {
      if (sameCell(shape.columns[i]?.kind ?? 'exact', left[i] ?? null, right[i] ?? null)) continue;
      wrong += 1;
      examples.push(`row ${key} ${shape.columns[i]?.name ?? ''}: ${String(right[i])} instead of ${String(left[i])}`);
    }
  }
  return { cells, wrong, examples: examples.slice(0, 5) };
}

function rowKey(shape: TableShape, row: readonly (string | null)[]): string {
  return JSON.stringify(row.filter((_, i) => isKey(shape.columns[i]?.kind)));
}

function sameCell(kind: ColumnKind, left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || kind !== 'float') return false;
  const a = Number(left);
  const b = Number(right);
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
