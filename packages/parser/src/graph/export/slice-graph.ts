// The part of a picture that a node needs, or that needs it.
import type { Edge, NodeId } from '../graph.js';
import type { Picture } from './picture.js';

/** `upstream`: all that the node needs, to the data. `downstream`: all that changes when the node does. */
export type Direction = 'upstream' | 'downstream';

/** The node itself is part of its slice; of an unknown one the slice is empty. */
export function sliceGraph(picture: Picture, node: NodeId, direction: Direction): Picture {
  const next = neighbours(picture, direction);
  const reached = new Set<NodeId>();
  const waiting = picture.nodes.some(({ id }) => id === node) ? [node] : [];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(next.get(id) ?? []).map((step) => step.to));
  }
  return {
    ...picture,
    nodes: picture.nodes.filter(({ id }) => reached.has(id)),
    edges: picture.edges.filter(({ from, to }) => reached.has(from) && reached.has(to)),
  };
}

export interface Step {
  readonly to: NodeId;
  readonly edge: Edge;
}

/** By node, the nodes one step further in a direction. */
export function neighbours(picture: Picture, direction: Direction): ReadonlyMap<NodeId, readonly Step[]> {
  const next = new Map<NodeId, Step[]>();
  for (const edge of picture.edges) {
    const [user, used] = needOf(edge);
    const [from, to] = direction === 'upstream' ? [user, used] : [used, user];
    const steps = next.get(from);
    if (steps === undefined) next.set(from, [{ to, edge }]);
    else steps.push({ to, edge });
  }
  return next;
}

/** Who needs whom. A dataset contains its fields and does without each of them; a field is nothing without its dataset. */
function needOf({ from, to, kind }: Edge): readonly [user: NodeId, used: NodeId] {
  return kind === 'contains' ? [to, from] : [from, to];
}
