// A name for data and its declarations together: while it stays the same, checks that passed need not run again.
import { createHash } from 'node:crypto';
import type { PreparedData, PreparedDataset } from './prepared-data.js';
import { columnOf, storedFields } from './sources/source.js';

/** To be raised with every change to what the checks say. */
const CHECKS = 1;

/**
 * By dataset, a hash over its files (path, size, time of change), what is declared of it, and the same of the datasets it refers
 * to. Null where its data is no file: given rows are checked each time.
 */
export function dataFingerprint(data: PreparedData): ReadonlyMap<string, string | null> {
  return new Map([...data.datasets].map(([name, prepared]) => [name, fingerprint(data, prepared)]));
}

function fingerprint(data: PreparedData, prepared: PreparedDataset): string | null {
  const others = [...new Set(prepared.dataset.references.map((reference) => reference.to))].sort();
  const targets = others.flatMap((name) => data.datasets.get(name) ?? []);
  const facts = [prepared, ...targets].map(factsOf);
  if (facts.includes(null)) return null;
  return createHash('sha256')
    .update(JSON.stringify([CHECKS, facts]))
    .digest('hex');
}

function factsOf({ dataset, source, files }: PreparedDataset): unknown {
  if (source.kind === 'rows') return null;
  return {
    name: dataset.name,
    files: files.map(({ path, size, modified }) => [path, size, modified]),
    source: source.kind === 'table' ? [source.table] : [source.format, source.delimiter, source.nullText],
    key: dataset.key,
    time: [dataset.def.valid?.from.text, dataset.def.valid?.until?.text],
    fields: storedFields(dataset).map((field) => [
      field.name,
      columnOf(field),
      field.type.value,
      field.optional,
      field.values,
      field.currencyField,
    ]),
    references: dataset.references.map(({ field, to, toKey }) => [field, to, toKey]),
  };
}
