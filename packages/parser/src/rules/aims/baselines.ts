// The way to a target starts somewhere, on the side from which the direction leads to it.
import { aimFormulas } from '../../graph/aim-formulas.js';
import { compareFractions, constantNumber, type Fraction } from '../../types/constant-number.js';
import type { Rule } from '../rule.js';
import { missingBaseline, wrongBaseline } from './errors.js';

const ZERO: Fraction = { n: 0n, d: 1n };

export const baselines: Rule = {
  name: 'baselines',
  check(graph, report) {
    for (const kpi of graph.kpis.values()) {
      const { def, aim, direction } = kpi;
      if (aim?.kind !== 'target' || (direction !== 'up' && direction !== 'down')) continue;
      if (graph.broken.has(`kpis/${kpi.name}/baseline`)) continue;
      if (aim.baseline === null && !(direction === 'up' && kpi.addsOverTime)) {
        // A curve says every score by itself; what is expected when needs a way all the same.
        const needed = aim.curve === null || def.pacing !== null;
        if (needed && kpi.formula !== null) report(missingBaseline(def.name, direction));
        continue;
      }
      const baseline = aim.baseline === null ? ZERO : constantNumber(aim.baseline);
      if (baseline === null) continue;
      for (const { key, typed, node } of aimFormulas(kpi)) {
        const target = key === 'target' ? constantNumber(typed) : null;
        if (target === null) continue;
        const order = compareFractions(baseline, target);
        if (direction === 'up' ? order < 0 : order > 0) continue;
        report(wrongBaseline(direction, node.span, def.baseline?.span ?? null, order === 0));
      }
    }
  },
};
