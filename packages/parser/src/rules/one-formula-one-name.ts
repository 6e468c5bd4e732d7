// A formula has one name: two metrics that mean the same drift apart one day.
import { meaningsOf } from '../graph/meanings.js';
import type { Located } from '../shape/definitions.js';
import { sameFormula } from './set-errors.js';
import type { Rule } from './rule.js';

export const oneFormulaOneName: Rule = {
  name: 'one-formula-one-name',
  check(graph, report) {
    const meanings = meaningsOf(graph);
    const first = new Map<number, Located>();
    for (const { name, def, formula } of graph.metrics.values()) {
      const meaning = meanings.ofMetric(name);
      // Two numbers may be equal by chance.
      if (meaning === null || formula.type.level === 'constant') continue;
      const before = first.get(meaning);
      if (before === undefined) first.set(meaning, def.name);
      else report(sameFormula(def.name, before));
    }
  },
};
