// A result as one JSON object per row: exact numbers as texts, null for no value.
import type { Result } from '../engine-port.js';
import { columnNames } from './column-names.js';
import { flatRows } from './flat-rows.js';

export function ndjsonOf(result: Result): string {
  const names = columnNames(result.columns);
  return flatRows(result)
    .map((row) => `{${row.map((text, i) => `${JSON.stringify(names[i])}:${JSON.stringify(text)}`).join(',')}}\n`)
    .join('');
}
