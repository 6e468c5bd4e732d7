// What comes back for a scan: groups in rows, leaves in columns. Column-major, so that a million groups stay cheap.
import type { Value } from '../value/value.js';

export interface LeafTable {
  readonly rowCount: number;
  /** For each row, the index of its window in the scan. */
  readonly windows: Int32Array;
  /** One column per key of the scan. */
  readonly keys: readonly (readonly Value[])[];
  /** By leaf id. */
  readonly values: ReadonlyMap<number, readonly Value[]>;
}
