// A few rows given as texts, such as those of a test.
import type { Part, SourceColumn } from './part.js';
import { quoteText } from './quote.js';
import { storedFields, type RowsSource } from './source.js';

export function rowsParts(source: RowsSource): readonly Part[] {
  const fields = storedFields(source.dataset);
  const columns = fields.map((field, i): [string, SourceColumn] => [
    field.name,
    { kind: 'text', sql: `c${i}`, refused: null },
  ]);
  const names = ['n', ...fields.map((_, i) => `c${i}`)];
  const text = (value: string | null | undefined): string =>
    value === null || value === undefined || value === '' ? 'CAST(NULL AS VARCHAR)' : quoteText(value);
  const rows = source.rows.map(
    (row, i) =>
      `(${[String(i + 1), ...fields.map((field) => text(Object.hasOwn(row, field.name) ? row[field.name] : null))].join(', ')})`,
  );
  const nothing = `(SELECT ${['0 AS n', ...fields.map((_, i) => `CAST(NULL AS VARCHAR) AS c${i}`)].join(', ')} WHERE false)`;
  const from = rows.length === 0 ? nothing : `(VALUES ${rows.join(', ')}) AS given(${names.join(', ')})`;
  return [{ from, columns: new Map(columns), file: null, row: 'n' }];
}
