// Fields without a value: errors in a key, warnings in fields that are not declared optional.
import type { Dataset, Diagnostic } from '@sextant/parser';
import { keyMissing, missingValue } from './errors.js';
import { storedFields } from '../sources/source.js';

/** `filled`: rows that have a value, by field. */
export function checkMissingValues(
  dataset: Dataset,
  rows: number,
  filled: ReadonlyMap<string, number>,
): readonly Diagnostic[] {
  return storedFields(dataset).flatMap((field) => {
    const empty = rows - (filled.get(field.name) ?? rows);
    if (empty === 0) return [];
    if (dataset.key.includes(field.name)) return [keyMissing(field, empty, rows)];
    return field.optional ? [] : [missingValue(field, empty, rows)];
  });
}
