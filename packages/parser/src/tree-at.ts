// The located tree of one definition in a file that was checked: for what stands under a pointer, not all of a large file is read.
import { lastUpTo } from './read-changed.js';
import type { ProjectMemory } from './parse-project.js';
import { sectionOf } from './shape/files.js';
import type { SourceFile } from './source/source-file.js';
import { readEntriesAt } from './yaml/fast-read.js';
import { leastForApart, readingApart } from './yaml/read-apart.js';
import type { MapNode } from './yaml/tree.js';

/** The root with the way to the offset and little else; null where that is no definition of a section, or not known. */
export function treeAt(memory: ProjectMemory, file: SourceFile, offset: number): MapNode | null {
  const read = memory.files.get(file.path);
  if (read?.file.text !== file.text) return null;
  const { roots, shape } = read;
  const root = roots.findLast(({ start }) => start <= offset);
  const section = root === undefined ? null : sectionOf(root.key);
  const defs = section === null ? null : (shape.sections?.[section] ?? null);
  if (root === undefined || root.below === null || defs === null) return null;
  const start = defs[lastUpTo(defs, offset)]?.name.span.start;
  if (start === undefined) return null;
  const apart = file.text.length < leastForApart ? null : readingApart().apart;
  const found = readEntriesAt(file, start, root.below, { isEnough: (next) => next > offset, apart });
  const last = found?.entries.at(-1);
  if (found === null || last === undefined) return null;
  const span = { file: file.path, start: root.start, end: Math.max(last.key.span.end, last.value.span.end) };
  const value: MapNode = { kind: 'map', flow: false, entries: found.entries, span: { ...span, start } };
  const key = {
    kind: 'scalar',
    style: 'plain',
    text: root.key,
    span: { ...span, end: root.start + root.key.length },
    map: null,
  } as const;
  return { kind: 'map', flow: false, entries: [{ key, value }], span };
}
