// A target is spread over parts of its period only where values of parts add up to the value of the whole.
import type { Rule } from '../rule.js';
import { spreadOfWhole } from './errors.js';

export const spreads: Rule = {
  name: 'spreads',
  check(graph, report) {
    for (const { def, formula, addsOverTime } of graph.kpis.values())
      if (def.spread !== null && formula !== null && !addsOverTime) report(spreadOfWhole(def.spread, def.name.text));
  },
};
