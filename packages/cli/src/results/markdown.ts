// A result as a Markdown table.
import type { Result } from '../engine-port.js';
import { sheetOf } from './sheet.js';

export function markdownOf(result: Result): string {
  const { columns, rows, notes } = sheetOf(result);
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  const head = columns.map(({ name, unit }) => escape(unit === '' ? name : `${name} (${unit})`));
  const rule = columns.map(({ align }) => (align === 'number' ? '---:' : ':---'));
  const body = rows.map((row) => line(row.map(escape)));
  return `${[line(head), line(rule), ...body, '', ...notes.map((note) => `- ${escape(note)}`)].join('\n')}\n`;
}

/** Whatever Markdown or the HTML in it could take for its own. */
function escape(text: string): string {
  return text.replace(/[\\|`*_[\]<>#~]/g, '\\$&').replaceAll('&', '&amp;');
}
