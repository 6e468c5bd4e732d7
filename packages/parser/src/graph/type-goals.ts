// Goals with their children: the tree that scores roll up.
import type { Symbols } from '../names/symbols.js';
import type { Goal } from './kpi.js';

export function goalsOf(symbols: Pick<Symbols, 'goals' | 'kpis'>): ReadonlyMap<string, Goal> {
  const children = new Map<string, Children>([...symbols.goals.keys()].map((name) => [name, { goals: [], kpis: [] }]));
  for (const [name, { parent }] of symbols.goals) if (parent !== null) children.get(parent.text)?.goals.push(name);
  for (const [name, { goal }] of symbols.kpis) if (goal !== null) children.get(goal.text)?.kpis.push(name);
  const goals = new Map<string, Goal>();
  for (const [name, def] of symbols.goals) {
    goals.set(name, {
      name,
      def,
      parent: def.parent?.text ?? null,
      weight: def.weight?.text ?? '1',
      status: def.status?.value ?? 'worst',
      onTrack: def.onTrack?.text ?? '0.95',
      atRisk: def.atRisk?.text ?? '0.85',
      missing: def.missing?.value ?? 'renormalise',
      goals: children.get(name)?.goals ?? [],
      kpis: children.get(name)?.kpis ?? [],
    });
  }
  return goals;
}

interface Children {
  readonly goals: string[];
  readonly kpis: string[];
}
