// The rows that a scan brought back, made ready for look-ups by window and group.
import type { LeafTable } from '../plan/leaf-table.js';
import type { Scan } from '../plan/plan.js';
import type { Interner } from './interner.js';

export interface ScanRows {
  readonly scan: Scan;
  readonly table: LeafTable;
  /** Interned keys, one column per key of the scan. */
  readonly keys: readonly Int32Array[];
  /** One id per row for the tuple of all its keys. */
  readonly tuples: Int32Array;
  /** Row by tuple and window. */
  readonly index: ReadonlyMap<number, number>;
  /** Rows of each window. */
  readonly ofWindow: readonly Int32Array[];
}

export function scanRows(scan: Scan, table: LeafTable, interner: Interner): ScanRows {
  const keys = table.keys.map((column) => interner.column(column));
  const tuples = interner.tuples(keys, table.rowCount);
  const index = new Map<number, number>();
  const counts = new Int32Array(scan.windows.length);
  for (let row = 0; row < table.rowCount; row++) {
    const window = table.windows[row] ?? 0;
    index.set(cellKey(tuples[row] ?? 0, window, scan.windows.length), row);
    counts[window] = (counts[window] ?? 0) + 1;
  }
  const ofWindow = [...counts].map((count) => new Int32Array(count));
  const filled = new Int32Array(scan.windows.length);
  for (let row = 0; row < table.rowCount; row++) {
    const window = table.windows[row] ?? 0;
    const at = filled[window] ?? 0;
    filled[window] = at + 1;
    const rows = ofWindow[window];
    if (rows !== undefined) rows[at] = row;
  }
  return { scan, table, keys, tuples, index, ofWindow };
}

export function cellKey(tuple: number, window: number, windows: number): number {
  return tuple * windows + window;
}
