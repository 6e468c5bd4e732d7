// A goal has few KPIs.
import { crowdedGoal } from './set-errors.js';
import type { Rule } from './rule.js';

const MOST = 7;

export const crowdedGoals: Rule = {
  name: 'crowded-goals',
  check({ goals }, report) {
    for (const { def, kpis } of goals.values())
      if (kpis.length > MOST) report(crowdedGoal(def.name, kpis.length, MOST));
  },
};
