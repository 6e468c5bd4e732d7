// What an editor may say about its files, and the texts that come out of it.
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { indexLines, offsetAt } from './lines.js';

export type FileChange =
  /** All of a file: a new one, or one that was read again. */
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  /** Edits, each in the text that the one before leaves, as editors send them. */
  | { readonly kind: 'edits'; readonly path: string; readonly edits: readonly RangeEdit[] }
  | { readonly kind: 'deleted'; readonly path: string };

export interface RangeEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export function applyInTurn(text: string, edits: readonly RangeEdit[]): string {
  return edits.reduce((now, edit) => replace(now, edit.range, edit.text), text);
}

/** Edits that all mean the same text, as answers have them. They do not overlap. */
export function applyTogether(text: string, edits: readonly TextEdit[]): string {
  const lines = indexLines(text);
  const placed = edits.map(({ range, newText }) => ({
    start: offsetAt(lines, range.start),
    end: offsetAt(lines, range.end),
    newText,
  }));
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let last = 0;
  for (const { start, end, newText } of placed) {
    result += text.slice(last, start) + newText;
    last = end;
  }
  return result + text.slice(last);
}

function replace(text: string, range: Range, by: string): string {
  const lines = indexLines(text);
  const start = offsetAt(lines, range.start);
  return text.slice(0, start) + by + text.slice(Math.max(start, offsetAt(lines, range.end)));
}
