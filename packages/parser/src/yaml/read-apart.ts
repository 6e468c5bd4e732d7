// Reads a definition of which the fast reader is not sure with the `yaml` package, apart from the rest of a large file: what is
// written in it says nothing about the others, and reading all of them with the package costs many times as much.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { moved } from '../source/moved.js';
import { code, isDashAt, lineAfter, nextContent, type Apart } from './fast-cursor.js';
import { readWithPackage } from './read-with-package.js';
import type { MapEntry, YamlNode } from './tree.js';

/** Smaller files are read at once: that says as much and takes no longer. */
export const leastForApart = 50_000;

/** Past so many mistakes the rest is not said; which one is the last, only the whole file shows. */
export const mostApart = 100;

const longest = 20_000;

export interface ApartReading {
  readonly apart: Apart;
  /** What was found in definitions that were read apart. */
  readonly diagnostics: Diagnostic[];
  /** Where they begin. */
  readonly starts: number[];
}

export function readingApart(): ApartReading {
  const diagnostics: Diagnostic[] = [];
  const starts: number[] = [];
  const apart: Apart = (cursor, indent, start, isFirst) => {
    const end = endOfEntry(cursor.text, start, indent);
    const text = cursor.text.slice(start, end);
    cursor.at = end;
    // Tabs in the indentation are spoken of once for a whole file.
    if (text.length > longest || text.includes('\t') || !nextContent(cursor)) return null;
    const around = neighbours(indent, isFirst, cursor.indent);
    if (around === null || text.includes(ABOVE) || text.includes(BELOW)) return null;
    const read = readWithPackage({ path: cursor.path, text: around.above + text + around.below });
    const entries = read.value === null ? null : entriesBetween(read.value.entries, around);
    const [from, to] = [around.above.length, around.above.length + text.length];
    if (entries === null || !read.diagnostics.every((one) => isInside(one, from, to))) return null;
    for (const diagnostic of read.diagnostics) diagnostics.push(moved(diagnostic, 0, start - from));
    starts.push(start);
    return diagnostics.length > mostApart ? null : moved(entries, 0, start - from);
  };
  return { apart, diagnostics, starts };
}

/** What stands above an entry and below it, as far as YAML reads it otherwise for it. */
interface Neighbours {
  readonly above: string;
  readonly below: string;
  readonly hasAbove: boolean;
  /** A neighbour in the section, or the next key of the root. */
  readonly isBelow: 'section' | 'root' | 'nothing';
}

const ABOVE = 'above__';
const BELOW = 'below__';

function neighbours(indent: number, isFirst: boolean, next: number): Neighbours | null {
  const spaces = ' '.repeat(indent);
  const above = isFirst ? `x:\n${spaces}` : `x:\n${spaces}${ABOVE}: 1\n${spaces}`;
  if (next === -1) return { above, below: '', hasAbove: !isFirst, isBelow: 'nothing' };
  if (next === 0) return { above, below: `${BELOW}: 1\n`, hasAbove: !isFirst, isBelow: 'root' };
  return next === indent ? { above, below: `${spaces}${BELOW}: 1\n`, hasAbove: !isFirst, isBelow: 'section' } : null;
}

/** The entries between the neighbours, which must be there as they were written. */
function entriesBetween(root: readonly MapEntry[], { hasAbove, isBelow }: Neighbours): readonly MapEntry[] | null {
  const [only, ...more] = root;
  const isRoot = isBelow === 'root' ? more.length === 1 && isNeighbour(more[0], BELOW) : more.length === 0;
  if (only === undefined || only.key.text !== 'x' || !isRoot) return null;
  const { value } = only;
  if (value.kind !== 'map' || value.flow) return !hasAbove && isBelow !== 'section' && isNothing(value) ? [] : null;
  const { entries } = value;
  if (hasAbove && !isNeighbour(entries[0], ABOVE)) return null;
  if (isBelow === 'section' && !isNeighbour(entries.at(-1), BELOW)) return null;
  return entries.slice(hasAbove ? 1 : 0, entries.length - (isBelow === 'section' ? 1 : 0));
}

function isNeighbour(entry: MapEntry | undefined, name: string): boolean {
  return entry?.key.text === name && entry.value.kind === 'scalar' && entry.value.text === '1';
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '' && node.broken !== true;
}

function isInside({ span, related, fixes }: Diagnostic, start: number, end: number): boolean {
  const spans = [
    span,
    ...related.map((one) => one.span),
    ...fixes.flatMap(({ edits }) => edits.map((one) => one.span)),
  ];
  return spans.every((one) => one.start >= start && one.end <= end);
}

/** The start of the next line that is neither deeper than the entry, nor empty, nor a comment, nor closes or lists what it holds. */
function endOfEntry(text: string, start: number, indent: number): number {
  let line = lineAfter(text, start);
  for (; line < text.length; line = lineAfter(text, line)) {
    let at = line;
    while (text.charCodeAt(at) === code.space) at++;
    const column = at - line;
    if (column > indent) continue;
    const char = text.charCodeAt(at);
    if (char === code.lineFeed || char === code.carriageReturn || char === code.hash || at >= text.length) continue;
    const goesOn = char === code.closeBrace || char === code.closeBracket || isDashAt(text, at);
    if (column < indent || !goesOn) break;
  }
  return line;
}
