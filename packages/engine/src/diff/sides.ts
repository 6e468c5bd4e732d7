// The two versions, and what their nodes are called in each other.
import { nodeIds, normalForm, type Graph, type NodeId, type NormalForm } from '@sextant/parser';

export interface Sides {
  readonly before: Graph;
  readonly after: Graph;
  /** By the earlier id, for what is renamed. */
  readonly renamed: ReadonlyMap<NodeId, NodeId>;
  /** The later id of an earlier one. */
  readonly laterId: (id: NodeId) => NodeId;
  readonly earlierIds: ReadonlySet<NodeId>;
  readonly laterIds: ReadonlySet<NodeId>;
}

export function sidesOf(before: Graph, after: Graph, renamed: ReadonlyMap<NodeId, NodeId>): Sides {
  const laterId = (id: NodeId): NodeId => renamed.get(id) ?? id;
  return { before, after, renamed, laterId, earlierIds: idSet(before), laterIds: idSet(after) };
}

/** The earlier version's form, with everything that it names called as it is later. */
export function earlierForm({ before, laterId }: Sides, id: NodeId): NormalForm | null {
  return normalForm(before, id, laterId);
}

export function idSet(graph: Graph): ReadonlySet<NodeId> {
  return new Set(nodeIds(graph));
}

export function kindOf(id: NodeId): string {
  return id.slice(0, id.indexOf(':'));
}

export function nameIn(id: NodeId): string {
  return id.slice(id.indexOf(':') + 1);
}

/** The dataset that a field's id names. */
export function datasetOf(id: NodeId): NodeId {
  const name = nameIn(id);
  return `dataset:${name.slice(0, name.indexOf('.'))}`;
}
