// Values outside the declared ones, and currency codes that are none.
import type { Diagnostic, Field } from '@sextant/parser';
import { currencyCodes } from '@sextant/parser';
import { unknownCurrency, unlistedValue, type Examples } from './errors.js';
import { quoteName, quoteText } from '../sources/quote.js';
import { storedFields } from '../sources/source.js';
import { countAt } from '../table-cells.js';
import { examplesOf, isEmpty, type CheckContext } from './check-context.js';

export async function checkValues(context: CheckContext): Promise<readonly Diagnostic[]> {
  const { dataset } = context.prepared;
  const fields = storedFields(dataset);
  const currencies = new Set(fields.map((field) => field.currencyField));
  const diagnostics: Diagnostic[] = [];
  for (const field of fields) {
    if (isEmpty(context, field)) continue;
    if (field.values !== null) {
      const examples = await outside(context, field, field.values);
      if (examples.rows > 0) diagnostics.push(unlistedValue(field, examples));
    }
    if (currencies.has(field.name)) {
      const examples = await outside(context, field, [...currencyCodes()]);
      if (examples.rows > 0) diagnostics.push(unknownCurrency(field, examples));
    }
  }
  return diagnostics;
}

/** The few distinct values are counted first and compared then: comparing every row takes four times as long. */
async function outside(
  { executor, prepared }: CheckContext,
  field: Field,
  values: readonly string[],
): Promise<Examples> {
  const name = quoteName(field.name);
  const grouped = `SELECT ${name} AS v, count(*) AS n FROM ${prepared.relation} GROUP BY 1`;
  const listed = values.map(quoteText).join(', ');
  const unlisted = `v IS NOT NULL AND CAST(v AS VARCHAR) NOT IN (${listed})`;
  const table = await executor.query(
    `WITH grouped AS MATERIALIZED (${grouped}) SELECT count(*) FROM grouped WHERE ${unlisted}`,
  );
  if (countAt(table, 0, 0) === 0) return { rows: 0, distinct: 0, examples: [] };
  return examplesOf(executor, `SELECT v, n FROM (${grouped}) WHERE ${unlisted}`);
}
