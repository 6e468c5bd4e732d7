// Draws the lines of one file that a diagnostic speaks of, with its marks below them.
import { lineText } from '@sextant/parser';
import { layOutLine, sliceColumns } from './line-cells.js';
import { windowsOf, type LineWindow } from './line-windows.js';
import { markRows } from './mark-rows.js';
import type { Paint, Role } from './paint.js';
import { piecesOf, type Mark, type Piece } from './pieces.js';
import type { IndexedSource } from './places.js';

export interface FrameStyle {
  /** Columns of the widest line number. */
  readonly gutter: number;
  /** Columns of source shown at most. */
  readonly width: number;
  readonly primaryRole: Role;
  readonly paint: Paint;
}

export function sourceFrame(source: IndexedSource, marks: readonly Mark[], style: FrameStyle): readonly string[] {
  const byLine = new Map<number, Piece[]>();
  for (const piece of marks.flatMap((mark) => piecesOf(source, mark))) {
    const onLine = byLine.get(piece.line);
    if (onLine === undefined) byLine.set(piece.line, [piece]);
    else onLine.push(piece);
  }
  const rows = [gutterRow(style)];
  let before = 0;
  for (const line of [...byLine.keys()].sort((a, b) => a - b)) {
    // An ellipsis for a single line would be no shorter than the line.
    if (before > 0 && line === before + 2) rows.push(...lineRows(source, before + 1, [], style));
    else if (before > 0 && line > before + 2) rows.push(style.paint('...', 'frame'));
    rows.push(...lineRows(source, line, byLine.get(line) ?? [], style));
    before = line;
  }
  return rows;
}

/** The last line that a frame with these marks shows. */
export function lastLine(source: IndexedSource, marks: readonly Mark[]): number {
  return Math.max(...marks.flatMap((mark) => piecesOf(source, mark)).map((piece) => piece.line));
}

/** `   |`: the edge of the picture where there is no line number. */
export function gutterRow({ gutter, paint }: Pick<FrameStyle, 'gutter' | 'paint'>): string {
  return `${' '.repeat(gutter)} ${paint('|', 'frame')}`;
}

function lineRows(source: IndexedSource, line: number, pieces: readonly Piece[], style: FrameStyle): readonly string[] {
  const { gutter, paint, width, primaryRole } = style;
  const cells = layOutLine(lineText(source.text, source.index, line));
  const number = paint(String(line).padStart(gutter), 'frame');
  return windowsOf(cells, pieces, width).flatMap((window) => {
    const cutLeft = window.from > 0 ? '…' : '';
    const cutRight = window.to < cells.width ? '…' : '';
    const text = `${cutLeft}${sliceColumns(cells, window.from, window.to)}${cutRight}`.trimEnd();
    const below = window.marks.length === 0 ? [] : markRows(marksIn(window, cells.width), primaryRole, paint);
    return [`${number} ${paint('|', 'frame')} ${text}`.trimEnd(), ...below.map((row) => `${gutterRow(style)} ${row}`)];
  });
}

/** The marks in the columns of what is printed; one that is cut off goes on under the ellipsis. */
function marksIn({ from, to, marks }: LineWindow, width: number): LineWindow['marks'] {
  const shift = from > 0 ? 1 - from : 0;
  const edge = to < width ? to + 1 : Infinity;
  return marks.map((mark) => ({ ...mark, start: mark.start + shift, end: Math.min(mark.end, edge) + shift }));
}
