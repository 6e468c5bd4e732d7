// A goal at the top is the company's: more than one of its departments takes part in what serves it.
import { departmentOf, departmentsOf } from '../graph/owners/departments.js';
import { goalsBelow } from '../graph/owners/goals-below.js';
import { goalOfOneDepartment } from './set-errors.js';
import type { Rule } from './rule.js';

export const goalsOfSeveralDepartments: Rule = {
  name: 'goals-of-several-departments',
  check({ owners, goals, kpis }, report) {
    if (departmentsOf(owners).length < 2) return;
    for (const goal of goals.values()) {
      if (goal.parent !== null) continue;
      const serving = new Set<string>();
      for (const { kpis: names } of goalsBelow(goal.name, goals)) {
        for (const name of names) {
          const def = kpis.get(name)?.def;
          // One who belongs to no department comes from outside of all.
          for (const one of [def?.owner ?? null, ...(def?.contributors ?? [])])
            if (one !== null) serving.add(departmentOf(one.text, owners) ?? one.text);
        }
      }
      const [only, ...more] = serving;
      if (only !== undefined && more.length === 0) report(goalOfOneDepartment(goal.def.name, only));
    }
  },
};
