// Hashes of meaning: equal for nodes whose numbers and status cannot differ by the laws of normal forms.
import type { Graph, NodeId } from '../graph.js';
import { byCode, type NormalForm } from './aspect.js';
import { nodeIds, normalForm } from './normal-form.js';
import { sha256 } from './sha256.js';

export interface MeaningHash {
  /** Of the node's own definition; what it names is named. */
  readonly own: string;
  /** With what it names by its meaning, to the columns of the data: the same under another name. */
  readonly deep: string;
}

/** Null where the graph has no such node. Titles, owners, goals and the like are no part of it. */
export function meaningHash(graph: Graph, id: NodeId): MeaningHash | null {
  const form = normalForm(graph, id);
  return form === null ? null : { own: hashOf(form), deep: deepHash(graph, id) };
}

/** Changes as soon as a number or a status of the project can, by its definitions. */
export function graphHash(graph: Graph): string {
  const lines = nodeIds(graph).flatMap((id) => {
    const form = id.startsWith('test:') ? null : normalForm(graph, id);
    return form === null ? [] : [`${id} ${hashOf(form)}`];
  });
  return sha256(lines.toSorted(byCode).join('\n'));
}

function hashOf({ kind, aspects }: NormalForm): string {
  const said = aspects.filter(({ part }) => part !== 'ownership' && part !== 'metadata');
  // Lengths keep one text from running into the next.
  const lines = said.map(({ key, value }) => `${key.length} ${key} ${value.length} ${value}`).toSorted(byCode);
  return sha256([kind, ...lines].join('\n'));
}

const known = new WeakMap<Graph, Map<NodeId, string>>();

function deepHash(graph: Graph, id: NodeId): string {
  const hashes = known.get(graph) ?? new Map<NodeId, string>();
  known.set(graph, hashes);
  const open = new Set<NodeId>();
  let circles = 0;

  const hash = (of: NodeId): string => {
    const settled = hashes.get(of);
    if (settled !== undefined) return settled;
    if (open.has(of)) {
      // Definitions in a circle are known by their names; what was hashed inside the circle is hashed anew from outside.
      circles++;
      return of;
    }
    const before = circles;
    open.add(of);
    const made = make(of);
    open.delete(of);
    if (circles === before) hashes.set(of, made);
    return made;
  };

  const make = (of: NodeId): string => {
    if (of.startsWith('goal:') || of.startsWith('owner:')) return of === id ? formHash(of) : of;
    if (of.startsWith('field:')) return fieldHash(of) ?? formHash(of);
    return formHash(of);
  };

  const formHash = (of: NodeId): string => {
    const dataset = of.startsWith('dataset:');
    // Fields know their dataset by where it comes from, or they and it would be defined by each other.
    const form = normalForm(graph, of, (name) =>
      dataset && name.startsWith('dataset:') ? sourceHash(name) : hash(name),
    );
    return form === null ? of : hashOf(form);
  };

  /** A stored field is a column of a source, of a type. */
  const fieldHash = (of: NodeId): string | null => {
    const name = of.slice('field:'.length);
    const dataset = name.slice(0, name.indexOf('.'));
    const field = graph.datasets.get(dataset)?.fields.get(name.slice(name.indexOf('.') + 1));
    if (field === undefined || field.formula !== null) return null;
    const form = normalForm(graph, of, (other) => (other.startsWith('dataset:') ? sourceHash(other) : other));
    return form === null ? null : sha256(`${sourceHash(`dataset:${dataset}`)} ${hashOf(form)}`);
  };

  const sourceHash = (of: NodeId): string => {
    const form = normalForm(graph, of);
    const from = form?.aspects.find(({ key }) => key === 'from');
    return sha256(from === undefined ? of : `from ${from.value}`);
  };

  return hash(id);
}
