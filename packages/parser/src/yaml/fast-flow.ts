// `{ }` and `[ ]` as the fast reader reads them. A null says "not sure".
import { code, goDeeper, lineAfter, type Cursor } from './fast-cursor.js';
import { isRefusedKey, type KeySet } from './fast-keys.js';
import { readScalar, scalarNode } from './fast-scalar.js';
import type { MapEntry, MapNode, SeqNode, YamlNode } from './tree.js';

/** The brackets at the cursor, below a line of column `indent`. */
export function readFlow(cursor: Cursor, indent: number, isOutermost: boolean): MapNode | SeqNode | null {
  if (!goDeeper(cursor)) return null;
  const start = cursor.at++;
  const isMap = cursor.text.charCodeAt(start) === code.openBrace;
  const close = isMap ? code.closeBrace : code.closeBracket;
  const entries: MapEntry[] = [];
  const items: YamlNode[] = [];
  const keys: KeySet = { keys: null };
  for (;;) {
    if (!skipFlowSpace(cursor, indent, isOutermost)) return null;
    if (cursor.text.charCodeAt(cursor.at) === close) break;
    if (isMap) {
      const entry = readEntry(cursor, indent);
      if (entry === null || isRefusedKey(keys, entries, entry.key.text)) return null;
      entries.push(entry);
    } else {
      const item = readFlowValue(cursor, indent);
      if (item === null) return null;
      items.push(item);
    }
    if (!skipFlowSpace(cursor, indent, isOutermost)) return null;
    const char = cursor.text.charCodeAt(cursor.at);
    if (char === code.comma) cursor.at++;
    else if (char !== close) return null;
  }
  cursor.depth--;
  const span = { file: cursor.path, start, end: ++cursor.at };
  return isMap ? { kind: 'map', flow: true, entries, span } : { kind: 'seq', flow: true, items, span };
}

function readEntry(cursor: Cursor, indent: number): MapEntry | null {
  const key = readScalar(cursor, true);
  if (key === null) return null;
  const { text } = cursor;
  if (text.charCodeAt(cursor.at) !== code.colon || text.charCodeAt(cursor.at + 1) !== code.space) return null;
  const place = cursor.at + 1;
  cursor.at += 2;
  while (text.charCodeAt(cursor.at) === code.space) cursor.at++;
  const char = text.charCodeAt(cursor.at);
  if (char === code.comma || char === code.closeBrace)
    return { key, value: scalarNode(cursor, 'plain', '', place, place) };
  const value = readFlowValue(cursor, indent);
  return value === null ? null : { key, value };
}

function readFlowValue(cursor: Cursor, indent: number): YamlNode | null {
  const char = cursor.text.charCodeAt(cursor.at);
  if (char === code.openBrace || char === code.openBracket) return readFlow(cursor, indent, false);
  return readScalar(cursor, true);
}

/** Spaces, line breaks and comments between entries. */
function skipFlowSpace(cursor: Cursor, indent: number, isOutermost: boolean): boolean {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === code.space) at++;
  let char = text.charCodeAt(at);
  if (char !== code.lineFeed && char !== code.carriageReturn && char !== code.hash) {
    cursor.at = at;
    return char !== code.tab && at < text.length;
  }
  if (char === code.hash && at === cursor.at) return false;
  for (;;) {
    const line = lineAfter(text, at);
    at = line;
    while (text.charCodeAt(at) === code.space) at++;
    char = text.charCodeAt(at);
    if (char === code.lineFeed || char === code.carriageReturn) continue;
    // The closing bracket may stand at the column of the line that has the opening one.
    const isClosing = isOutermost && (char === code.closeBrace || char === code.closeBracket);
    if (char === code.tab || at - line < (isClosing ? indent : indent + 1)) return false;
    if (char === code.hash) continue;
    cursor.at = at;
    return at < text.length;
  }
}
