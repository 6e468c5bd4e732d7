// What a source in memory hands over: columns of texts, or of values with types of their own.
import type { Field } from '@sextant/parser';
import type { DataFile } from '../execute/sources/locate-files.js';

export interface MemoryTable {
  /** Empty for given rows. */
  readonly files: readonly DataFile[];
  /** The names of the columns, as messages list them. */
  readonly names: readonly string[];
  /** Those that `names` leaves out too: keys that are not in the first object. Missing: `names` has all. */
  readonly allNames?: () => readonly string[];
  readonly rowCount: number;
  /** `twice` where it cannot be said which column is meant. */
  readonly column: (field: Wanted) => MemoryColumn | 'missing' | 'twice';
  /** Where a row stands: `orders.csv:7`, `orders.json row 7`. */
  readonly place: (row: number) => string;
  /** Why its rows are of no use, in a sentence that is said where all columns are found. */
  readonly unreadable: string | null;
}

/** What of a field matters for finding its column. */
export type Wanted = Pick<Field, 'name' | 'column' | 'optional'>;

export type MemoryColumn = TextCells | TypedCells;

/** Texts to be read as the field's type; null is no value. */
export interface TextCells {
  readonly kind: 'text';
  readonly cells: readonly (string | null)[];
  /** Rows whose value is no text, number or truth value at all, such as a JSON object; null: none. */
  readonly refused: ReadonlySet<number> | null;
}

/** Values as the file has them; null is no value. */
export interface TypedCells {
  readonly kind: 'typed';
  /** The type by the database's name, which messages use: `DECIMAL(10,2)`. */
  readonly type: string;
  readonly cells: readonly (Raw | null)[];
}

/** Whole numbers and unscaled decimals as bigint, instants and clocks as micros (nanos for TIMESTAMP_NS), dates as days. */
export type Raw = string | number | bigint | boolean;
