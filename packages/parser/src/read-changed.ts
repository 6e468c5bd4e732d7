// A file after an edit: the definitions that the edit touches are read anew, the others have moved at most.
import type { Diagnostic } from './diagnostic/diagnostic.js';
import type { ReadFile, RootKey } from './read-file.js';
import type { BrokenPart, Located } from './shape/definitions.js';
import { sectionOf, type Sections } from './shape/files.js';
import { isLibraryFile, shapeSections } from './shape/shape-project.js';
import { detached } from './source/detached.js';
import { moved } from './source/moved.js';
import type { SourceFile, Span } from './source/source-file.js';
import { changeBetween, type TextChange } from './source/text-change.js';
import { hasOnlyText } from './yaml/character-problems.js';
import { readEntriesAt, type SomeEntries } from './yaml/fast-read.js';
import { leastForApart, mostApart, readingApart, type ApartReading } from './yaml/read-apart.js';
import { isTooLong } from './yaml/read-yaml.js';
import type { MapNode } from './yaml/tree.js';

type Named = readonly { readonly name: Located }[];

/** What is read anew: definitions of one section. */
interface Touched {
  readonly root: RootKey;
  readonly section: keyof Sections;
  readonly defs: Named;
  /** Of those, from the first to the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** The same as places: in both texts, and in the old one. */
  readonly start: number;
  readonly next: number;
  readonly read: SomeEntries;
  readonly reading: ApartReading | null;
}

/**
 * The fast reader reads an entry from its own text and the two characters that follow: so what stands above an edit is as it was,
 * and from the first entry behind it that begins where one began, all is as it was at another place. Null where this is not
 * certain: then the whole file has to be read.
 */
export function readChanged(file: SourceFile, before: ReadFile): ReadFile | null {
  const { shape } = before;
  const touched = isTooLong(file) || isLibraryFile(file.path) ? null : touchedBy(file, before);
  if (touched === null) return null;
  const { root, section, defs, from, to, start, next, read, reading } = touched;

  // What was said of the definitions that are read anew is found again, all else keeps its words.
  // It stays for many edits, each of them with a text of its own: a file of 2 MB must not stay with every definition.
  const mistakes = detached(reading?.diagnostics ?? []);
  const found = detached(shapeSections(file, partOfRoot(root, read, file.path), mistakes));
  const again = found.sections?.[section] ?? null;
  const others = around(before.diagnostics, placesOf, start, next);
  const diagnostics = around(shape.diagnostics, placesOf, start, next);
  const broken = around(shape.broken, ({ name }) => [name.span], start, next);
  if (again === null || others === null || diagnostics === null || broken === null) return null;
  if (others.above.length + mistakes.length + others.below.length > mostApart) return null;

  const by = file.text.length - before.file.text.length;
  const move = <T extends object>(value: T): T => (by === 0 ? value : moved(value, next, by));
  const sections: Record<string, Named | null> = { ...shape.sections };
  const isBelow = ({ start }: RootKey): boolean => start > root.start;
  for (const below of by === 0 ? [] : before.roots.filter(isBelow)) {
    const name = sectionOf(below.key);
    if (name !== null) sections[name] = sections[name]?.map(move) ?? null;
  }
  sections[section] = defs.slice(0, from).concat(again, by === 0 ? defs.slice(to) : defs.slice(to).map(move));
  return {
    file,
    diagnostics: [...others.above, ...mistakes, ...others.below.map(move)],
    shape: {
      ...shape,
      file,
      project: shape.project === null ? null : move(shape.project),
      // Each section has definitions of its own kind, as before.
      sections: sections as Sections,
      broken: [...broken.above, ...found.broken, ...broken.below.map(move)],
      diagnostics: [...diagnostics.above, ...found.diagnostics, ...diagnostics.below.map(move)],
    },
    roots: before.roots.map((one) => (isBelow(one) ? movedRoot(one, by) : one)),
    isApart: before.isApart || (reading !== null && reading.starts.length > 0),
  };
}

