// Whether the groups of an answer share rows: some aggregate reaches a key of the question through a bridge.
import { bindIn, datasetsIn, type Graph } from '@sextant/parser';
import type { CheckedQuestion } from './question.js';

export function overlaps(graph: Graph, question: CheckedQuestion): boolean {
  const formulas = question.metrics.map((metric) => metric.formula);
  // Keys of a `per` inside are of no account: what it makes of shared rows is not shown.
  return [...formulas, ...(question.having === null ? [] : [question.having])].some((formula) =>
    datasetsIn(graph, formula).some((dataset) =>
      question.by.some((key) => {
        const bound = bindIn(graph, key.member, dataset);
        return bound.kind === 'bound' && bound.overlapping;
      }),
    ),
  );
}
