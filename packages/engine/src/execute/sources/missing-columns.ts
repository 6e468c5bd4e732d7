// Columns that files lack, said once per field however many files lack them.
import type { Diagnostic, Field } from '@sextant/parser';
import { missingColumn } from './errors.js';
import type { DataFile } from './locate-files.js';
import type { FileSource } from './source.js';

export interface Missing {
  readonly field: Field;
  readonly files: readonly DataFile[];
  /** What those files have instead. */
  readonly names: readonly string[];
}

export function missingColumns(source: FileSource, missing: readonly Missing[]): readonly Diagnostic[] {
  const byField = new Map<Field, Missing>();
  for (const one of missing) {
    const known = byField.get(one.field);
    byField.set(one.field, known === undefined ? one : { ...known, files: [...known.files, ...one.files] });
  }
  return [...byField.values()].map(({ field, files, names }) =>
    missingColumn(field, { file: files[0]?.shown ?? '', others: files.length - 1, names, format: source.format }),
  );
}
