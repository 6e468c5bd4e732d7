// Rows as CSV text that gives the same values back, for a database that reads no other format: no value is nothing, an empty text `""`.
import type { Field } from '@sextant/parser';
import type { Row } from '../reference/rows.js';
import { textOf } from '../value/functions/cast.js';
import { NULL, type Value } from '../value/value.js';

export function rowsCsv(fields: readonly Field[], rows: readonly Row[]): Uint8Array {
  const lines = rows.map((row) => fields.map(({ name }) => cellCsv(row.get(name) ?? NULL)).join(','));
  // A line of its own for the header, so that a lone empty line is a row.
  return new TextEncoder().encode(`${[fields.map((_, i) => `c${i}`).join(','), ...lines].join('\n')}\n`);
}

function cellCsv(value: Value): string {
  if (value.kind === 'none') return '';
  return value.kind === 'text' ? `"${value.value.replaceAll('"', '""')}"` : textOf(value);
}
