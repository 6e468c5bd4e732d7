// References to rows that are not there.
import type { Diagnostic, Reference } from '@sextant/parser';
import { danglingReference } from './errors.js';
import type { PreparedDataset } from '../prepared-data.js';
import { quoteName } from '../sources/quote.js';
import { examplesOf, isEmpty, type CheckContext } from './check-context.js';

/** Only where the dataset referred to is needed too: nothing is read for a warning alone. */
export async function checkReferences(context: CheckContext): Promise<readonly Diagnostic[]> {
  const { data, prepared, executor } = context;
  const diagnostics: Diagnostic[] = [];
  for (const reference of prepared.dataset.references) {
    const field = prepared.dataset.fields.get(reference.field);
    const target = data.datasets.get(reference.to);
    if (field === undefined || target === undefined || field.formula !== null || isEmpty(context, field)) continue;
    if (target.dataset.fields.get(reference.toKey)?.formula !== null) continue;
    const examples = await examplesOf(executor, dangling(reference, prepared, target));
    if (examples.rows > 0) diagnostics.push(danglingReference(reference, field, examples));
  }
  return diagnostics;
}

function dangling(reference: Reference, from: PreparedDataset, to: PreparedDataset): string {
  const [field, key] = [quoteName(reference.field), quoteName(reference.toKey)];
  const missing = `SELECT ${field} AS v FROM ${from.relation} AS a WHERE ${field} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${to.relation} AS b WHERE b.${key} = a.${field})`;
  return `SELECT v, count(*) AS n FROM (${missing}) GROUP BY v`;
}
