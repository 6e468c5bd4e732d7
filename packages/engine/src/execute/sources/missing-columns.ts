// Columns that files lack, said once per field however many files lack them, and once for all fields where no line was cut.
import type { Diagnostic, Field } from '@sextant/parser';
import { missingColumn, uncutHeader, type MissingColumn } from './errors.js';
import type { DataFile } from './locate-files.js';
import { storedFields, type FileSource } from './source.js';

export interface Missing {
  readonly field: Field;
  readonly files: readonly DataFile[];
  /** What those files have instead. */
  readonly names: readonly string[];
}

export function missingColumns(source: FileSource, missing: readonly Missing[]): readonly Diagnostic[] {
  const lacking = new Map<readonly string[], Missing[]>();
  for (const one of missing) lacking.set(one.names, [...(lacking.get(one.names) ?? []), one]);
  const diagnostics: Diagnostic[] = [];
  const byField = new Map<Field, Missing>();
  for (const group of lacking.values()) {
    const [first] = group;
    const lacksAll = group.length === storedFields(source.dataset).length;
    const uncut = first !== undefined && lacksAll ? uncutHeader(source.dataset, factsOf(source, first)) : null;
    if (uncut !== null) {
      diagnostics.push(uncut);
      continue;
    }
    for (const one of group) {
      const known = byField.get(one.field);
      byField.set(one.field, known === undefined ? one : { ...known, files: [...known.files, ...one.files] });
    }
  }
  return [...diagnostics, ...[...byField.values()].map((one) => missingColumn(one.field, factsOf(source, one)))];
}

function factsOf(source: FileSource, { files, names }: Missing): MissingColumn {
  return { file: files[0]?.shown ?? '', others: files.length - 1, names, format: source.format };
}
