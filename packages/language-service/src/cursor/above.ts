// The lines above a cursor, read upwards as far as they are needed: what they say of where it stands.
import { lineStartAt } from '../text/lines.js';
import { isBlockHeader, readBlockLine, type BlockLine } from './block-line.js';

interface LineAbove {
  readonly start: number;
  readonly read: BlockLine;
  /** Where its structure begins: the first dash, else the key, else the text. */
  readonly column: number;
}

/** The nearest first, without empty ones and comments. `end` is where the line of the cursor starts. */
function* linesAbove(text: string, end: number): Generator<LineAbove> {
  let lineEnd = end - 1;
  while (lineEnd >= 0) {
    const start = lineStartAt(text, lineEnd);
    const read = readBlockLine(text.slice(start, lineEnd).replace(/\r$/, ''));
    if (read !== null) yield { start, read, column: columnOf(read) };
    lineEnd = start - 1;
  }
}

export function columnOf({ dashes, key, restColumn }: BlockLine): number {
  return dashes[0] ?? key?.column ?? restColumn;
}

export interface Level {
  /** The keys that lead to the column, `[]` for a dash. */
  readonly path: readonly string[];
  /** The keys at the column, above the line. */
  readonly beside: ReadonlyMap<string, string>;
}

/** `isItem`: at the column stands a dash, which may stand right below its key. */
export function levelAbove(text: string, end: number, column: number, isItem: boolean): Level {
  const path: string[] = [];
  const beside = new Map<string, string>();
  let at = column;
  let dash = isItem;
  for (const { read } of linesAbove(text, end)) {
    const { key, dashes, rest } = read;
    if (key !== null && (key.column < at || (dash && key.column === at))) {
      path.unshift(key.text);
      at = key.column;
      dash = false;
    } else if (key !== null && key.column === at && path.length === 0 && !isItem && !beside.has(key.text))
      beside.set(key.text, unquoted(rest));
    for (const one of dashes.toReversed()) {
      if (one >= at) continue;
      path.unshift('[]');
      at = one;
      dash = true;
    }
    if (at === 0 && !dash) break;
  }
  return { path, beside };
}

/** A value of a line above that may go on to the cursor. */
export interface Holder {
  /** A block of lines, brackets that may be open still, or a text over several lines. */
  readonly kind: 'block' | 'flow' | 'text';
  readonly path: readonly string[];
  /** Where it begins; of a block, its header. */
  readonly start: number;
}

/** `indent` is that of the cursor; `isEmpty` says that nothing stands before it on its line. */
export function holderAbove(text: string, end: number, indent: number, isEmpty: boolean): Holder | null {
  for (const { start, read, column } of linesAbove(text, end)) {
    const { key, dashes, rest } = read;
    const opens = key !== null || dashes.length > 0;
    // Brackets go on at any column; anything else only where it is indented deeper.
    if (!opens || (column >= indent && !(column === indent && /^[[{]/.test(rest)))) continue;
    if (rest === '') return null;
    const kind = isBlockHeader(rest) ? 'block' : /^[[{]/.test(rest) ? 'flow' : 'text';
    // `formula: a +` goes on in a line that is indented deeper; an empty one is where a key is meant.
    if (kind === 'text' && (isEmpty || column >= indent)) return null;
    const path = [
      ...levelAbove(text, start, column, dashes.length > 0).path,
      ...dashes.map(() => '[]'),
      ...(key === null ? [] : [key.text]),
    ];
    return { kind, path, start: start + read.restColumn };
  }
  return null;
}

/** Keys at a column, below the line that ends at `lineEnd`, up to the end of their map. */
export function keysBelow(text: string, lineEnd: number, column: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let start = lineEnd + 1; start > 0 && start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const read = readBlockLine(text.slice(start, end).replace(/\r$/, ''));
    if (read !== null) {
      if (columnOf(read) < column || read.dashes[0] === column) break;
      if (read.key !== null && read.key.column === column) found.set(read.key.text, unquoted(read.rest));
    }
    start = next === -1 ? 0 : end + 1;
  }
  return found;
}

function unquoted(rest: string): string {
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(rest);
  return quoted === null ? rest : (quoted[1] ?? quoted[2] ?? '');
}
