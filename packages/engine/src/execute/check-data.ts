// What the data itself says against its declarations, before anything is computed from it.
import type { Diagnostic } from '@sextant/parser';
import { checkFinite } from './checks/check-finite.js';
import { checkKey } from './checks/check-key.js';
import { checkMissingValues } from './checks/check-missing-values.js';
import { checkReferences } from './checks/check-references.js';
import { checkTypes } from './checks/check-types.js';
import { checkValues } from './checks/check-values.js';
import type { CheckContext } from './checks/check-context.js';
import type { PreparedData, PreparedDataset } from './prepared-data.js';
import { quoteName } from './sources/quote.js';
import { storedFields } from './sources/source.js';
import { countAt } from './table-cells.js';

/**
 * `names`: the datasets to check, all of them unless said otherwise; leave out those whose fingerprint passed before. A type
 * that does not fit ends the checks of a dataset, for every other question would fail on it.
 */
export async function checkData(
  data: PreparedData,
  names: Iterable<string> = data.datasets.keys(),
): Promise<readonly Diagnostic[]> {
  const { executor } = data;
  const wanted = [...new Set(names)].sort().flatMap((name) => data.datasets.get(name) ?? []);
  const diagnostics: Diagnostic[] = [];
  const sound: PreparedDataset[] = [];
  for (const prepared of wanted) {
    const wrong = await checkTypes(executor, prepared);
    diagnostics.push(...wrong);
    if (wrong.length === 0) sound.push(prepared);
  }
  for (const prepared of sound) {
    const context = await contextOf(data, prepared);
    diagnostics.push(...checkMissingValues(prepared.dataset, context.rows, context.filled));
    if (context.rows === 0) continue;
    // The order is that of a reader's interest: what makes numbers wrong comes before what makes them coarse.
    for (const check of [checkFinite, checkKey, checkValues, checkReferences])
      diagnostics.push(...(await check(context)));
  }
  return diagnostics;
}

/** Counts come from the statistics of a file where it has some, so this costs next to nothing. */
async function contextOf(data: PreparedData, prepared: PreparedDataset): Promise<CheckContext> {
  const fields = storedFields(prepared.dataset);
  const counts = ['count(*)', ...fields.map((field) => `count(${quoteName(field.name)})`)];
  const table = await data.executor.query(`SELECT ${counts.join(', ')} FROM ${prepared.relation}`);
  const filled = new Map(fields.map((field, i) => [field.name, countAt(table, i + 1, 0)]));
  return { executor: data.executor, data, prepared, rows: countAt(table, 0, 0), filled };
}
