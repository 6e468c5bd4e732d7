// The reference index of a workspace: made when it is first asked for, file by file.
import { mentionAt, walkMentions, type Mention } from '../places/mention.js';
import { checked, ownPaths, treeAround, treeOf, type Workspace } from '../workspace/workspace.js';
import { occurrencesIn, readingOf, type Occurrence, type Reading } from './occurrence.js';
import { idOf } from '@sextant/parser';

export interface Placed extends Occurrence {
  readonly path: string;
}

const readings = new WeakMap<Workspace, Reading>();

export function reading(workspace: Workspace): Reading {
  const known = readings.get(workspace);
  if (known !== undefined) return known;
  const { graph, memory } = checked(workspace);
  const made = readingOf(graph, memory);
  readings.set(workspace, made);
  return made;
}

/** The mentions of a file, in the order of the text. */
export function mentionsOf(workspace: Workspace, path: string): readonly Mention[] {
  const root = treeOf(workspace, path);
  const found: Mention[] = [];
  if (root !== null) walkMentions(root, (mention) => void found.push(mention));
  return found;
}

const files = new WeakMap<Workspace, Map<string, readonly Placed[]>>();

/** All names of a file, in the order of the text. */
export function occurrencesOf(workspace: Workspace, path: string): readonly Placed[] {
  const known = files.get(workspace) ?? new Map<string, readonly Placed[]>();
  files.set(workspace, known);
  const found = known.get(path);
  if (found !== undefined) return found;
  if (!ownPaths(workspace).has(path)) return [];
  const read = reading(workspace);
  const made = mentionsOf(workspace, path).flatMap((mention) =>
    occurrencesIn(mention, read).map((one) => ({ ...one, path })),
  );
  known.set(path, made);
  return made;
}

const indexes = new WeakMap<Workspace, ReadonlyMap<string, readonly Placed[]>>();

/** By the id of the symbol, all its occurrences: by path, then as they stand. */
export function symbolIndex(workspace: Workspace): ReadonlyMap<string, readonly Placed[]> {
  const known = indexes.get(workspace);
  if (known !== undefined) return known;
  const index = new Map<string, Placed[]>();
  for (const path of [...ownPaths(workspace)].sort()) {
    for (const one of occurrencesOf(workspace, path)) {
      const id = idOf(one.symbol);
      const list = index.get(id);
      if (list === undefined) index.set(id, [one]);
      else list.push(one);
    }
  }
  indexes.set(workspace, index);
  return index;
}

/** The name at an offset; of two that meet there the one that begins. Only the text around it is looked at. */
export function occurrenceAt(workspace: Workspace, path: string, offset: number): Placed | null {
  return occurrencesAt(workspace, path, offset)[0] ?? null;
}

/** Where a name is one of two datasets (`by customer_id`), both. */
export function occurrencesAt(workspace: Workspace, path: string, offset: number): readonly Placed[] {
  const root = ownPaths(workspace).has(path) ? treeAround(workspace, path, offset) : null;
  const mention = root === null ? null : mentionAt(root, offset);
  if (mention === null) return [];
  const found = occurrencesIn(mention, reading(workspace)).filter(
    ({ span }) => span.start <= offset && offset <= span.end,
  );
  const last = Math.max(...found.map(({ span }) => span.start));
  return found.filter(({ span }) => span.start === last).map((one) => ({ ...one, path }));
}
