// Scalars as the fast reader reads them: on one line, or a block without indicators. A null says "not sure".
import { readEscape } from './escapes.js';
import { code, endLine, isBreakAt, lineAfter, type Cursor } from './fast-cursor.js';
import { mapScalar } from './scalar-map.js';
import type { ScalarNode, ScalarStyle } from './tree.js';

/** Characters that can start a plain text and mean nothing to YAML there. */
const startsPlain = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_()./+$~^<=;\\') {
  startsPlain[char.charCodeAt(0)] = 1;
}

/** Characters that end a plain text, or need a closer look: white space, `:`, and in brackets `, [ ] { }`. */
const isSpecial = new Uint8Array(128);
for (const char of '\t\n\r :') isSpecial[char.charCodeAt(0)] = 1;
for (const char of ',[]{}') isSpecial[char.charCodeAt(0)] = 2;

export function scalarNode(cursor: Cursor, style: ScalarStyle, text: string, start: number, end: number): ScalarNode {
  return { kind: 'scalar', style, text, span: { file: cursor.path, start, end }, map: null };
}

/** A plain or quoted text on one line. The cursor stops behind it and the spaces that follow a plain one. */
export function readScalar(cursor: Cursor, inFlow: boolean): ScalarNode | null {
  const char = cursor.text.charCodeAt(cursor.at);
  if (char === code.singleQuote) return readSingle(cursor);
  return char === code.doubleQuote ? readDouble(cursor) : readPlain(cursor, inFlow);
}

function readPlain(cursor: Cursor, inFlow: boolean): ScalarNode | null {
  const { text, at: start } = cursor;
  if (!canStartPlain(text, start)) return null;
  const limit = inFlow ? 1 : 2;
  let at = start + 1;
  let end = at;
  for (; at < text.length; at++) {
    const char = text.charCodeAt(at);
    const special = char < 128 ? (isSpecial[char] ?? 0) : 0;
    if (special === 0 || (special === 2 && limit === 2)) {
      end = at + 1;
    } else if (char === code.space) {
      if (text.charCodeAt(at + 1) === code.hash) break;
    } else if (char === code.colon) {
      if (isBreakAt(text, at + 1)) break;
      const next = text.charCodeAt(at + 1);
      if (next === code.tab || (inFlow && next < 128 && isSpecial[next] === 2)) return null;
      end = at + 1;
    } else if (char === code.tab || char === code.openBracket || char === code.openBrace) {
      return null;
    } else {
      break;
    }
  }
  cursor.at = at;
  return scalarNode(cursor, 'plain', text.slice(start, end), start, end);
}

function canStartPlain(text: string, at: number): boolean {
  const char = text.charCodeAt(at);
  // The end of the text is NaN here.
  if (!(char < 128)) return at < text.length;
  if (char === code.dash) return isSafe(text.charCodeAt(at + 1));
  return isSafe(char) && !(char === code.dot && text.startsWith('...', at));
}

function isSafe(char: number): boolean {
  return char < 128 && startsPlain[char] === 1;
}

function readSingle(cursor: Cursor): ScalarNode | null {
  const { text, at: start } = cursor;
  let isDoubled = false;
  let at = start + 1;
  for (; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === code.lineFeed || char === code.carriageReturn) return null;
    if (char !== code.singleQuote) continue;
    if (text.charCodeAt(at + 1) !== code.singleQuote) break;
    isDoubled = true;
    at++;
  }
  if (at >= text.length) return null;
  cursor.at = at + 1;
  const inner = text.slice(start + 1, at);
  if (!isDoubled) return scalarNode(cursor, 'single', inner, start, at + 1);
  return withMap(cursor, 'single', inner.replaceAll("''", "'"), start, at + 1);
}

function readDouble(cursor: Cursor): ScalarNode | null {
  const { text, at: start } = cursor;
  let decoded = '';
  let from = start + 1;
  let at = from;
  for (; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === code.lineFeed || char === code.carriageReturn) return null;
    if (char === code.doubleQuote) break;
    if (char !== code.backslash) continue;
    const escape = readEscape(text, at);
    if (escape === null) return null;
    decoded += text.slice(from, at) + escape.text;
    at += escape.length - 1;
    from = at + 1;
  }
  if (at >= text.length) return null;
  cursor.at = at + 1;
  if (from === start + 1) return scalarNode(cursor, 'double', text.slice(from, at), start, at + 1);
  return withMap(cursor, 'double', decoded + text.slice(from, at), start, at + 1);
}

function withMap(cursor: Cursor, style: ScalarStyle, text: string, start: number, end: number): ScalarNode {
  const { map, ends } = mapScalar(cursor.text, style, start, end, text);
  const node = { kind: 'scalar', style, text, span: { file: cursor.path, start, end }, map } as const;
  return ends === null ? node : { ...node, ends };
}

/** `|`, `|-`, `>` and `>-` below a line of column `indent`. The cursor stops at the start of the line behind the block. */
export function readBlockScalar(cursor: Cursor, indent: number): ScalarNode | null {
  const { text, at: start } = cursor;
  const style = text.charCodeAt(start) === code.bar ? 'literal' : 'folded';
  const isStripped = text.charCodeAt(start + 1) === code.dash;
  cursor.at = start + (isStripped ? 2 : 1);
  if (!endLine(cursor)) return null;
  const lines: string[] = [];
  let width = -1;
  let filled = 0;
  let end = start;
  let line = cursor.at;
  while (line < text.length) {
    let at = line;
    while (text.charCodeAt(at) === code.space) at++;
    const char = text.charCodeAt(at);
    if (char === code.lineFeed || char === code.carriageReturn) {
      // Deeper than the text, the spaces of an empty line may be content.
      if (at - line > (width === -1 ? indent : width)) return null;
      lines.push('');
    } else if (char === code.tab || at >= text.length) {
      return null;
    } else {
      if (width === -1) width = at - line;
      if (at - line < width || width <= indent) break;
      if (style === 'folded' && at - line > width) return null;
      const found = text.indexOf('\n', at);
      const lineBreak = found === -1 ? text.length : found;
      end = text.charCodeAt(lineBreak - 1) === code.carriageReturn ? lineBreak - 1 : lineBreak;
      lines.push(text.slice(line + width, end));
      filled = lines.length;
    }
    line = lineAfter(text, at);
  }
  if (filled === 0) return null;
  cursor.at = line;
  lines.length = filled;
  const joined = style === 'literal' ? lines.join('\n') : fold(lines);
  return joined === null ? null : withMap(cursor, style, isStripped ? joined : `${joined}\n`, start, end);
}

/** One break is a space; of several, the first goes. Null where the block starts with an empty line. */
function fold(lines: readonly string[]): string | null {
  let text = lines[0] ?? '';
  if (text === '') return null;
  let isAfterText = true;
  for (const line of lines.slice(1)) {
    if (line === '') text += '\n';
    else text += isAfterText ? ` ${line}` : line;
    isAfterText = line !== '';
  }
  return text;
}
