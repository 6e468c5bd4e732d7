// A range has an inside, and a distance over which the score falls.
import { compareConstants, constantNumber } from '../../types/constant-number.js';
import type { Rule } from '../rule.js';
import { emptyRange, noTolerance } from './errors.js';

export const ranges: Rule = {
  name: 'ranges',
  check(graph, report) {
    for (const { def, aim } of graph.kpis.values()) {
      if (aim?.kind !== 'range' || def.range === null) continue;
      const order = compareConstants(aim.low, aim.high);
      if (order !== null && order >= 0) report(emptyRange(def.range[0].span, def.range[1].span));
      const tolerance = aim.tolerance === null ? null : constantNumber(aim.tolerance);
      if (tolerance !== null && def.tolerance !== null && tolerance.n <= 0n) report(noTolerance(def.tolerance.span));
    }
  },
};
