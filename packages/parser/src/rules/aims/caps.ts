// The highest score lies between 1 and 2.
import { compareFractions, constantNumber } from '../../types/constant-number.js';
import type { Rule } from '../rule.js';
import { capOutside } from './errors.js';

export const caps: Rule = {
  name: 'caps',
  check(graph, report) {
    for (const { def, aim } of graph.kpis.values()) {
      const typed = aim?.kind === 'target' || aim?.kind === 'limit' ? aim.cap : null;
      const cap = typed === null ? null : constantNumber(typed);
      if (cap === null || def.cap === null) continue;
      if (compareFractions(cap, { n: 1n, d: 1n }) < 0 || compareFractions(cap, { n: 2n, d: 1n }) > 0)
        report(capOutside(def.cap.span));
    }
  },
};
