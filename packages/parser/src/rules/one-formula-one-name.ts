// A formula has one name: two metrics that mean the same drift apart one day.
import { meaningsOf } from '../graph/meanings.js';
import type { Graph } from '../graph/graph.js';
import type { MetricDef, Origin } from '../shape/definitions.js';
import { sameAsLibrary, sameFormula } from './set-errors.js';
import type { Rule } from './rule.js';

export const oneFormulaOneName: Rule = {
  name: 'one-formula-one-name',
  check(graph, report) {
    const meanings = meaningsOf(graph);
    const first = new Map<number, MetricDef>();
    for (const { name, def, formula } of graph.metrics.values()) {
      const meaning = meanings.ofMetric(name);
      // Two numbers may be equal by chance.
      if (meaning === null || formula.type.level === 'constant') continue;
      const before = first.get(meaning);
      if (before === undefined) first.set(meaning, def);
      else if (before.origin === null && def.origin === null) report(sameFormula(def.name, before.name));
      // What stands for an input may be all that a metric of the library is.
      else if (before.origin === null && def.origin !== null && !isBound(before, def.origin, graph))
        report(sameAsLibrary(before.name, def.name, def.origin.library));
    }
  },
};

function isBound({ name }: MetricDef, { alias }: Origin, graph: Graph): boolean {
  return graph.uses.get(alias)?.library?.inputs.some(({ bound }) => bound === name.text) === true;
}
