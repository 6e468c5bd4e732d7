// Owners as a report names them.
import { capitalised, ownerName, teamsAbove, type Graph } from '@sextant/parser';
import type { Person } from './report-model.js';

export function personOf(graph: Graph, name: string): Person {
  const def = graph.owners.get(name);
  const team = def?.team?.text ?? null;
  return {
    name,
    title: def === undefined ? capitalised(name.replaceAll('_', ' ')) : ownerName(graph, name),
    kind: def?.kind?.value ?? null,
    team: team === null ? null : ownerName(graph, team),
    contact: def?.contact?.text ?? null,
  };
}

/** Whether an owner is the one named, or belongs to that team, however deep. */
export function belongsTo(graph: Graph, owner: string, team: string): boolean {
  return owner === team || teamsAbove(owner, graph.owners).includes(team);
}
