// What a node is made of, and what is made of it, in the picture that is shown.
import type { GraphEdgeView } from '../../state/views.js';

export interface Near {
  readonly up: ReadonlySet<string>;
  readonly down: ReadonlySet<string>;
}

export function nearOf(node: string, edges: readonly GraphEdgeView[]): Near {
  return { up: walk(node, edges, 'to', 'from'), down: walk(node, edges, 'from', 'to') };
}

function walk(
  node: string,
  edges: readonly GraphEdgeView[],
  at: 'from' | 'to',
  next: 'from' | 'to',
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [node];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const edge of edges) {
      if (edge[at] !== id || found.has(edge[next]) || edge[next] === node) continue;
      found.add(edge[next]);
      waiting.push(edge[next]);
    }
  }
  return found;
}
