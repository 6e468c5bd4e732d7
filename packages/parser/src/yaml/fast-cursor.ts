// The fast reader's place in a text, and its steps over white space and comments. A false says "not sure".
import type { MapEntry } from './tree.js';

export interface Cursor {
  readonly path: string;
  readonly text: string;
  at: number;
  /** After `nextContent`: the column of the line's first character, -1 at the end of the text. */
  indent: number;
  depth: number;
  /** Reads an entry of a section of which the fast reader is not sure; null where all must be sure. */
  readonly apart: Apart | null;
}

/**
 * The entries from `start` to the next content at column `indent` or above it, where the cursor is left; `isFirst` where nothing
 * stands above them in their section. Null says "not sure".
 */
export type Apart = (cursor: Cursor, indent: number, start: number, isFirst: boolean) => readonly MapEntry[] | null;

/** The depth of the maps under the keys of the root: of definitions by name. */
export const sectionDepth = 2;

export const code = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  comma: 44,
  dash: 45,
  dot: 46,
  colon: 58,
  greater: 62,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  bar: 124,
  closeBrace: 125,
} as const;

/** Deeper than this is left to the `yaml` package, which counts exactly. */
const enoughDepth = 50;

/** From the start of a line to the first character of the next line that says something. */
export function nextContent(cursor: Cursor): boolean {
  const { text } = cursor;
  for (let line = cursor.at; ;) {
    let at = line;
    while (text.charCodeAt(at) === code.space) at++;
    switch (text.charCodeAt(at)) {
      case code.lineFeed:
        line = at + 1;
        continue;
      case code.carriageReturn:
        line = at + 2;
        continue;
      case code.hash:
        line = lineAfter(text, at);
        continue;
      case code.tab:
        return false;
      default:
    }
    cursor.at = at;
    cursor.indent = at < text.length ? at - line : -1;
    return true;
  }
}

/** From the end of a value over spaces and a comment to the start of the next line. */
export function endLine(cursor: Cursor): boolean {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === code.space) at++;
  switch (text.charCodeAt(at)) {
    case code.lineFeed:
      cursor.at = at + 1;
      return true;
    case code.carriageReturn:
      cursor.at = at + 2;
      return true;
    case code.hash:
      if (at === cursor.at) return false;
      cursor.at = lineAfter(text, at);
      return true;
    default:
      cursor.at = at;
      return at >= text.length;
  }
}

export function lineAfter(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found + 1;
}

/** A space, the end of a line or of the text: what must follow `:` and `-`. A tab is not among them: not sure. */
export function isBreakAt(text: string, at: number): boolean {
  const char = text.charCodeAt(at);
  return char === code.space || char === code.lineFeed || char === code.carriageReturn || at >= text.length;
}

export function isDashAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === code.dash && isBreakAt(text, at + 1);
}

export function goDeeper(cursor: Cursor): boolean {
  return ++cursor.depth <= enoughDepth;
}
