// Reads the ordinary shapes of YAML in one pass. Null says "not sure", and the `yaml` package decides: it never guesses.
// A test holds that what it does read is exactly what the package reads, places included.
import type { SourceFile } from '../source/source-file.js';
import { hasOnlyText } from './character-problems.js';
import {
  code,
  endLine,
  goDeeper,
  isBreakAt,
  isDashAt,
  nextContent,
  sectionDepth,
  type Apart,
  type Cursor,
} from './fast-cursor.js';
import { readFlow } from './fast-flow.js';
import { isRefusedKey, type KeySet } from './fast-keys.js';
import { readBlockScalar, readScalar, scalarNode } from './fast-scalar.js';
import type { MapEntry, MapNode, ScalarNode, SeqNode, YamlNode } from './tree.js';

/** YAML wants the colon of a key within 1024 characters. */
const longestKey = 1000;

export function fastRead(file: SourceFile, apart: Apart | null = null): MapNode | null {
  const { path, text } = file;
  if (!hasOnlyText(text)) return null;
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const cursor: Cursor = { path, text, at: start, indent: 0, depth: 0, apart };
  if (!nextContent(cursor)) return null;
  if (cursor.indent === -1) return { kind: 'map', flow: false, entries: [], span: { file: path, start: 0, end: 0 } };
  if (cursor.indent > 0) return null;
  const root = readMap(cursor, 0, null);
  return root !== null && cursor.indent === -1 ? root : null;
}

// Each reader of a block leaves the cursor at the first line that is not its own, with that line's indentation.

/** A map whose keys stand at column `indent`; its first key may have been read already. */
function readMap(cursor: Cursor, indent: number, first: ScalarNode | null): MapNode | null {
  if (!goDeeper(cursor)) return null;
  const entries: MapEntry[] = [];
  const map: MapReading = { at: cursor.at, entries, keys: { keys: null } };
  if (!readNext(cursor, indent, first, map)) return null;
  while (cursor.indent === indent) if (!readNext(cursor, indent, null, map)) return null;
  if (entries.length === 0) return null;
  cursor.depth--;
  const start = entries[0]?.key.span.start ?? 0;
  return { kind: 'map', flow: false, entries, span: { file: cursor.path, start, end: endOf(entries) } };
}

/** What is read of a map. */
interface MapReading {
  /** Where its first entry is. */
  readonly at: number;
  readonly entries: MapEntry[];
  /** Null where other keys of it are not known. */
  readonly keys: KeySet | null;
}

/** One entry; or those that were read apart. False says "not sure". */
function readNext(cursor: Cursor, indent: number, first: ScalarNode | null, map: MapReading): boolean {
  const { at, depth, apart } = cursor;
  const entry = readEntry(cursor, indent, first);
  if (entry !== null) return addEntry(entry, map);
  if (depth !== sectionDepth || apart === null) return false;
  cursor.depth = depth;
  return apart(cursor, indent, at, at === map.at)?.every((one) => addEntry(one, map)) ?? false;
}

function addEntry(entry: MapEntry, { entries, keys }: MapReading): boolean {
  const { text } = entry.key;
  if (keys === null ? text === '<<' : isRefusedKey(keys, entries, text)) return false;
  entries.push(entry);
  return true;
}

function readEntry(cursor: Cursor, indent: number, first: ScalarNode | null): MapEntry | null {
  const key = first ?? (isDashAt(cursor.text, cursor.at) ? null : readScalar(cursor, false));
  if (key === null || !isColon(cursor, key)) return null;
  cursor.at++;
  const value = readValue(cursor, indent, true);
  return value === null || cursor.indent > indent ? null : { key, value };
}

/** Entries of a map that stands under a key of the root. */
export interface SomeEntries {
  readonly entries: readonly MapEntry[];
  /** Where the next content of the file starts, and its column: -1 at the end of the text. */
  readonly next: number;
  readonly indent: number;
}

export interface SectionPlace {
  /** Where its first entry is, and the column of all of them. */
  readonly first: number;
  readonly indent: number;
}

/** The place of what stands below a key of the root that ends at `end`; null where it does not stand there. */
export function sectionBelow({ path, text }: SourceFile, end: number): SectionPlace | null {
  const cursor: Cursor = { path, text, at: end + 1, indent: 0, depth: 0, apart: null };
  const isBelow = text.charCodeAt(end) === code.colon && endLine(cursor) && nextContent(cursor) && cursor.indent > 0;
  return isBelow ? { first: cursor.at, indent: cursor.indent } : null;
}

