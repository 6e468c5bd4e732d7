// Two KPIs about one number, for one goal, in one period and by the same groups are one KPI with two judgements.
import { meaningsOf } from '../graph/meanings.js';
import type { Located } from '../shape/definitions.js';
import { sameKpi } from './set-errors.js';
import type { Rule } from './rule.js';

export const oneKpiForOneThing: Rule = {
  name: 'one-kpi-for-one-thing',
  check(graph, report) {
    const meanings = meaningsOf(graph);
    const first = new Map<string, Located>();
    for (const { def, formula } of graph.kpis.values()) {
      const meaning = formula === null ? null : meanings.ofFormula(formula);
      if (meaning === null) continue;
      const by = def.by.map(({ text }) => text).sort();
      const key = JSON.stringify([meaning, def.goal?.text, def.every?.text, by]);
      const before = first.get(key);
      if (before === undefined) first.set(key, def.name);
      else report(sameKpi(def.name, before));
    }
  },
};
