// Goals with their children, and incentives: the tree that scores roll up.
import type { Symbols } from '../names/symbols.js';
import type { Goal, Incentive } from './kpi.js';

export function goalsOf(symbols: Pick<Symbols, 'goals' | 'kpis'>): ReadonlyMap<string, Goal> {
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
      goals: [...symbols.goals.values()].filter((one) => one.parent?.text === name).map((one) => one.name.text),
      kpis: [...symbols.kpis.values()].filter((one) => one.goal?.text === name).map((one) => one.name.text),
    });
  }
  return goals;
}

export function incentivesOf(symbols: Pick<Symbols, 'incentives'>): ReadonlyMap<string, Incentive> {
  const incentives = new Map<string, Incentive>();
  for (const [name, def] of symbols.incentives) {
    incentives.set(name, {
      name,
      def,
      participants: def.participants.map((one) => one.text),
      components: def.components.flatMap(({ kpi, goal, weight }) => {
        const named = kpi ?? goal;
        if (named === null) return [];
        return [{ kind: kpi === null ? 'goal' : 'kpi', name: named.text, weight: weight?.text ?? '1' } as const];
      }),
      amount: null,
      curve: [],
      gate: null,
      cap: null,
    });
  }
  return incentives;
}
