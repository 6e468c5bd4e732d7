// As much of Apache Arrow's shapes as results of a database in a browser are read by; the library itself comes with the database.

export interface ArrowReader extends AsyncIterable<ArrowBatch> {
  /** Makes the schema known, also of a result without a row. */
  open(): Promise<ArrowSchema>;
}

interface ArrowSchema {
  readonly schema: { readonly fields: readonly ArrowField[] };
}

export interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
}

export interface ArrowType {
  readonly typeId: number;
  toString(): string;
}

export interface ArrowBatch {
  readonly numRows: number;
  getChildAt(column: number): ArrowVector | null;
}

interface ArrowVector {
  readonly data: readonly ArrowData[];
}

/** One piece of a column: its buffers as the database filled them. */
export interface ArrowData {
  readonly length: number;
  readonly offset: number;
  readonly nullCount: number;
  readonly values: unknown;
  readonly valueOffsets: unknown;
  readonly nullBitmap: unknown;
}

/** Arrow's numbers of its types. */
export const ARROW_TYPES = {
  null: 1,
  integer: 2,
  float: 3,
  text: 5,
  boolean: 6,
  decimal: 7,
  date: 8,
  timestamp: 10,
} as const;
