// A result as a Markdown table.
import type { Result } from '../engine-port.js';
import { sheetOf } from './sheet.js';

export function markdownOf(result: Result): string {
  const { columns, rows, notes } = sheetOf(result);
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  const head = columns.map(({ name, unit }) => escapeMarkdown(unit === '' ? name : `${name} (${unit})`));
  const rule = columns.map(({ align }) => (align === 'number' ? '---:' : ':---'));
  const body = rows.map((row) => line(row.map(escapeMarkdown)));
  return `${[line(head), line(rule), ...body, '', ...notes.map((note) => `- ${escapeMarkdown(note)}`)].join('\n')}\n`;
}

/** Whatever Markdown or the HTML in it could take for its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\|`*_[\]<>#~]/g, '\\$&').replaceAll('&', '&amp;');
}
