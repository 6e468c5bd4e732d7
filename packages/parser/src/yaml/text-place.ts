// Where a text begins and ends that its author meant as one: for messages and fixes about lines that YAML reads otherwise.
// It looks at characters only, since YAML's own reading has failed or means something else.

/** A line of block YAML: `- key: value`. Without a key, `valueStart` is where the line's text starts. */
export interface LinePlace {
  readonly lineStart: number;
  readonly lineEnd: number;
  /** Where the text starts, behind the indentation and dashes. */
  readonly contentStart: number;
  /** -1 where the line has no key. */
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export function lineAt(text: string, offset: number): LinePlace {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', Math.max(lineStart, offset));
  const lineBreak = found === -1 ? text.length : found;
  const lineEnd = text[lineBreak - 1] === '\r' && lineBreak > lineStart ? lineBreak - 1 : lineBreak;
  let contentStart = skipBlanks(text, lineStart, lineEnd);
  while (text[contentStart] === '-' && isBlank(text[contentStart + 1])) {
    contentStart = skipBlanks(text, contentStart + 1, lineEnd);
  }
  const keyEnd = findKeyEnd(text, contentStart, lineEnd);
  const valueStart = keyEnd === -1 ? contentStart : skipBlanks(text, text.indexOf(':', keyEnd) + 1, lineEnd);
  return { lineStart, lineEnd, contentStart, keyEnd, valueStart, valueEnd: textEnd(text, valueStart, lineEnd) };
}

function findKeyEnd(text: string, start: number, lineEnd: number): number {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1);
    if (close === -1 || close >= lineEnd) return -1;
    return text[skipBlanks(text, close + 1, lineEnd)] === ':' ? close + 1 : -1;
  }
  for (let at = start; at < lineEnd; at++) {
    if (text[at] === '#' && isBlank(text[at - 1])) return -1;
    if (text[at] === ':' && (at + 1 === lineEnd || isBlank(text[at + 1]))) return trimEnd(text, start, at);
  }
  return -1;
}

/** The end of a text on its line: before a comment and the spaces at the line's end. A `#` inside quotes is no comment. */
export function textEnd(text: string, start: number, lineEnd: number): number {
  for (let at = start; at < lineEnd; at++) {
    // Looked at by hand and not by a pattern: a line may have ten million characters.
    if (text[at] === '#' && (at === start || isBlank(text[at - 1]))) return trimEnd(text, start, at);
    at = skipQuoted(text, at, lineEnd);
  }
  return trimEnd(text, start, lineEnd);
}

/** The last character of the quoted text that opens at `at` and closes before `end`; else `at` itself. */
function skipQuoted(text: string, at: number, end: number): number {
  const quote = text[at];
  if ((quote !== '"' && quote !== "'") || /\w/.test(text[at - 1] ?? ' ')) return at;
  const close = text.indexOf(quote, at + 1);
  return close === -1 || close >= end ? at : close;
}

/** The end of the lines below that are indented deeper than `column`, with the line of `offset` itself. */
export function blockEndAfter(text: string, offset: number, column: number): number {
  let end = nextLine(text, offset);
  for (let line = end; line < text.length;) {
    const next = nextLine(text, line);
    const content = skipBlanks(text, line, next);
    const isEmpty = content === next || text[content] === '\n' || text[content] === '\r';
    if (!isEmpty && content - line <= column) break;
    line = next;
    if (!isEmpty) end = next;
  }
  return end;
}

function nextLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found + 1;
}

/** An entry of `{ }` or `[ ]` as its author meant it: commas inside parentheses and quotes do not end it. */
export interface FlowPlace {
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** How far a bracket is followed: enough for every entry that a person wrote. */
const farthest = 20_000;

/** The innermost entry at `offset` of the brackets that open at `open`; null where nothing can be said. */
export function flowEntryAt(text: string, open: number, offset: number): FlowPlace | null {
  if (offset - open > farthest) return null;
  const limit = Math.min(text.length, offset + farthest);
  const levels: { start: number; valueStart: number; brackets: string[] }[] = [];
  for (let at = open; at < limit; at++) {
    const level = levels.at(-1);
    const char = text[at] ?? '';
    if (level === undefined) {
      levels.push({ start: at + 1, valueStart: at + 1, brackets: [] });
    } else if (char === '{' || char === '[') {
      if (text.slice(level.valueStart, at).trim() === '')
        levels.push({ start: at + 1, valueStart: at + 1, brackets: [] });
      else level.brackets.push(char);
    } else if (char === '(') {
      level.brackets.push(char);
    } else if (char === ')') {
      if (level.brackets.at(-1) === '(') level.brackets.pop();
    } else if (char === '}' || char === ']') {
      const opener = level.brackets.findLast((bracket) => bracket !== '(');
      if (opener === (char === '}' ? '{' : '[')) {
        level.brackets.length = level.brackets.lastIndexOf(opener);
      } else {
        if (offset <= at) return placeOf(level, at);
        levels.pop();
        if (levels.length === 0) return null;
      }
    } else if (char === ',' && level.brackets.length === 0) {
      if (offset <= at) return placeOf(level, at);
      level.start = at + 1;
      level.valueStart = at + 1;
    } else if (char === ':' && level.valueStart === level.start && isSpaceOrEnd(text[at + 1])) {
      if (level.brackets.length === 0) level.valueStart = at + 1;
    } else if (char === '"' || char === "'") {
      at = skipQuoted(text, at, nextLine(text, at));
    }
  }
  const level = levels.at(-1);
  return level === undefined ? null : placeOf(level, limit);

  function placeOf(level: { start: number; valueStart: number }, end: number): FlowPlace {
    const valueEnd = trimEnd(text, level.valueStart, end);
    return {
      start: skipSpace(text, level.start, end),
      valueStart: skipSpace(text, level.valueStart, valueEnd),
      valueEnd,
    };
  }
}

export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

function isSpaceOrEnd(char: string | undefined): boolean {
  return char === undefined || isBlank(char) || char === '\n' || char === '\r';
}

export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text[at])) at++;
  return at;
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpaceOrEnd(text[at])) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpaceOrEnd(text[at - 1])) at--;
  return at;
}
