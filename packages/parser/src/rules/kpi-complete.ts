// A KPI has a goal, one accountable owner, a direction and a target; else it is a metric. That it has a number, its shape says.
import { kpiWithoutDirection, kpiWithoutGoal, kpiWithoutOwner, kpiWithoutTarget } from './errors.js';
import type { Rule } from './rule.js';

export const kpiComplete: Rule = {
  name: 'kpi-complete',
  check(graph, report) {
    // A part that was written in a wrong shape was reported there; it is not missing.
    const missing = (name: string, key: string): boolean => !graph.broken.has(`kpis/${name}/${key}`);
    for (const { name, def } of graph.kpis.values()) {
      if (def.goal === null && missing(name, 'goal')) report(kpiWithoutGoal(def.name));
      if (def.owner === null && missing(name, 'owner')) report(kpiWithoutOwner(def.name));
      const limit =
        def.target !== null || def.atMost !== null || def.atLeast !== null || def.range !== null || def.curve !== null;
      if (!limit && ['target', 'at_most', 'at_least', 'range', 'curve'].every((key) => missing(name, key)))
        report(kpiWithoutTarget(def.name));
      const implied = def.atMost !== null || def.atLeast !== null || def.range !== null || def.curve !== null;
      if (def.direction === null && !implied && missing(name, 'direction')) report(kpiWithoutDirection(def.name));
    }
  },
};
