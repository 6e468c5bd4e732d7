// The rows of one statement as the groups of its scan, their numbers left packed where they are the leaves' values as they come.
// A window without a row needs none: it is as empty as a group that is not there.
import type { Table } from './execute/executor.js';
import type { LeafColumns } from './plan/leaf-table.js';
import type { Scan } from './plan/plan.js';
import { readLeafColumn } from './sql/read/read-leaf.js';
import { readColumn } from './sql/read/read-value.js';
import type { LeafRead, QueryReads, ScanQuery, ValueRead } from './sql/sql-world.js';
import { withNone, type Column, type NumberColumn } from './value/column.js';
import { noValue } from './value/value.js';

const NO_ROWS = noValue('no_rows');

/** Null where rows must be left out, merged or added up: `readScan` does that. */
export function readGroups(scan: Scan, queries: readonly ScanQuery[], tables: readonly Table[]): LeafColumns | null {
  const [query, table] = [queries[0], tables[0]];
  if (query === undefined || table === undefined || queries.length !== 1) return null;
  const { reads } = query;
  if (reads.present !== null || reads.leaves.some((leaf) => leaf.kind === 'by_divisor')) return null;
  const windows = windowsOf(reads, table);
  const flags = reads.reach.map(({ column }) => reachedRows(packedOf(table, column)));
  if (windows === null || flags.includes(null)) return null;
  const keys = reads.keys.map((key): Column => plainColumn(key, table) ?? readColumn(key, table));
  // Only sums over divisors look at the groups.
  const values = reads.leaves.map((leaf): readonly [number, Column] => [
    leaf.leaf,
    packedLeaf(leaf, table) ?? readLeafColumn(leaf, reads, table, windows, []),
  ]);
  const reached = new Map<number, Uint8Array | null>(scan.leaves.map((leaf) => [leaf.id, null]));
  for (const [i, { leaves }] of reads.reach.entries()) for (const leaf of leaves) reached.set(leaf, flags[i] ?? null);
  return { rowCount: table.rowCount, windows, keys, values: new Map(values), reached };
}

function packedOf(table: Table, column: number): NumberColumn | null {
  return table.packed?.[column] ?? null;
}

/** Null where some row lies in no window. */
function windowsOf({ window }: QueryReads, table: Table): Int32Array | null {
  if (window.kind === 'fixed') return new Int32Array(table.rowCount).fill(window.index);
  const numbers = packedOf(table, window.column);
  if (numbers === null || numbers.missing !== null || numbers.scale !== 0) return null;
  const { map } = window;
  const windows = Int32Array.from(numbers.units, (number) => (map === null ? number : (map[number] ?? -1)));
  return windows.includes(-1) ? null : windows;
}

function reachedRows(counts: NumberColumn | null): Uint8Array | null {
  if (counts === null) return null;
  const { missing } = counts;
  return Uint8Array.from(counts.units, (count, row) => (count > 0 && missing?.[row] !== 1 ? 1 : 0));
}

/** A number that needs nothing done to it. */
function plainColumn(read: ValueRead, table: Table): NumberColumn | null {
  const plain = read.as === 'number' && read.over === 1n && read.overColumn === null && !read.approximate;
  return plain ? packedOf(table, read.column) : null;
}

/** Counts of nothing are 0, of everything else there is no value. */
function packedLeaf(leaf: LeafRead, table: Table): NumberColumn | null {
  if (leaf.faults.length > 0) return null;
  switch (leaf.kind) {
    case 'count': {
      const counts = packedOf(table, leaf.column);
      return counts === null ? null : withNone(counts, 'zero');
    }
    case 'sum': {
      const { parts, over, approximate } = leaf.sum;
      const [part] = parts;
      const plain = parts.length === 1 && part?.factor === 1n && over === 1n && !approximate;
      const sums = plain ? packedOf(table, part.column) : null;
      return sums === null ? null : withNone(sums, NO_ROWS);
    }
    case 'value': {
      const values = plainColumn(leaf.value, table);
      return values === null ? null : withNone(values, NO_ROWS);
    }
    default:
      return null;
  }
}
