// A department that answers for something takes part in a KPI. One that answers for nothing is said by owners-answer.ts.
import { answeringOwners } from '../graph/owners/answering-owners.js';
import { departmentsOf } from '../graph/owners/departments.js';
import { idleDepartment } from './set-errors.js';
import type { Rule } from './rule.js';

export const departmentsHaveKpis: Rule = {
  name: 'departments-have-kpis',
  check(graph, report) {
    // Where there is no KPI yet nobody can have one.
    if (graph.kpis.size === 0) return;
    const [answering, measured] = [answeringOwners(graph), answeringOwners(graph, ['kpis', 'contributesTo'])];
    for (const name of departmentsOf(graph.owners)) {
      const def = graph.owners.get(name);
      if (def !== undefined && answering.has(name) && !measured.has(name)) report(idleDepartment(def.name));
    }
  },
};
