// Which KPIs a command line means: by name, by owner, by goal.
import { didYouMeanHelp, goalsBelow, teamsAbove, type Graph } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';

export interface KpiChoice {
  readonly names: readonly string[];
  readonly owner: string | null;
  readonly goal: string | null;
}

/** Null: all of them. */
export type ChosenKpis = { readonly kind: 'kpis'; readonly kpis: readonly string[] | null } | UsageProblem;

export function chooseKpis(graph: Graph, { names, owner, goal }: KpiChoice): ChosenKpis {
  if (graph.kpis.size === 0) return problem('the project has no KPIs', 'define some below `kpis:`');
  if (names.length === 0 && owner === null && goal === null) return { kind: 'kpis', kpis: null };
  for (const name of names) {
    if (!graph.kpis.has(name)) return unknown('KPI', name, graph.kpis.keys());
  }
  if (owner !== null && !graph.owners.has(owner)) return unknown('owner', owner, graph.owners.keys());
  if (goal !== null && !graph.goals.has(goal)) return unknown('goal', goal, graph.goals.keys());
  const below = goal === null ? null : new Set(goalsBelow(goal, graph.goals).map(({ name }) => name));
  const kpis = [...graph.kpis.values()]
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .filter(({ def }) => owner === null || (def.owner !== null && isOrBelongsTo(graph, def.owner.text, owner)))
    .filter(({ def }) => below === null || (def.goal !== null && below.has(def.goal.text)))
    .map(({ name }) => name);
  if (kpis.length > 0) return { kind: 'kpis', kpis };
  const which = [
    ...(names.length === 0 ? [] : [`named ${names.map((name) => `\`${name}\``).join(', ')}`]),
    ...(owner === null ? [] : [`of the owner \`${owner}\``]),
    ...(goal === null ? [] : [`below the goal \`${goal}\``]),
  ];
  return problem(`there is no KPI ${which.join(' and ')}`);
}

/** A team has the KPIs of its roles and people, too. */
function isOrBelongsTo({ owners }: Graph, owner: string, team: string): boolean {
  return owner === team || teamsAbove(owner, owners).includes(team);
}

function unknown(kind: string, name: string, names: Iterable<string>): UsageProblem {
  const known = [...names];
  const help = didYouMeanHelp(name, known) ?? (known.length === 0 ? undefined : `there are ${known.join(', ')}`);
  return problem(`there is no ${kind} \`${name}\``, help);
}

function problem(message: string, help?: string): UsageProblem {
  return { kind: 'problem', message, ...(help === undefined ? {} : { help }) };
}
