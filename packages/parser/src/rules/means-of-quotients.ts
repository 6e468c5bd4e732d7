// A mean of quotients of rows is no rate: every row weighs the same in it, however large it is.
import type { Graph } from '../graph/graph.js';
import type { Typed } from '../types/typed.js';
import { walkTyped } from '../types/walk-typed.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { meanOfQuotients } from './set-errors.js';
import type { Report, Rule } from './rule.js';

export const meansOfQuotients: Rule = {
  name: 'means-of-quotients',
  metric({ def, formula }, graph, report) {
    checkMeans(def.formula, formula, graph, report);
  },
  check(graph, report) {
    for (const { def, formula } of graph.kpis.values()) {
      if (formula !== null && def.formula !== null) checkMeans(def.formula, formula, graph, report);
    }
  },
};

function checkMeans(node: ScalarNode, formula: Typed, graph: Graph, report: Report): void {
  walkTyped(formula, (typed) => {
    if (typed.kind !== 'aggregate' || typed.fn !== 'avg' || typed.value === null) return;
    if (isQuotient(typed.value, graph)) report(meanOfQuotients(spanInScalar(node, typed.range.start, typed.range.end)));
  });
}

/** Of two values of the row: a value in another unit is divided by a constant. */
function isQuotient(value: Typed, graph: Graph): boolean {
  if (value.kind === 'field') {
    const formula = graph.datasets.get(value.dataset)?.fields.get(value.field)?.formula ?? null;
    return formula !== null && isQuotient(formula, graph);
  }
  return value.kind === 'call' && value.fn === 'divide' && value.args.every(({ type }) => type.level === 'row');
}
