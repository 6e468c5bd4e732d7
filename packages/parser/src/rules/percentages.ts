// A percentage is compared with a number as it is shown, and not as it is.
import { percentComparisons } from '../types/percent-comparisons.js';
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
  },
};
