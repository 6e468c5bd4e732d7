// What a name is made of, and what is made of it: the edges of the graph, both ways.
import type { Edge, Graph, NodeId } from '@sextant/parser';

interface Ways {
  readonly needs: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly users: ReadonlyMap<NodeId, readonly NodeId[]>;
}

const known = new WeakMap<Graph, Ways>();

function waysOf(graph: Graph): Ways {
  const found = known.get(graph);
  if (found !== undefined) return found;
  const needs = new Map<NodeId, NodeId[]>();
  const users = new Map<NodeId, NodeId[]>();
  const add = (map: Map<NodeId, NodeId[]>, from: NodeId, to: NodeId): void => {
    const list = map.get(from);
    if (list === undefined) map.set(from, [to]);
    else if (!list.includes(to)) list.push(to);
  };
  for (const edge of graph.edges) {
    const [user, used] = needOf(edge);
    add(needs, user, used);
    add(users, used, user);
  }
  const ways = { needs, users };
  known.set(graph, ways);
  return ways;
}

/** A dataset contains its fields and does without each of them; a field is nothing without its dataset. */
function needOf({ from, to, kind }: Edge): readonly [user: NodeId, used: NodeId] {
  return kind === 'contains' ? [to, from] : [from, to];
}

export interface Lineage {
  /** One step away, sorted. */
  readonly needs: readonly NodeId[];
  readonly users: readonly NodeId[];
  /** All that it needs to the data, and all that changes when it does, sorted, without itself. */
  readonly upstream: readonly NodeId[];
  readonly downstream: readonly NodeId[];
}

export function lineageOf(graph: Graph, id: NodeId): Lineage {
  const ways = waysOf(graph);
  return {
    needs: (ways.needs.get(id) ?? []).toSorted(),
    users: (ways.users.get(id) ?? []).toSorted(),
    upstream: reach(id, ways.needs),
    downstream: reach(id, ways.users),
  };
}

/** The nodes one step away. After an edit one look at every edge costs less than to sort them all by their ends. */
export function neighboursOf(graph: Graph, id: NodeId): Pick<Lineage, 'needs' | 'users'> {
  const needs = new Set<NodeId>();
  const users = new Set<NodeId>();
  for (const edge of graph.edges) {
    if (edge.from !== id && edge.to !== id) continue;
    const [user, used] = needOf(edge);
    if (user === id) needs.add(used);
    else users.add(user);
  }
  return { needs: [...needs].sort(), users: [...users].sort() };
}

function reach(start: NodeId, next: ReadonlyMap<NodeId, readonly NodeId[]>): readonly NodeId[] {
  const seen = new Set<NodeId>([start]);
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const to of next.get(id) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  seen.delete(start);
  return [...seen].sort();
}
