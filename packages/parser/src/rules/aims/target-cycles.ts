// No target needs itself: targets name metrics, and metrics may name targets with `target(kpi)`.
import { aimFormulas } from '../../graph/aim-formulas.js';
import { definitionCycle } from '../../names/cycle-errors.js';
import { dependencyOrder } from '../../names/dependency-order.js';
import type { Typed } from '../../types/typed.js';
import { walkTyped } from '../../types/walk-typed.js';
import type { Rule } from '../rule.js';

export const targetCycles: Rule = {
  name: 'target-cycles',
  check(graph, report) {
    // Every circle goes through the aim of a KPI that names something.
    const aims = [...graph.kpis.values()].map(
      (kpi) => [kpi.name, namedIn(aimFormulas(kpi).map((one) => one.typed))] as const,
    );
    if (aims.every(([, named]) => named.length === 0)) return;
    const needs = new Map<string, readonly string[]>();
    for (const { name, formula } of graph.metrics.values()) needs.set(`metric:${name}`, namedIn([formula]));
    // Only the aim: that a KPI measures what its own target needs is no circle.
    for (const [name, named] of aims) needs.set(`kpi:${name}`, named);
    for (const cycle of dependencyOrder(needs).cycles) {
      const kpis = cycle.filter((id) => id.startsWith('kpi:'));
      // Metrics among themselves were reported where they are typed.
      if (kpis.length === 0) continue;
      const first = cycle.findIndex((id) => id.startsWith('kpi:'));
      const path = [...cycle.slice(first), ...cycle.slice(0, first)].flatMap((id) => {
        const name = id.slice(id.indexOf(':') + 1);
        const found = id.startsWith('kpi:') ? graph.kpis.get(name)?.def.name : graph.metrics.get(name)?.def.name;
        return found === undefined ? [] : [{ name, span: found.span }];
      });
      const diagnostic = definitionCycle(
        kpis.length === cycle.length ? 'target of the KPI' : 'target and metric',
        path,
      );
      if (diagnostic !== null) report(diagnostic);
    }
  },
};

function namedIn(formulas: readonly Typed[]): readonly string[] {
  const found = new Set<string>();
  for (const formula of formulas) {
    walkTyped(formula, (node) => {
      if (node.kind === 'metric') found.add(`metric:${node.metric}`);
      else if (node.kind === 'target') found.add(`kpi:${node.kpi}`);
    });
  }
  return [...found];
}
