// The dimensions by which a KPI has targets of its own: known, and reached by all that it measures.
import { bindWorldOf, datasetsIn } from '../graph/read-in-graph.js';
import { worldOfGraph } from '../graph/world-of-graph.js';
import { bindMember, showMember } from '../types/bind-member.js';
import { resolveMember } from '../types/infer-name.js';
import { unreachableMember } from '../types/join-errors.js';
import { nameExprOf, placeIn } from '../types/name-expr-of.js';
import type { Rule } from './rule.js';

export const kpiSlices: Rule = {
  name: 'kpi-slices',
  check(graph, report) {
    const world = worldOfGraph(graph);
    const bindWorld = bindWorldOf(graph);
    for (const { name, def, formula } of graph.kpis.values()) {
      for (const located of def.by) {
        const at = placeIn(located);
        const found = resolveMember(nameExprOf(located), { world, position: { kind: 'condition' }, at, report });
        if (found === null || formula === null) continue;
        for (const dataset of datasetsIn(graph, formula)) {
          const binding = bindMember(found.member, dataset, bindWorld);
          if (binding.kind !== 'bound')
            report(unreachableMember(showMember(found.member), dataset, binding, located.span, name));
        }
      }
    }
  },
};