function touchedBy(file: SourceFile, { file: old, shape, roots, isApart }: ReadFile): Touched | null {
  const reading = file.text.length < leastForApart ? null : readingApart();
  if (reading === null && isApart) return null;
  const change = changeBetween(old.text, file.text);
  const by = file.text.length - old.text.length;
  const at = roots.findLastIndex(({ start }) => start < change.start);
  const root = roots[at];
  const section = root === undefined || root.below === null ? null : sectionOf(root.key);
  const defs: Named | null = section === null ? null : (shape.sections?.[section] ?? null);
  if (root === undefined || root.below === null || section === null || defs === null || !isText(file.text, change))
    return null;
  const end = roots[at + 1]?.start ?? old.text.length;
  const from = lastUpTo(defs, change.start - 2);
  const start = defs[from]?.name.span.start;
  if (start === undefined || change.endBefore > end) return null;

  /** The definition that begins there, in the old text, behind the change. */
  const beginsAt = (place: number): number => {
    const index = place < change.endBefore ? -1 : lastUpTo(defs, place);
    return defs[index]?.name.span.start === place ? index : -1;
  };
  const isEnough = (next: number): boolean => beginsAt(next - by) !== -1;
  const read = readEntriesAt(file, start, root.below, { isEnough, apart: reading?.apart ?? null });
  if (read === null) return null;
  const next = read.next - by;
  const isEnd = read.indent !== root.below.indent;
  if (isEnd && (next !== end || read.indent !== (end === old.text.length ? -1 : 0))) return null;
  const touched = { root, section, defs, from, to: isEnd ? defs.length : beginsAt(next), start, next, read, reading };
  if (touched.to - from === defs.length && read.entries.length === 0) return null;
  return areKeysUnique(touched, shape.broken) ? touched : null;
}

/** The lines of a change with the break above them: nothing but text. */
function isText(text: string, { start, endAfter }: TextChange): boolean {
  const above = text.lastIndexOf('\n', start - 1);
  const below = text.indexOf('\n', endAfter);
  return above !== -1 && hasOnlyText(text.slice(above, below === -1 ? text.length : below + 1));
}

/** The last that begins at a place or above it, or -1. */
export function lastUpTo(defs: Named, place: number): number {
  let low = -1;
  let high = defs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((defs[middle]?.name.span.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** No key stands twice in the section; a definition that could not be read has its key among what is broken. */
function areKeysUnique({ root, defs, from, to, start, next, read }: Touched, broken: readonly BrokenPart[]): boolean {
  const keys = read.entries.map(({ key }) => key.text);
  const unread = broken.filter(({ section, key }) => key === null && section === root.key);
  const isTouched = ({ name }: BrokenPart): boolean => name.span.start >= start && name.span.start < next;
  const isSame = keys.length === to - from && keys.every((key, i) => key === defs[from + i]?.name.text);
  if (isSame && !unread.some(isTouched)) return true;
  const others = new Set<string>();
  for (let i = 0; i < defs.length; i++) if (i < from || i >= to) others.add(defs[i]?.name.text ?? '');
  for (const part of unread) if (!isTouched(part)) others.add(part.name.text);
  return new Set(keys).size === keys.length && !keys.some((key) => others.has(key));
}

function partOfRoot({ key }: RootKey, { entries }: SomeEntries, path: string): MapNode {
  const span: Span = { file: path, start: 0, end: 0 };
  const value: MapNode = { kind: 'map', flow: false, entries, span };
  return {
    kind: 'map',
    flow: false,
    entries: [{ key: { kind: 'scalar', style: 'plain', text: key, span, map: null }, value }],
    span,
  };
}

interface Around<T> {
  readonly above: readonly T[];
  readonly below: readonly T[];
}

/** What speaks of places outside a range; null where something speaks of both. */
function around<T>(
  all: readonly T[],
  spansOf: (one: T) => readonly Span[],
  start: number,
  next: number,
): Around<T> | null {
  const found = { above: [] as T[], below: [] as T[] };
  for (const one of all) {
    const spans = spansOf(one);
    if (spans.every((span) => span.start < start && span.end <= start)) found.above.push(one);
    else if (spans.every((span) => span.start >= next)) found.below.push(one);
    else if (!spans.every((span) => span.start >= start && span.start < next && span.end <= next)) return null;
  }
  return found;
}

function placesOf({ span, related, fixes }: Diagnostic): readonly Span[] {
  return [span, ...related.map((one) => one.span), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
}

function movedRoot({ key, start, below }: RootKey, by: number): RootKey {
  return { key, start: start + by, below: below === null ? null : { ...below, first: below.first + by } };
}
