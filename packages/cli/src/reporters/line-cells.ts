// A line of source laid out in the columns of a terminal: tabs as spaces, wide characters in two, marks in none.
import { displayWidth } from './display-width.js';
import { graphemesOf } from './graphemes.js';
import { visibleText } from './visible-text.js';

/** What is printed as one, and where: offsets in the line, columns on the screen, both from 0. */
interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly column: number;
  readonly width: number;
}

export interface LineCells {
  readonly cells: readonly Cell[];
  readonly width: number;
}

const TAB_STOP = 4;
const PRINTABLE_ASCII = /^[ -~]*$/;
export function layOutLine(line: string): LineCells {
  const cells: Cell[] = [];
  let column = 0;
  let start = 0;
  for (const grapheme of PRINTABLE_ASCII.test(line) ? line : graphemesOf(line)) {
    const cell = cellOf(grapheme, start, column);
    cells.push(cell);
    start = cell.end;
    column += cell.width;
  }
  return { cells, width: column };
}

function cellOf(grapheme: string, start: number, column: number): Cell {
  const end = start + grapheme.length;
  if (grapheme === '\t') {
    const width = TAB_STOP - (column % TAB_STOP);
    return { text: ' '.repeat(width), start, end, column, width };
  }
  const text = visibleText(grapheme);
  return { text, start, end, column, width: displayWidth(text) };
}

/** The first column of the character at an offset; past the end of the line, the column after it. */
export function columnOfStart({ cells, width }: LineCells, offset: number): number {
  return cells.find((cell) => offset < cell.end)?.column ?? width;
}

/** The column after the character that ends at an offset or is cut by it. */
export function columnOfEnd({ cells }: LineCells, offset: number): number {
  const cell = cells.findLast((cell) => cell.start < offset);
  return cell === undefined ? 0 : cell.column + cell.width;
}

/** The columns [from, to) as text; half of a wide character is a space. */
export function sliceColumns({ cells }: LineCells, from: number, to: number): string {
  let text = '';
  for (const cell of cells) {
    const end = cell.column + cell.width;
    if (end < from || (end === from && cell.width > 0) || cell.column >= to) continue;
    const whole = cell.column >= from && end <= to;
    text += whole ? cell.text : ' '.repeat(Math.min(end, to) - Math.max(cell.column, from));
  }
  return text;
}
