// A mean of quotients, of rows or of groups, is no rate: each weighs the same in it, however large it is.
import type { Graph } from '../graph/graph.js';
import type { Typed } from '../types/typed.js';
import { walkTyped } from '../types/walk-typed.js';
import type { Span } from '../source/source-file.js';
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
    const span = (): Span => spanInScalar(node, typed.range.start, typed.range.end);
    if (typed.kind === 'aggregate' && typed.fn === 'avg' && typed.value !== null) {
      if (isQuotient(typed.value, graph)) report(meanOfQuotients(span(), 'row'));
    } else if (typed.kind === 'per' && typed.fn === 'avg' && typed.of !== null) {
      if (isQuotientOfGroups(typed.of, graph)) report(meanOfQuotients(span(), 'group'));
    }
  });
}

/** Of two values of the group, neither of them a constant or a length of time. */
function isQuotientOfGroups(value: Typed, graph: Graph): boolean {
  if (value.kind === 'metric') {
    const metric = graph.metrics.get(value.metric);
    return metric !== undefined && isQuotientOfGroups(metric.formula, graph);
  }
  return value.kind === 'call' && value.fn === 'divide' && value.args.every((arg) => aggregates(arg, graph));
}

function aggregates(value: Typed, graph: Graph): boolean {
  let found = false;
  walkTyped(value, (one) => {
    found ||=
      one.kind === 'aggregate' || (one.kind === 'metric' && (graph.metrics.get(one.metric)?.datasets.length ?? 0) > 0);
  });
  return found;
}

/** Of two values of the row: a value in another unit is divided by a constant. */
function isQuotient(value: Typed, graph: Graph): boolean {
  if (value.kind === 'field') {
    const formula = graph.datasets.get(value.dataset)?.fields.get(value.field)?.formula ?? null;
    return formula !== null && isQuotient(formula, graph);
  }
  return value.kind === 'call' && value.fn === 'divide' && value.args.every(({ type }) => type.level === 'row');
}
