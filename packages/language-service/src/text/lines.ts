// Offsets to the positions of editors and back: lines and UTF-16 columns from 0, lines ended by `\n`, `\r\n` or `\r`.
import type { Position, Range } from 'vscode-languageserver-types';

export interface Lines {
  readonly text: string;
  /** Where each line starts; the first is 0. */
  readonly starts: readonly number[];
}

const known = new WeakMap<object, Lines>();

/** Of a file that is a value: its lines are found once. */
export function linesOf(file: { readonly text: string }): Lines {
  const found = known.get(file);
  if (found !== undefined) return found;
  const lines = indexLines(file.text);
  known.set(file, lines);
  return lines;
}

export function indexLines(text: string): Lines {
  const starts = [0];
  // Almost no text has a lone `\r`; without one, the search for `\n` alone is several times faster.
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
  } else for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return { text, starts };
}

export function positionAt({ text, starts }: Lines, offset: number): Position {
  const at = Math.max(0, Math.min(offset, text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - (starts[low] ?? 0) };
}

/** A position behind the end of its line is the end of the line, one behind the last line the end of the text. */
export function offsetAt({ text, starts }: Lines, { line, character }: Position): number {
  const start = starts[Math.max(0, line)];
  if (line < 0) return 0;
  if (start === undefined) return text.length;
  const next = starts[line + 1];
  let end = next ?? text.length;
  if (next !== undefined) {
    end--;
    if (end > start && text[end] === '\n' && text[end - 1] === '\r') end--;
  }
  return Math.max(start, Math.min(start + character, end));
}

/** Where the line begins that an offset is in; here `\n` alone ends lines. */
export function lineStartAt(text: string, offset: number): number {
  // A search from before the beginning would begin there all the same.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

export function rangeOf(lines: Lines, start: number, end: number): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}
