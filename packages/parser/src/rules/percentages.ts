// A percentage is compared with a number as it is shown, and not as it is.
import { aimFormulas } from '../graph/aim-formulas.js';
import { isLargeNumber, percentComparisons } from '../types/percent-comparisons.js';
import { spanInScalar } from '../yaml/tree.js';
import { largePercentage } from '../types/errors.js';
import type { Rule } from './rule.js';

export const percentages: Rule = {
  name: 'percentages',
  check(graph, report) {
    const isPercent = (name: string): boolean => graph.metrics.get(name)?.percent ?? false;
    const formulas = [...graph.metrics.values(), ...graph.kpis.values()];
    for (const { formula, def } of formulas) {
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
