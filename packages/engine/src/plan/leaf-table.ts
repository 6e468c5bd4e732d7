// What comes back for a scan: groups in rows, leaves in columns. Column-major, so that a million groups stay cheap.
import type { Column } from '../value/column.js';
import type { Value } from '../value/value.js';

export interface LeafTable extends LeafColumns {
  readonly keys: readonly (readonly Value[])[];
  readonly values: ReadonlyMap<number, readonly Value[]>;
}

/** The same, where columns of numbers may be packed. */
export interface LeafColumns {
  readonly rowCount: number;
  /** For each row, the index of its window in the scan. */
  readonly windows: Int32Array;
  /** One column per key of the scan. */
  readonly keys: readonly Column[];
  /** By leaf id. */
  readonly values: ReadonlyMap<number, Column>;
  /**
   * By leaf id: 1 where at least one row satisfies all conditions of the leaf, so that its group is part of the answer;
   * null where every row of the table counts (a leaf without conditions of its own beside the scan's). Leaves with the
   * same conditions share one column.
   */
  readonly reached: ReadonlyMap<number, Uint8Array | null>;
}
