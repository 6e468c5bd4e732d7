// A title is what people read: two metrics, or two KPIs, do not share one with different formulas.
import { namedMeanings, type NamedMeaning } from './named-meanings.js';
import { sharedTitle } from './set-errors.js';
import type { Rule } from './rule.js';

export const oneTitleOneFormula: Rule = {
  name: 'one-title-one-formula',
  check(graph, report) {
    const titled = [...graph.metrics.values(), ...graph.kpis.values()].filter(({ def }) => def.title !== null);
    if (titled.length < 2) return;
    const first = new Map<string, NamedMeaning>();
    for (const one of namedMeanings(graph)) {
      const { title } = one.def;
      if (title === null) continue;
      const key = `${one.kind} ${title.text.toLowerCase().trim().replace(/\s+/g, ' ')}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, one);
      else if (before.meaning !== one.meaning) report(sharedTitle(one, title, before));
    }
  },
};
