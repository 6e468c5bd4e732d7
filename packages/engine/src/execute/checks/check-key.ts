// Keys that stand in more than one row; of versions, that they do not overlap.
import type { Dataset, Diagnostic } from '@sextant/parser';
import { duplicateKey, overlappingVersions } from './errors.js';
import { quoteName } from '../sources/quote.js';
import { examplesOf, type CheckContext } from './check-context.js';
import { isUnique } from './is-unique.js';

export async function checkKey(context: CheckContext): Promise<readonly Diagnostic[]> {
  const { executor, prepared, rows, filled } = context;
  const { dataset, relation } = prepared;
  const columns = keyColumns(dataset);
  if (columns === null || columns.some((name) => dataset.fields.get(name)?.formula !== null)) return [];
  // A key without a value was reported, and is no duplicate.
  const complete = columns.every((name) => filled.get(name) === rows);
  const condition = columns.map((name) => `${quoteName(name)} IS NOT NULL`).join(' AND ');
  const from = complete ? relation : `(SELECT * FROM ${relation} WHERE ${condition})`;
  const isInteger = dataset.fields.get(columns[0] ?? '')?.type.value.kind === 'integer';
  const keyed = complete ? rows : Math.min(...columns.map((name) => filled.get(name) ?? 0));
  // With several columns the least filled one does not tell how many rows have all of them.
  const provable = complete || columns.length === 1;
  if (provable && (await isUnique(executor, from, columns, keyed, isInteger))) return overlaps(context);
  const names = columns.map(quoteName);
  const shown = names.map((name) => `CAST(${name} AS VARCHAR)`).join(` || ', ' || `);
  const repeated = `SELECT ${shown} AS v, count(*) AS n FROM ${from} GROUP BY ${names.join(', ')} HAVING count(*) > 1`;
  const { rows: affected, distinct, examples } = await examplesOf(executor, repeated);
  if (affected === 0) return overlaps(context);
  return [duplicateKey(dataset, columns, affected - distinct, examples)];
}

/** Versions share the key of what they are versions of, and begin at different times. Null: rows have no identity. */
function keyColumns(dataset: Dataset): readonly string[] | null {
  if (dataset.key.length === 0) return null;
  const { time } = dataset;
  if (time.kind !== 'interval' || time.from.path.length > 0) return dataset.key;
  return dataset.key.includes(time.from.field) ? dataset.key : [...dataset.key, time.from.field];
}

async function overlaps({ executor, prepared }: CheckContext): Promise<readonly Diagnostic[]> {
  const { dataset, relation } = prepared;
  const { time } = dataset;
  if (time.kind !== 'interval' || time.until === null || dataset.key.length === 0) return [];
  const { from, until } = time;
  if ([from, until].some(({ path, field }) => path.length > 0 || dataset.fields.get(field)?.formula !== null))
    return [];
  const [start, end] = [quoteName(from.field), quoteName(until.field)];
  const entity = dataset.key.filter((name) => name !== from.field).map(quoteName);
  if (entity.length === 0) return [];
  const shown = entity.map((name) => `CAST(${name} AS VARCHAR)`).join(` || ', ' || `);
  const next = `lead(${start}) OVER (PARTITION BY ${entity.join(', ')} ORDER BY ${start})`;
  const versions = `SELECT ${shown} AS v, ${end} AS ends, ${next} AS next FROM ${relation} WHERE ${start} IS NOT NULL`;
  const crossing = `SELECT v, count(*) AS n FROM (${versions}) WHERE next IS NOT NULL AND (ends IS NULL OR ends > next) GROUP BY v`;
  const examples = await examplesOf(executor, crossing);
  return examples.rows === 0 ? [] : [overlappingVersions(dataset, examples)];
}
