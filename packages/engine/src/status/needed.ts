// What a scorecard is about: the KPIs asked for, the goals above them, and what their statuses rest on.
import type { Goal, Graph } from '@sextant/parser';

export interface Needed {
  /** In the order of definition. */
  readonly kpis: ReadonlySet<string>;
  /** Those and their guardrails, and all that counts in a goal above them. */
  readonly computed: ReadonlySet<string>;
  /** Parents before children. */
  readonly goals: readonly { readonly goal: Goal; readonly depth: number }[];
  /** Only of a whole scorecard: a part of the KPIs says nothing of what is paid for all of them. */
  readonly incentives: boolean;
}

/** Null: all of them. */
export function neededFor(graph: Graph, asked: readonly string[] | null): Needed {
  const tree = goalTree(graph);
  if (asked === null) {
    const kpis = new Set(graph.kpis.keys());
    return { kpis, computed: kpis, goals: tree, incentives: true };
  }
  const kpis = new Set([...graph.kpis.keys()].filter((name) => asked.includes(name)));
  const above = goalsAbove(graph, kpis);
  const computed = new Set<string>();
  const add = (name: string): void => {
    const kpi = graph.kpis.get(name);
    if (kpi === undefined || computed.has(name)) return;
    computed.add(name);
    for (const guardrail of kpi.guardrails) add(guardrail.kpi);
  };
  for (const name of kpis) add(name);
  for (const name of kpisBelow(graph, above)) add(name);
  return {
    kpis,
    computed: new Set([...graph.kpis.keys()].filter((name) => computed.has(name))),
    goals: tree.filter(({ goal }) => above.has(goal.name)),
    incentives: false,
  };
}

/** From the roots; a goal whose parent nobody defines is a root. Goals on a circle are reached from none, and reported. */
function goalTree(graph: Graph): Needed['goals'] {
  const tree: { readonly goal: Goal; readonly depth: number }[] = [];
  const add = (goal: Goal, depth: number): void => {
    tree.push({ goal, depth });
    for (const name of goal.goals) {
      const child = graph.goals.get(name);
      if (child !== undefined) add(child, depth + 1);
    }
  };
  for (const goal of graph.goals.values()) {
    if (goal.parent === null || !graph.goals.has(goal.parent)) add(goal, 0);
  }
  return tree;
}

function goalsAbove(graph: Graph, kpis: Iterable<string>): ReadonlySet<string> {
  const above = new Set<string>();
  for (const name of kpis) {
    let goal: string | null = graph.kpis.get(name)?.def.goal?.text ?? null;
    while (goal !== null && !above.has(goal) && graph.goals.has(goal)) {
      above.add(goal);
      goal = graph.goals.get(goal)?.parent ?? null;
    }
  }
  return above;
}

/** All KPIs of these goals and of the goals below them. */
export function kpisBelow(graph: Graph, goals: Iterable<string>): readonly string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const visit = (name: string): void => {
    const goal = graph.goals.get(name);
    if (goal === undefined || seen.has(name)) return;
    seen.add(name);
    found.push(...goal.kpis);
    for (const child of goal.goals) visit(child);
  };
  for (const name of goals) visit(name);
  return found;
}
