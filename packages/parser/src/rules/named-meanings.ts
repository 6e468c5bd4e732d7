// Metrics and KPIs as people speak of them: what each name stands for.
import type { Graph } from '../graph/graph.js';
import { meaningsOf } from '../graph/meanings.js';
import type { KpiDef, MetricDef } from '../shape/definitions.js';
import type { Named } from './set-errors.js';

export interface NamedMeaning extends Named {
  readonly def: MetricDef | KpiDef;
  /** Of the formula; a KPI's `where` is part of it. */
  readonly meaning: number;
  /** Of what is measured: a KPI and its metric share it, whatever the KPI's `where` leaves out. */
  readonly measured: number;
}

/** Metrics first; what has no meaning was reported. */
export function namedMeanings(graph: Graph): readonly NamedMeaning[] {
  const meanings = meaningsOf(graph);
  const metrics = [...graph.metrics.values()].flatMap(({ name, def }): readonly NamedMeaning[] => {
    const meaning = meanings.ofMetric(name);
    return meaning === null ? [] : [{ kind: 'metric', name: def.name, def, meaning, measured: meaning }];
  });
  const kpis = [...graph.kpis.values()].flatMap(({ def, formula }): readonly NamedMeaning[] => {
    const meaning = formula === null ? null : meanings.ofFormula(formula);
    if (meaning === null) return [];
    const measured = def.metric === null ? null : meanings.ofMetric(def.metric.text);
    return [{ kind: 'KPI', name: def.name, def, meaning, measured: measured ?? meaning }];
  });
  return [...metrics, ...kpis];
}
