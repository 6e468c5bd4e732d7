// Owners as a report names them, and the departments that they belong to.
import { capitalised, ownerName, type Graph } from '@sextant/parser';
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

/** The team at the top, following the teams that somebody belongs to; null for someone outside of all teams. */
export function departmentOf(graph: Graph, name: string): string | null {
  const seen = new Set<string>();
  for (let at = name; !seen.has(at);) {
    seen.add(at);
    const def = graph.owners.get(at);
    const team = def?.team?.text;
    if (team === undefined) return def?.kind?.value === 'team' ? at : null;
    at = team;
  }
  return null;
}

/** Whether an owner is the one named, or belongs to that team, however deep. */
export function belongsTo(graph: Graph, owner: string, team: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = owner; at !== undefined && !seen.has(at); at = graph.owners.get(at)?.team?.text) {
    if (at === team) return true;
    seen.add(at);
  }
  return false;
}
