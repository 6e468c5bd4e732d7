// The columns that come back for a scan, as its table of leaves: quotients, means and interpolation are computed here, exactly.
import type { Table } from '../execute/executor.js';
import type { LeafTable } from '../plan/leaf-table.js';
import type { Scan } from '../plan/plan.js';
import { NULL, noValue, type Value } from '../value/value.js';
import { emptyValue, readLeafColumn } from './read/read-leaf.js';
import { readColumn } from './read/read-value.js';
import { rowKey } from './read/row-key.js';
import type { QueryReads, ScanQuery } from './sql-world.js';

export function readScan(scan: Scan, queries: readonly ScanQuery[], tables: readonly Table[]): LeafTable {
  const parts = queries.flatMap(({ reads }, i) => {
    const table = tables[i];
    return table === undefined ? [] : [readPart(reads, table)];
  });
  const [only] = parts;
  if (only !== undefined && parts.length === 1 && scan.keys.length > 0) return toTable(scan, only);
  return merge(scan, parts);
}

/** One query's rows: their groups and values. */
interface Part {
  readonly rowCount: number;
  readonly windows: Int32Array;
  readonly keys: readonly (readonly Value[])[];
  readonly values: ReadonlyMap<number, readonly Value[]>;
  readonly reached: ReadonlyMap<number, Uint8Array>;
  readonly main: boolean;
}

function readPart(reads: QueryReads, table: Table): Part {
  const windows = windowColumn(reads, table);
  const kept = keptRows(reads, table, windows);
  const keys = reads.keys.map((key) => readColumn(key, table));
  const values = new Map(reads.leaves.map((leaf) => [leaf.leaf, readLeafColumn(leaf, reads, table, windows, keys)]));
  const part = { rowCount: table.rowCount, windows, keys, values, reached: reachOf(reads, table), main: reads.main };
  const split = reads.leaves.some((leaf) => leaf.kind === 'by_divisor');
  const rows = split ? firstRows(kept, windows, keys) : kept;
  return rows === null ? part : select(part, rows);
}

function reachOf(reads: QueryReads, table: Table): ReadonlyMap<number, Uint8Array> {
  const reached = new Map<number, Uint8Array>();
  for (const { column, leaves } of reads.reach) {
    const counts = table.columns[column] ?? [];
    const flags = Uint8Array.from(counts, (count) => (count.kind === 'number' && count.value.n > 0n ? 1 : 0));
    for (const leaf of leaves) reached.set(leaf, flags);
  }
  return reached;
}

/** Null: all of them. Rows of no window lie between windows. */
function keptRows(reads: QueryReads, table: Table, windows: Int32Array): readonly number[] | null {
  const present = reads.present === null ? null : (table.columns[reads.present] ?? []);
  if (present === null && !windows.includes(-1)) return null;
  return Array.from(windows.keys()).filter((row) => {
    const count = present?.[row];
    return (windows[row] ?? -1) >= 0 && (count === undefined || (count.kind === 'number' && count.value.n > 0n));
  });
}

function windowColumn(reads: QueryReads, table: Table): Int32Array {
  const windows = new Int32Array(table.rowCount);
  if (reads.window.kind === 'fixed') return windows.fill(reads.window.index);
  const column = table.columns[reads.window.column] ?? [];
  const { map } = reads.window;
  for (let row = 0; row < table.rowCount; row += 1) {
    const value = column[row];
    const number = value?.kind === 'number' ? Number(value.value.n / value.value.d) : -1;
    windows[row] = map === null ? number : (map[number] ?? -1);
  }
  return windows;
}

/** Of the rows that make one group together, the first: it carries the group's value. */
function firstRows(
  kept: readonly number[] | null,
  windows: Int32Array,
  keys: readonly (readonly Value[])[],
): readonly number[] {
  const seen = new Set<string>();
  const rows = kept ?? Array.from(windows.keys());
  return rows.filter((row) => {
    const key = rowKey(windows, keys, row);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function select(part: Part, rows: readonly number[]): Part {
  const pick = (column: readonly Value[]): readonly Value[] => rows.map((row) => column[row] ?? NULL);
  return {
    ...part,
    rowCount: rows.length,
    windows: Int32Array.from(rows, (row) => part.windows[row] ?? 0),
    keys: part.keys.map(pick),
    values: new Map([...part.values].map(([leaf, column]) => [leaf, pick(column)])),
    reached: pickFlags(part.reached, rows),
  };
}

/** Leaves with the same conditions share one column. */
function pickFlags(reached: Part['reached'], rows: readonly number[]): Part['reached'] {
  const picked = new Map<Uint8Array, Uint8Array>();
  for (const flags of new Set(reached.values()))
    picked.set(
      flags,
      Uint8Array.from(rows, (row) => flags[row] ?? 0),
    );
  return new Map([...reached].map(([leaf, flags]) => [leaf, picked.get(flags) ?? flags]));
}

function toTable(scan: Scan, { rowCount, windows, keys, values, reached }: Part): LeafTable {
  return { rowCount, windows, keys, values, reached: reachedOf(scan, reached) };
}

function reachedOf(scan: Scan, reached: Part['reached']): LeafTable['reached'] {
  return new Map(scan.leaves.map((leaf) => [leaf.id, reached.get(leaf.id) ?? null]));
}

/** The main query says which groups there are; without keys every window is one. */
function merge(scan: Scan, parts: readonly Part[]): LeafTable {
  const main = parts.find((part) => part.main) ?? parts[0];
  const rows = new Map<string, number>();
  const byWindow = scan.keys.length === 0 || main === undefined;
  const rowCount = byWindow ? scan.windows.length : main.rowCount;
  const windows = byWindow ? Int32Array.from(scan.windows.keys()) : main.windows;
  const keys = byWindow ? [] : main.keys;
  const aligned = parts.length === 1 && !byWindow;
  if (!aligned) for (let row = 0; row < rowCount; row += 1) rows.set(rowKey(windows, keys, row), row);
  const values = new Map<number, Value[]>();
  for (const leaf of scan.leaves) {
    const empty = emptyValue(leaf);
    values.set(
      leaf.id,
      Array.from({ length: rowCount }, () => empty),
    );
  }
  for (const part of parts) {
    const targets = new Int32Array(part.rowCount);
    for (let row = 0; row < part.rowCount; row += 1) {
      targets[row] = aligned ? row : (rows.get(rowKey(part.windows, part.keys, row)) ?? -1);
    }
    for (const [leaf, column] of part.values) {
      const into = values.get(leaf) ?? [];
      for (let row = 0; row < part.rowCount; row += 1) {
        const target = targets[row] ?? -1;
        if (target >= 0) into[target] = column[row] ?? noValue('no_rows');
      }
    }
  }
  // Which groups a leaf reaches is the main query's to say.
  return {
    rowCount,
    windows,
    keys,
    values,
    reached: reachedOf(scan, main === undefined || byWindow ? new Map() : main.reached),
  };
}
