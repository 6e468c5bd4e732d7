// Owners who answer for something, with the teams that they belong to.
import type { Graph } from '../graph.js';
import { teamsAbove } from './departments.js';
import { responsibilitiesOf, type Responsibilities } from './responsibilities.js';

/** Those whose responsibilities, of the kinds given, are not empty, and their teams. */
export function answeringOwners(
  graph: Graph,
  kinds: readonly (keyof Responsibilities)[] = ['kpis', 'contributesTo', 'goals', 'metrics', 'incentives'],
): ReadonlySet<string> {
  const answering = new Set<string>();
  for (const [name, of] of responsibilitiesOf(graph)) {
    if (kinds.every((kind) => of[kind].length === 0)) continue;
    for (const team of teamsAbove(name, graph.owners)) answering.add(team);
  }
  return answering;
}
