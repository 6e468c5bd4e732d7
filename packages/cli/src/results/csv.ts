// A result as CSV (RFC 4180): exact texts, an empty cell for no value.
import type { Result } from '../engine-port.js';
import { columnNames } from './column-names.js';
import { flatRows } from './flat-rows.js';

export function csvOf(result: Result): string {
  const lines = [columnNames(result.columns), ...flatRows(result)];
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** An empty text is told from no value by its quotes. */
function field(text: string | null): string {
  if (text === null) return '';
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