/**
 * The entries of a section from the key at `start` on, until `isEnough`. For a text of which all else has been read: neither the
 * characters nor the other keys of the section are looked at.
 */
export function readEntriesAt(
  { path, text }: SourceFile,
  start: number,
  { first, indent }: SectionPlace,
  { isEnough, apart }: { readonly isEnough: (next: number) => boolean; readonly apart: Apart | null },
): SomeEntries | null {
  const cursor: Cursor = { path, text, at: start, indent, depth: sectionDepth, apart };
  const map: MapReading = { at: first, entries: [], keys: null };
  do if (!readNext(cursor, indent, null, map)) return null;
  while (cursor.indent === indent && !isEnough(cursor.at));
  return { entries: map.entries, next: cursor.at, indent: cursor.indent };
}

function endOf(entries: readonly MapEntry[]): number {
  return entries[entries.length - 1]?.value.span.end ?? 0;
}

function isColon(cursor: Cursor, key: ScalarNode): boolean {
  const { text, at } = cursor;
  return text.charCodeAt(at) === code.colon && isBreakAt(text, at + 1) && at - key.span.start < longestKey;
}

/** A list whose dashes stand at column `indent`. */
function readSeq(cursor: Cursor, indent: number): SeqNode | null {
  if (!goDeeper(cursor)) return null;
  const start = cursor.at;
  const items: YamlNode[] = [];
  do {
    const dash = cursor.at++;
    const item = readItem(cursor, indent, dash);
    if (item === null || cursor.indent > indent) return null;
    items.push(item);
  } while (cursor.indent === indent && isDashAt(cursor.text, cursor.at));
  cursor.depth--;
  return {
    kind: 'seq',
    flow: false,
    items,
    span: { file: cursor.path, start, end: items[items.length - 1]?.span.end ?? 0 },
  };
}

/** What stands behind a dash: also a map whose first key is on the dash's line. */
function readItem(cursor: Cursor, indent: number, dash: number): YamlNode | null {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === code.space) at++;
  if (isDashAt(text, at)) return null;
  if (isBreakAt(text, at) || !startsScalar(text.charCodeAt(at))) return readValue(cursor, indent, false);
  cursor.at = at;
  const scalar = readScalar(cursor, false);
  if (scalar === null) return null;
  if (isColon(cursor, scalar)) return readMap(cursor, indent + at - dash, scalar);
  return endLine(cursor) && nextContent(cursor) ? scalar : null;
}

function startsScalar(char: number): boolean {
  switch (char) {
    case code.hash:
    case code.bar:
    case code.greater:
    case code.openBrace:
    case code.openBracket:
      return false;
    default:
      return true;
  }
}

/** What stands behind a colon or a dash, on its line or below. */
function readValue(cursor: Cursor, indent: number, isMapValue: boolean): YamlNode | null {
  const { text, at: place } = cursor;
  let at = place;
  while (text.charCodeAt(at) === code.space) at++;
  switch (text.charCodeAt(at)) {
    case code.openBrace:
    case code.openBracket: {
      cursor.at = at;
      const flow = readFlow(cursor, indent, true);
      return flow !== null && endLine(cursor) && nextContent(cursor) ? flow : null;
    }
    case code.bar:
    case code.greater: {
      cursor.at = at;
      const block = readBlockScalar(cursor, indent);
      return block !== null && nextContent(cursor) ? block : null;
    }
    case code.hash:
      return readBelow(cursor, indent, isMapValue);
    default:
  }
  if (isBreakAt(text, at)) return readBelow(cursor, indent, isMapValue);
  cursor.at = at;
  const scalar = readScalar(cursor, false);
  return scalar !== null && endLine(cursor) && nextContent(cursor) ? scalar : null;
}

/** A value that starts on a line below; an empty one where nothing deeper follows. */
function readBelow(cursor: Cursor, indent: number, isMapValue: boolean): YamlNode | null {
  const place = cursor.at;
  if (!endLine(cursor) || !nextContent(cursor)) return null;
  const isDash = isDashAt(cursor.text, cursor.at);
  if (cursor.indent > indent) return isDash ? readSeq(cursor, cursor.indent) : readMap(cursor, cursor.indent, null);
  // The dashes of a list may stand at the column of its key.
  if (isMapValue && isDash && cursor.indent === indent) return readSeq(cursor, indent);
  return scalarNode(cursor, 'plain', '', place, place);
}
