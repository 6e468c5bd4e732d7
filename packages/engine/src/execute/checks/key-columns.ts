// What tells the rows of a dataset apart, as its declaration has it.
import type { Dataset } from '@sextant/parser';

/** The stored fields of which no two rows have the same values; null where rows have no identity, or a computed one. */
export function checkedKey(dataset: Dataset): readonly string[] | null {
  const columns = keyColumns(dataset);
  return columns === null || columns.some((name) => dataset.fields.get(name)?.formula !== null) ? null : columns;
}

/** Versions share the key of what they are versions of, and begin at different times. */
function keyColumns(dataset: Dataset): readonly string[] | null {
  if (dataset.key.length === 0) return null;
  const { time } = dataset;
  if (time.kind !== 'interval' || time.from.path.length > 0) return dataset.key;
  return dataset.key.includes(time.from.field) ? dataset.key : [...dataset.key, time.from.field];
}

/** Fields of versions that end by themselves: whose they are, and where one begins and ends. */
export interface Versions {
  readonly entity: readonly string[];
  readonly start: string;
  readonly end: string;
}

export function versionsOf(dataset: Dataset): Versions | null {
  const { time } = dataset;
  if (time.kind !== 'interval' || time.until === null || dataset.key.length === 0) return null;
  const { from, until } = time;
  if ([from, until].some(({ path, field }) => path.length > 0 || dataset.fields.get(field)?.formula !== null))
    return null;
  const entity = dataset.key.filter((name) => name !== from.field);
  return entity.length === 0 ? null : { entity, start: from.field, end: until.field };
}
