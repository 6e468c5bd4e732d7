// Decides which columns of a long line are shown: those around the pieces that are marked in it.
import { columnOfEnd, columnOfStart, type LineCells } from './line-cells.js';
import type { Piece } from './pieces.js';

/** Columns [from, to) of the line, and the marks in them. */
export interface LineWindow {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly LineMark[];
}

/** Columns [start, end) of the line; never empty, so that a place between two characters has a caret too. */
export interface LineMark {
  readonly start: number;
  readonly end: number;
  readonly label?: string;
  readonly primary: boolean;
}

/** One window where all marks fit, else several, each on a line of its own. */
export function windowsOf(line: LineCells, pieces: readonly Piece[], width: number): readonly LineWindow[] {
  const marks = pieces
    .map((piece) => markOf(line, piece))
    .sort((a, b) => a.start - b.start || a.end - b.end || Number(b.primary) - Number(a.primary));
  if (line.width <= width) return [{ from: 0, to: line.width, marks }];
  const room = width - 2; // an ellipsis on both sides
  const groups: LineMark[][] = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && mark.end - first.start <= room) group.push(mark);
    else groups.push([mark]);
  }
  return groups.map((group) => windowAround(line, group, room));
}

function markOf(line: LineCells, { from, to, label, primary }: Piece): LineMark {
  const start = columnOfStart(line, from);
  const end = Math.max(start + 1, columnOfEnd(line, to));
  return label === undefined ? { start, end, primary } : { start, end, label, primary };
}

function windowAround(line: LineCells, marks: readonly LineMark[], room: number): LineWindow {
  const start = marks[0]?.start ?? 0;
  const end = Math.max(start, ...marks.map((mark) => mark.end));
  const before = Math.max(0, Math.floor((room - (end - start)) / 2));
  const from = Math.max(0, Math.min(start - before, line.width - room));
  return { from, to: Math.min(line.width, from + room), marks };
}
