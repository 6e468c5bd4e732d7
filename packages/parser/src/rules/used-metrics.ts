// A metric is there for something: for another metric, a KPI, a question, a library. A test alone needs no metric.
import type { Graph } from '../graph/graph.js';
import { parseFormula } from '../expression/parse-formula.js';
import { walk } from '../expression/walk.js';
import type { ScalarNode } from '../yaml/tree.js';
import { unusedMetric } from './set-errors.js';
import type { Rule } from './rule.js';

export const usedMetrics: Rule = {
  name: 'used-metrics',
  says: ['KPI6049'],
  check(graph, report) {
    // Whatever a library defines is for others.
    if (graph.library !== null) return;
    const used = metricsUsed(graph);
    for (const { name, def } of graph.metrics.values())
      if (!used.has(name) && def.origin === null) report(unusedMetric(def.name));
  },
};

function metricsUsed(graph: Graph): ReadonlySet<string> {
  const used = new Set<string>();
  /** A name in a formula that is no metric is none of ours. */
  const named = (formula: ScalarNode | null): void => {
    if (formula === null) return;
    walk(parseFormula(formula.text).root, (expr) => {
      if (expr.kind === 'name') used.add(expr.parts.map((part) => part.text).join('.'));
    });
  };
  for (const { uses } of graph.metrics.values()) for (const name of uses) used.add(name);
  for (const { def } of graph.kpis.values()) {
    if (def.metric !== null) used.add(def.metric.text);
    for (const formula of [def.formula, def.baseline, def.worst, def.atMost, def.atLeast, ...(def.range ?? [])])
      named(formula);
    if (def.target?.kind === 'formula') named(def.target.formula);
    else if (def.target?.kind === 'periods') {
      for (const { value, groups } of def.target.periods)
        for (const formula of [value, ...groups.map((group) => group.value)]) named(formula);
    }
  }
  for (const question of graph.questions.values()) {
    for (const metric of question.metrics) used.add(metric.text);
    named(question.having);
    named(question.where);
  }
  for (const { def } of graph.uses.values()) for (const { value } of def.with) named(value);
  return used;
}
