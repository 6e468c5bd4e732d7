// Floats that are no numbers.
import type { Diagnostic } from '@sextant/parser';
import { notFinite } from './errors.js';
import { quoteName } from '../sources/quote.js';
import { storedFields } from '../sources/source.js';
import { countAt } from '../table-cells.js';
import { isEmpty, type CheckContext } from './check-context.js';

export async function checkFinite(context: CheckContext): Promise<readonly Diagnostic[]> {
  const { executor, prepared } = context;
  const floats = storedFields(prepared.dataset).filter(
    (field) => field.type.value.kind === 'float' && !isEmpty(context, field),
  );
  if (floats.length === 0) return [];
  // Not by the largest and smallest value: the statistics of a Parquet file leave NaN out.
  const counts = floats.map((field) => `count(*) FILTER (NOT isfinite(${quoteName(field.name)}))`);
  const table = await executor.query(`SELECT ${counts.join(', ')} FROM ${prepared.relation}`);
  return floats.flatMap((field, i) => {
    const rows = countAt(table, i, 0);
    return rows === 0 ? [] : [notFinite(field, rows)];
  });
}
