// Who answers for what: the edges of the graph that end at owners, owner by owner.
import type { Graph } from '../graph.js';

export interface Responsibilities {
  /** KPIs that the owner is accountable for. */
  readonly kpis: readonly string[];
  readonly contributesTo: readonly string[];
  readonly goals: readonly string[];
  readonly metrics: readonly string[];
  /** Incentives that the owner takes part in. */
  readonly incentives: readonly string[];
}

/** An entry for every owner that is defined; names in the order of definition. */
export function responsibilitiesOf(graph: Graph): ReadonlyMap<string, Responsibilities> {
  const all = new Map(
    [...graph.owners.keys()].map((name) => [
      name,
      {
        kpis: new Set<string>(),
        contributesTo: new Set<string>(),
        goals: new Set<string>(),
        metrics: new Set<string>(),
        incentives: new Set<string>(),
      },
    ]),
  );
  for (const { name, def } of graph.kpis.values()) {
    if (def.owner !== null) all.get(def.owner.text)?.kpis.add(name);
    for (const contributor of def.contributors) all.get(contributor.text)?.contributesTo.add(name);
  }
  for (const { name, def } of graph.goals.values()) if (def.owner !== null) all.get(def.owner.text)?.goals.add(name);
  for (const { name, def } of graph.metrics.values())
    if (def.owner !== null) all.get(def.owner.text)?.metrics.add(name);
  for (const { name, participants } of graph.incentives.values())
    for (const participant of participants) all.get(participant)?.incentives.add(name);
  return new Map(
    [...all].map(([name, of]) => [
      name,
      {
        kpis: [...of.kpis],
        contributesTo: [...of.contributesTo],
        goals: [...of.goals],
        metrics: [...of.metrics],
        incentives: [...of.incentives],
      },
    ]),
  );
}
