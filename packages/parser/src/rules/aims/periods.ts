// A KPI says for which periods it is judged.
import type { Rule } from '../rule.js';
import { kpiWithoutPeriod } from './errors.js';

export const aimPeriods: Rule = {
  name: 'aim-periods',
  check(graph, report) {
    for (const { name, def } of graph.kpis.values())
      if (def.every === null && !graph.broken.has(`kpis/${name}/every`)) report(kpiWithoutPeriod(def.name));
  },
};
