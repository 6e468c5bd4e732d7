// One line of block YAML as far as its structure goes: dashes, a key, and what follows. Made for lines that are half written.

export interface BlockLine {
  /** Columns of the dashes, from the left. */
  readonly dashes: readonly number[];
  readonly key: BlockKey | null;
  /** Where the text behind dashes and key begins; the end of the line where there is none. */
  readonly restColumn: number;
  /** Without a comment and spaces at its end. */
  readonly rest: string;
}

export interface BlockKey {
  readonly text: string;
  readonly column: number;
}

/** Null for empty lines and comments. */
export function readBlockLine(line: string): BlockLine | null {
  let at = indentOf(line);
  if (at === line.length || line[at] === '#') return null;
  const dashes: number[] = [];
  while (line[at] === '-' && (at + 1 === line.length || line[at + 1] === ' ')) {
    dashes.push(at);
    at++;
    while (line[at] === ' ') at++;
  }
  const key = keyAt(line, at);
  if (key !== null) {
    at = key.end;
    while (line[at] === ' ') at++;
  }
  const rest = withoutComment(line.slice(at));
  return { dashes, key: key === null ? null : { text: key.text, column: key.start }, restColumn: at, rest };
}

export function indentOf(line: string): number {
  let at = 0;
  while (line[at] === ' ') at++;
  return at;
}

/** A key with its colon, in quotes or without; brackets begin a value. */
function keyAt(
  line: string,
  start: number,
): { readonly text: string; readonly start: number; readonly end: number } | null {
  const quoted = /"((?:[^"\\]|\\.)*)"\s*:(?= |$)|'((?:[^']|'')*)'\s*:(?= |$)/y;
  quoted.lastIndex = start;
  const inQuotes = quoted.exec(line);
  if (inQuotes !== null) {
    const text = inQuotes[1] ?? (inQuotes[2] ?? '').replaceAll("''", "'");
    return { text, start, end: start + inQuotes[0].length };
  }
  if (/["'[\]{}#&*!|>%@`,]/.test(line[start] ?? '#')) return null;
  for (let at = start; at < line.length; at++) {
    if (line[at] === '#' && line[at - 1] === ' ') return null;
    if (line[at] === ':' && (at + 1 === line.length || line[at + 1] === ' '))
      return { text: line.slice(start, at).trimEnd(), start, end: at + 1 };
  }
  return null;
}

function withoutComment(text: string): string {
  if (text.startsWith('#')) return '';
  const comment = /^["']/.test(text) ? -1 : text.search(/\s#/);
  return (comment === -1 ? text : text.slice(0, comment)).trimEnd();
}

/** `|`, `>-`, `|2`: the text stands on the lines below. */
export function isBlockHeader(rest: string): boolean {
  return /^[|>][-+0-9]*$/.test(rest);
}
