// Cuts the marked spans of a file into pieces of single lines, which is all that can be underlined.
import { lineText, positionAt } from '@sextant/parser';
import type { IndexedSource } from './places.js';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label?: string;
  readonly primary: boolean;
}

/** Offsets in the line. Only the last piece of a mark has its label. */
export interface Piece {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly label?: string;
  readonly primary: boolean;
}

/** Of a longer span the first two lines and the last are shown. */
const MOST_LINES = 4;

export function piecesOf(source: IndexedSource, mark: Mark): readonly Piece[] {
  const start = Math.min(mark.start, source.text.length);
  const end = endWithoutBreaks(source.text, start, mark.end);
  const first = positionAt(source.index, start);
  const last = positionAt(source.index, end);
  const lines = [];
  for (let line = first.line; line <= last.line; line++) {
    if (last.line - first.line < MOST_LINES || line < first.line + 2 || line === last.line) lines.push(line);
  }
  const pieces = lines.map((line): Piece => {
    const text = lineText(source.text, source.index, line);
    const from = line === first.line ? first.column - 1 : text.search(/\S|$/);
    const to = line === last.line ? last.column - 1 : text.trimEnd().length;
    return { line, from, to: Math.max(from, to), primary: mark.primary };
  });
  const shown = pieces.filter((piece, i) => piece.to > piece.from || i === pieces.length - 1);
  const { label } = mark;
  return label === undefined ? shown : shown.map((piece, i) => (i === shown.length - 1 ? { ...piece, label } : piece));
}

/** A span that takes in the line break at its end shows nothing of the line after. */
function endWithoutBreaks(text: string, start: number, end: number): number {
  let last = Math.max(start, Math.min(end, text.length));
  while (last > start && /[\r\n]/.test(text.charAt(last - 1))) last--;
  return last;
}
