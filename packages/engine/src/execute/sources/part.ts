// What a source hands over: one or several readings, each of files (or rows, or a table) with the same columns.

/** Rows that one FROM clause reads. */
export interface Part {
  /** An item of a FROM clause. */
  readonly from: string;
  /** By the field's name; a field whose column is missing was reported and is not there. */
  readonly columns: ReadonlyMap<string, SourceColumn>;
  /** SQL of the file that a row came from; null where there is none. */
  readonly file: string | null;
  /** SQL of a row's number in its file, from 1; null where rows are counted in the order in which they come. */
  readonly row: string | null;
}

export type SourceColumn = TextColumn | TypedColumn;

/** Text to be read as the field's type. */
export interface TextColumn {
  readonly kind: 'text';
  /** A VARCHAR. */
  readonly sql: string;
  /** SQL of a condition under which the value is no text, number or truth value at all, such as a JSON object. */
  readonly refused: string | null;
}

/** A value with a type of its own. */
export interface TypedColumn {
  readonly kind: 'typed';
  /** The value as the source has it. */
  readonly source: string;
  /** The value in the declared type. */
  readonly sql: string;
  /** True for values that the declared type cannot hold as they are; null where there can be none. */
  readonly wrong: string | null;
}
