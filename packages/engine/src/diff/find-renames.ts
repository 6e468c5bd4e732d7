// Renames: what is gone under one name and new under another, and means the same down to the columns of the data.
import { meaningHash, normalForm, type Graph, type NodeId } from '@sextant/parser';
import { datasetOf, idSet, kindOf, nameIn } from './sides.js';

/** From earlier to later id, fields of renamed datasets among them. */
export function findRenames(before: Graph, after: Graph): ReadonlyMap<NodeId, NodeId> {
  const [earlier, later] = [idSet(before), idSet(after)];
  const renamed = new Map<NodeId, NodeId>();
  const gone = [...earlier].filter((id) => !later.has(id));
  const fresh = [...later].filter((id) => !earlier.has(id));
  pair(
    gone.filter((id) => kindOf(id) === 'dataset'),
    fresh.filter((id) => kindOf(id) === 'dataset'),
    { before, after },
    renamed,
  );
  // Fields of a dataset that has a new name kept theirs.
  for (const id of gone) {
    const dataset = kindOf(id) === 'field' ? renamed.get(datasetOf(id)) : undefined;
    if (dataset === undefined) continue;
    const moved = `field:${nameIn(dataset)}.${nameIn(id).slice(nameIn(datasetOf(id)).length + 1)}`;
    if (later.has(moved)) renamed.set(id, moved);
  }
  const taken = new Set(renamed.values());
  const rest = (ids: readonly NodeId[], done: (id: NodeId) => boolean): readonly NodeId[] =>
    ids.filter((id) => kindOf(id) !== 'dataset' && !done(id));
  pair(
    rest(gone, (id) => renamed.has(id)),
    rest(fresh, (id) => taken.has(id)),
    { before, after },
    renamed,
  );
  return renamed;
}

function pair(
  gone: readonly NodeId[],
  fresh: readonly NodeId[],
  { before, after }: { readonly before: Graph; readonly after: Graph },
  renamed: Map<NodeId, NodeId>,
): void {
  if (gone.length === 0 || fresh.length === 0) return;
  const kinds = new Set(gone.map(kindOf));
  const open = new Map<string, NodeId[]>();
  for (const id of fresh) {
    const key = kinds.has(kindOf(id)) ? identity(after, id) : null;
    if (key === null) continue;
    const list = open.get(key);
    if (list === undefined) open.set(key, [id]);
    else list.push(id);
  }
  for (const id of gone) {
    const key = identity(before, id);
    const candidates = key === null ? undefined : open.get(key);
    if (candidates === undefined || candidates.length === 0) continue;
    const best = candidates.reduce((a, b) => (likeness(id, b) > likeness(id, a) ? b : a));
    candidates.splice(candidates.indexOf(best), 1);
    renamed.set(id, best);
  }
}

/** What must be the same for two names to be names of one thing; null where nothing would show it. */
function identity(graph: Graph, id: NodeId): string | null {
  const kind = kindOf(id);
  const form = normalForm(graph, id);
  if (form === null || form.unknown) return null;
  switch (kind) {
    case 'goal':
    case 'owner':
    case 'test': {
      // Goals of one parent and teams mean the same to a machine; people tell them apart by what is said of them.
      const told = kind === 'test' || form.aspects.some(({ key }) => key === 'title' || key === 'contact');
      return told ? JSON.stringify([kind, ...form.aspects.map(({ key, value }) => [key, value])]) : null;
    }
    case 'field': {
      // A field moves to no other dataset.
      const deep = meaningHash(graph, id)?.deep;
      return deep === undefined ? null : `${datasetOf(id)} ${deep}`;
    }
    case 'use':
      return null;
    default: {
      const deep = meaningHash(graph, id)?.deep;
      return deep === undefined ? null : `${kind} ${deep}`;
    }
  }
}

/** How many characters two names share at their ends. */
function likeness(a: string, b: string): number {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
}
