// No KPI holds itself back, directly or over others.
import { dependencyOrder } from '../../names/dependency-order.js';
import type { Rule } from '../rule.js';
import { guardrailCycle } from './errors.js';

export const guardrailCycles: Rule = {
  name: 'guardrail-cycles',
  check(graph, report) {
    const needs = new Map([...graph.kpis.values()].map((kpi) => [kpi.name, kpi.guardrails.map((one) => one.kpi)]));
    for (const cycle of dependencyOrder(needs).cycles) {
      const diagnostic = guardrailCycle(cycle.flatMap((name) => graph.kpis.get(name)?.def.name ?? []));
      if (diagnostic !== null) report(diagnostic);
    }
  },
};
