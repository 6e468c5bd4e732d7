// The rows of a CSV text as a test gives them: columns by the names that the dataset reads them from.
import type { Dataset } from '@sextant/parser';
import { csvReader } from '../value/csv-reader.js';
import type { TextRow } from '../reference/rows.js';

export type ReadRows =
  { readonly kind: 'rows'; readonly rows: readonly TextRow[] } | { readonly kind: 'problem'; readonly why: string };

export function readRows(dataset: Dataset, text: string, delimiter: string): ReadRows {
  const reader = csvReader(delimiter);
  const records = [...reader.take(text.replace(/^\uFEFF/, '')), ...reader.end()].filter(
    ({ cells }) => cells.length > 1 || cells[0] !== '',
  );
  const [header, ...rows] = records;
  if (header === undefined) return { kind: 'problem', why: 'it is empty' };
  const names = new Map(
    [...dataset.fields.values()]
      .filter(({ formula }) => formula === null)
      .map((field) => [field.column ?? field.name, field.name]),
  );
  const unknown = header.cells.find((column) => !names.has(column));
  if (unknown !== undefined) return { kind: 'problem', why: `\`${dataset.name}\` has no column \`${unknown}\`` };
  const ragged = rows.find(({ cells }) => cells.length !== header.cells.length);
  if (ragged !== undefined)
    return { kind: 'problem', why: `line ${ragged.line} has ${ragged.cells.length} cells, not ${header.cells.length}` };
  return {
    kind: 'rows',
    rows: rows.map(({ cells }) =>
      Object.fromEntries(header.cells.map((column, i) => [names.get(column) ?? column, cells[i] ?? null])),
    ),
  };
}
