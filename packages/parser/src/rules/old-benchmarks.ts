// A benchmark is not much older than what it is held against: the period of the KPI's goal, since definitions know no clock.
import type { Graph } from '../graph/graph.js';
import type { Goal } from '../graph/kpi.js';
import type { Located } from '../shape/definitions.js';
import { oldBenchmark } from './set-errors.js';
import type { Rule } from './rule.js';

const MOST_YEARS = 5;

export const oldBenchmarks: Rule = {
  name: 'old-benchmarks',
  check({ kpis, goals }, report) {
    for (const { def } of kpis.values()) {
      const year = def.benchmark?.year ?? null;
      const period = def.goal === null ? null : periodOf(def.goal.text, goals);
      const named = /^(?:FY)?(\d{4})(?!\d)/.exec(period?.text ?? '')?.[1];
      if (year === null || period === null || named === undefined) continue;
      if (Number(named) - Number(year.text) > MOST_YEARS) report(oldBenchmark(def.name, year, period));
    }
  },
};

/** Its own, or that of the next goal above that has one. */
function periodOf(name: string, goals: Graph['goals']): Located | null {
  const seen = new Set<string>();
  for (let next: string | null = name; next !== null && !seen.has(next);) {
    seen.add(next);
    const goal: Goal | undefined = goals.get(next);
    if (goal === undefined) return null;
    if (goal.def.period !== null) return goal.def.period;
    next = goal.parent;
  }
  return null;
}
