// Who answers for what, as plain data: every owner with what names them, teams before their members.
import {
  departmentOf,
  isOverdue,
  responsibilitiesOf,
  reviewOf,
  teamsAbove,
  type Graph,
  type Review,
} from '@sextant/parser';

export interface OwnerEntry {
  readonly name: string;
  readonly title: string | null;
  readonly kind: 'team' | 'role' | 'person' | null;
  readonly contact: string | null;
  readonly team: string | null;
  /** The team at the top of its teams. */
  readonly department: string | null;
  /** How many of its teams are in the list above it. */
  readonly depth: number;
  readonly kpis: readonly OwnedKpi[];
  readonly contributesTo: readonly Named[];
  readonly goals: readonly Named[];
  readonly metrics: readonly Named[];
  readonly incentives: readonly Named[];
}

export interface Named {
  readonly name: string;
  readonly title: string | null;
}

export interface OwnedKpi extends Named {
  readonly review: (Review & { readonly overdue: boolean }) | null;
}

/** `only` an owner and those below; `asOf` is the day on which reviews are overdue or not. */
export function ownerList(graph: Graph, asOf: string, only: string | null): readonly OwnerEntry[] {
  const { owners } = graph;
  const of = responsibilitiesOf(graph);
  const entries: OwnerEntry[] = [];
  const listed = new Set<string>();
  const add = (name: string, depth: number): void => {
    const def = owners.get(name);
    const own = of.get(name);
    if (def === undefined || own === undefined || listed.has(name)) return;
    listed.add(name);
    const named = (kind: 'kpis' | 'goals' | 'metrics' | 'incentives', names: readonly string[]): readonly Named[] =>
      names.map((one) => ({ name: one, title: graph[kind].get(one)?.def.title?.text ?? null }));
    entries.push({
      name,
      title: def.title?.text ?? null,
      kind: def.kind?.value ?? null,
      contact: def.contact?.text ?? null,
      team: def.team?.text ?? null,
      department: departmentOf(name, owners),
      depth,
      kpis: named('kpis', own.kpis).map((kpi) => ({ ...kpi, review: reviewIn(graph, kpi.name, asOf) })),
      contributesTo: named('kpis', own.contributesTo),
      goals: named('goals', own.goals),
      metrics: named('metrics', own.metrics),
      incentives: named('incentives', own.incentives),
    });
    for (const member of owners.values()) if (member.team?.text === name) add(member.name.text, depth + 1);
  };
  if (only !== null) add(only, 0);
  else {
    for (const name of owners.keys()) if (teamsAbove(name, owners).length === 1) add(name, 0);
    // Teams that are parts of each other are an error, and are listed all the same.
    for (const name of owners.keys()) add(name, 0);
  }
  return entries;
}

function reviewIn(graph: Graph, kpi: string, asOf: string): OwnedKpi['review'] {
  const def = graph.kpis.get(kpi)?.def;
  const review = def === undefined ? null : reviewOf(def);
  return review === null ? null : { ...review, overdue: isOverdue(review, asOf) };
}

/** What is said of a review that is overdue; null of others. */
export function overdueWords({ review }: OwnedKpi): string | null {
  if (review === null || !review.overdue) return null;
  return review.due === null ? 'never reviewed' : `review overdue since ${review.due}`;
}
