// A result as a table for the terminal: numbers stand under one another by their points, units in the head.
import type { Result } from '../engine-port.js';
import { displayWidth } from '../reporters/display-width.js';
import { graphemesOf } from '../reporters/graphemes.js';
import { paintWith } from '../reporters/paint.js';
import { sheetOf, type SheetColumn } from './sheet.js';

export interface TableOptions {
  readonly colour: boolean;
}

export function tableOf(result: Result, { colour }: TableOptions): string {
  const paint = paintWith(colour);
  const { columns, rows, notes } = sheetOf(result);
  const cells = columns.map((column, c) =>
    layOut(
      column,
      rows.map((row) => row[c] ?? ''),
    ),
  );
  const widths = columns.map((column, c) =>
    Math.max(widthOf(column.name), widthOf(column.unit), ...(cells[c] ?? []).map(widthOf)),
  );
  const line = (texts: readonly string[], align: (column: SheetColumn) => 'left' | 'right'): string =>
    texts
      .map((text, c) => {
        const column = columns[c];
        const space = ' '.repeat(Math.max(0, (widths[c] ?? 0) - widthOf(text)));
        return column !== undefined && align(column) === 'right' ? `${space}${text}` : `${text}${space}`;
      })
      .join('  ')
      .trimEnd();
  const side = ({ align }: SheetColumn): 'left' | 'right' => (align === 'number' ? 'right' : 'left');
  const head = [
    paint(
      line(
        columns.map(({ name }) => name),
        side,
      ),
      'strong',
    ),
  ];
  if (columns.some(({ unit }) => unit !== ''))
    head.push(
      line(
        columns.map(({ unit }) => unit),
        side,
      ),
    );
  const body = rows.map((_, r) =>
    line(
      cells.map((column) => column[r] ?? ''),
      side,
    ),
  );
  const rule = paint(widths.map((width) => '─'.repeat(width)).join('  '), 'frame');
  const empty = rows.length === 0 ? ['no rows'] : [];
  return `${[...head, rule, ...body, ...empty, '', ...notes].join('\n')}\n`;
}

/** Numbers get spaces after them, so that right-aligned they stand point under point. */
function layOut({ align }: SheetColumn, texts: readonly string[]): readonly string[] {
  if (align === 'left') return texts;
  const tails = texts.map(tailOf);
  const longest = Math.max(0, ...tails.map(widthOf));
  return texts.map((text, i) => `${text}${' '.repeat(longest - widthOf(tails[i] ?? ''))}`);
}

/** What stands after the last digit before the point: `.25%*`. */
function tailOf(text: string): string {
  return /^[≈-]*\d+(.*)$/s.exec(text)?.[1] ?? /^—(.*)$/s.exec(text)?.[1] ?? '';
}

const PLAIN = /^[ -~]*$/;

function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += displayWidth(grapheme);
  return width;
}
