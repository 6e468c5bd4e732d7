// The rows that a scan brought back, made ready for look-ups by window and group. What is not asked for is not made.
import type { LeafColumns } from '../plan/leaf-table.js';
import type { Scan } from '../plan/plan.js';
import type { Interner } from './interner.js';
import { PairIds } from './pair-ids.js';

export interface ScanRows {
  readonly scan: Scan;
  readonly table: LeafColumns;
  /** Interned keys, one column per key of the scan. */
  readonly keys: readonly Int32Array[];
  /** The row of a window with a tuple of all keys; -1 where there is none. */
  readonly rowOf: (tuple: number, window: number) => number;
  /** Rows of a window, in their order. */
  readonly ofWindow: (window: number) => Int32Array;
}

export function scanRows(scan: Scan, table: LeafColumns, interner: Interner): ScanRows {
  // Within one window no group stands twice.
  const unique = table.keys.length === 1 && scan.windows.length === 1;
  const keys = table.keys.map((column) => (unique ? interner.distinctColumn(column) : interner.column(column)));
  let index: PairIds | null = null;
  let ofWindow: readonly Int32Array[] | null = null;
  return {
    scan,
    table,
    keys,
    rowOf: (tuple, window) => (index ??= indexOf(interner.tuples(keys, table.rowCount), table)).find(tuple, window),
    ofWindow: (window) => (ofWindow ??= byWindow(scan, table))[window] ?? new Int32Array(0),
  };
}

/** A row is the id of its pair: no two rows have the same. */
function indexOf(tuples: Int32Array, { rowCount, windows }: LeafColumns): PairIds {
  const index = new PairIds();
  for (let row = 0; row < rowCount; row++) {
    if (index.id(tuples[row] ?? 0, windows[row] ?? 0) !== row)
      throw new Error('internal: a group stands twice in one window');
  }
  return index;
}

function byWindow(scan: Scan, { rowCount, windows }: LeafColumns): readonly Int32Array[] {
  const counts = new Int32Array(scan.windows.length);
  for (let row = 0; row < rowCount; row++) counts[windows[row] ?? 0] = (counts[windows[row] ?? 0] ?? 0) + 1;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let row = 0; row < rowCount; row++) {
    const window = windows[row] ?? 0;
    const at = counts[window] ?? 0;
    counts[window] = at + 1;
    const list = lists[window];
    if (list !== undefined) list[at] = row;
  }
  return lists;
}
