// The cells in which an expression is computed: a time of a frame and a group each, column by column.

export interface Domain {
  readonly size: number;
  /** For each cell, the index of its time in the frame. */
  readonly times: Int32Array;
  /** For each key position, the interned value of each cell. */
  readonly keys: readonly Int32Array[];
  /** For an inner domain, the index of each cell's outer cell; ascending. */
  readonly outer: Int32Array;
  /** Where every cell was made of one row of one scan, which rows those are; null: cells are looked up by their groups. */
  readonly source: DomainSource | null;
}

export interface DomainSource {
  readonly scan: number;
  /** For each key of the scan, its position in the cells' groups. */
  readonly keys: readonly number[];
  /** The row of each cell; null: all rows of the scan in their order. */
  readonly rows: Int32Array | null;
}
