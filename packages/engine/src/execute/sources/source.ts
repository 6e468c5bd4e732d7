// A dataset together with what its rows are read from.
import type { Dataset, Field } from '@sextant/parser';
import type { FileFormat } from './file-format.js';
import type { DataFile } from './locate-files.js';

export interface FileSource {
  readonly kind: 'files';
  readonly dataset: Dataset;
  readonly format: FileFormat;
  readonly files: readonly DataFile[];
  /** A file's text piece by piece, unpacked, without a byte order mark. */
  readonly chunks: (file: DataFile) => AsyncIterable<string>;
  readonly delimiter: string;
  /** The text that means no value, besides the empty one. */
  readonly nullText: string | null;
}

export interface TableSource {
  readonly kind: 'table';
  readonly dataset: Dataset;
  /** The name under which the database is attached. */
  readonly database: string;
  readonly table: string;
  readonly file: DataFile;
}

export interface RowsSource {
  readonly kind: 'rows';
  readonly dataset: Dataset;
  readonly rows: readonly GivenRow[];
}

/** Field to text; an empty text is no value. */
export type GivenRow = Readonly<Record<string, string | null>>;

export type Source = FileSource | TableSource | RowsSource;

/** The fields that a source must have: all but the computed ones. */
export function storedFields(dataset: Dataset): readonly Field[] {
  return [...dataset.fields.values()].filter((field) => field.formula === null);
}

/** The source's name for a field. */
export function columnOf(field: Pick<Field, 'name' | 'column'>): string {
  return field.column ?? field.name;
}
