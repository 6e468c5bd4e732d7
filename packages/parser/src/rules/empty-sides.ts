// `a + b` and `a - b` over results: no rows on one side would take the other side's number away.
import type { Graph } from '../graph/graph.js';
import type { Typed } from '../types/typed.js';
import { walkTyped } from '../types/walk-typed.js';
import { spanInScalar } from '../yaml/tree.js';
import { sideCanBeEmpty } from './errors.js';
import type { Rule } from './rule.js';

export const emptySides: Rule = {
  name: 'empty-sides',
  check(graph, report) {
    const formulas = [
      ...[...graph.metrics.values()].map(({ def, formula }) => ({ node: def.formula, formula })),
      ...[...graph.kpis.values()].map(({ def, formula }) => ({ node: def.formula, formula })),
    ];
    for (const { node, formula } of formulas) {
      if (node === null || formula === null) continue;
      walkTyped(formula, (typed) => {
        if (
          typed.kind !== 'call' ||
          (typed.fn !== 'add' && typed.fn !== 'subtract') ||
          typed.type.level !== 'aggregate'
        )
          return;
        // A change over time has no value where a period has none: that is its meaning.
        if (typed.args[1]?.kind === 'window') return;
        for (const side of typed.args) {
          if (!canBeEmpty(side, graph)) continue;
          const name = side.kind === 'metric' ? side.metric : null;
          report(
            sideCanBeEmpty(typed.fn === 'add' ? '+' : '-', name, spanInScalar(node, side.range.start, side.range.end)),
          );
        }
      });
    }
  },
};

/** Only what is itself a sum of rows: a quotient without a base has no value for another reason. */
function canBeEmpty(side: Typed, graph: Graph): boolean {
  let typed: Typed = side;
  for (;;) {
    if (typed.kind === 'filtered') typed = typed.of;
    else if (typed.kind === 'metric') {
      const metric = graph.metrics.get(typed.metric);
      if (metric === undefined || metric.emptyZero) return false;
      typed = metric.formula;
    } else return typed.kind === 'aggregate' && typed.fn === 'sum';
  }
}
