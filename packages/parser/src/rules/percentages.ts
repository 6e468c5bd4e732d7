// A percentage is compared with a number as it is shown, and not as it is.
import { aimFormulas } from '../graph/aim-formulas.js';
import type { Graph } from '../graph/graph.js';
import { isLargeNumber, percentComparisons } from '../types/percent-comparisons.js';
import { spanInScalar } from '../yaml/tree.js';
import { largePercentage } from '../types/errors.js';
import type { Rule } from './rule.js';

export const percentages: Rule = {
  name: 'percentages',
  metric({ formula, def: { formula: node } }, graph, report) {
    for (const found of percentComparisons(formula, node.text, percentIn(graph)))
      report(largePercentage(found, spanInScalar(node, found.range.start, found.range.end)));
  },
  check(graph, report) {
    const isPercent = percentIn(graph);
    for (const { formula, def } of graph.kpis.values()) {
      const node = def.formula;
      if (formula === null || node === null) continue;
      for (const found of percentComparisons(formula, node.text, isPercent))
        report(largePercentage(found, spanInScalar(node, found.range.start, found.range.end)));
    }
    for (const kpi of graph.kpis.values()) {
      for (const { node, typed } of aimFormulas(kpi)) {
        const large = isLargeNumber(typed, node.text)
          ? [{ metric: kpi.name, written: node.text, range: typed.range }]
          : [];
        for (const found of kpi.percent ? large : [])
          report(largePercentage(found, spanInScalar(node, found.range.start, found.range.end)));
        for (const found of percentComparisons(typed, node.text, isPercent))
          report(largePercentage(found, spanInScalar(node, found.range.start, found.range.end)));
      }
    }
  },
};

function percentIn(graph: Graph): (name: string) => boolean {
  return (name) => graph.metrics.get(name)?.percent ?? false;
}
