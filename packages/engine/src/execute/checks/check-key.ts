// Keys that stand in more than one row; of versions, that they do not overlap.
import type { Diagnostic } from '@sextant/parser';
import { duplicateKey, overlappingVersions } from './errors.js';
import { quoteName } from '../sources/quote.js';
import { examplesOf, type CheckContext } from './check-context.js';
import { isUnique } from './is-unique.js';
import { checkedKey, versionsOf } from './key-columns.js';

export async function checkKey(context: CheckContext): Promise<readonly Diagnostic[]> {
  const { executor, prepared, rows, filled } = context;
  const { dataset, relation } = prepared;
  const columns = checkedKey(dataset);
  if (columns === null) return [];
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

async function overlaps({ executor, prepared }: CheckContext): Promise<readonly Diagnostic[]> {
  const { dataset, relation } = prepared;
  const versions = versionsOf(dataset);
  if (versions === null) return [];
  const [start, end] = [quoteName(versions.start), quoteName(versions.end)];
  const entity = versions.entity.map(quoteName);
  const shown = entity.map((name) => `CAST(${name} AS VARCHAR)`).join(` || ', ' || `);
  const next = `lead(${start}) OVER (PARTITION BY ${entity.join(', ')} ORDER BY ${start})`;
  const ordered = `SELECT ${shown} AS v, ${end} AS ends, ${next} AS next FROM ${relation} WHERE ${start} IS NOT NULL`;
  const crossing = `SELECT v, count(*) AS n FROM (${ordered}) WHERE next IS NOT NULL AND (ends IS NULL OR ends > next) GROUP BY v`;
  const examples = await examplesOf(executor, crossing);
  return examples.rows === 0 ? [] : [overlappingVersions(dataset, examples)];
}
