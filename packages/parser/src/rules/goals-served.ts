// Every goal is served by a KPI, its own or that of a goal below it.
import { goalWithoutKpis } from './set-errors.js';
import type { Rule } from './rule.js';

export const goalsServed: Rule = {
  name: 'goals-served',
  check({ goals, kpis }, report) {
    const served = new Set<string>();
    for (const { def } of kpis.values()) {
      // Above a goal that is served all are.
      for (let name = def.goal?.text ?? null; name !== null && !served.has(name);) {
        served.add(name);
        name = goals.get(name)?.parent ?? null;
      }
    }
    for (const { name, def } of goals.values()) if (!served.has(name)) report(goalWithoutKpis(def.name));
  },
};
