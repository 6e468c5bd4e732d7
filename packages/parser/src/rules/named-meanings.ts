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

/** Null for what has no meaning, which was reported. */
export function meaningOf(kind: NamedMeaning['kind'], name: string, graph: Graph): NamedMeaning | null {
  const meanings = meaningsOf(graph);
  if (kind === 'metric') {
    const def = graph.metrics.get(name)?.def;
    const meaning = meanings.ofMetric(name);
    return def === undefined || meaning === null ? null : { kind, name: def.name, def, meaning, measured: meaning };
  }
  const kpi = graph.kpis.get(name);
  const meaning = kpi === undefined || kpi.formula === null ? null : meanings.ofFormula(kpi.formula);
  if (kpi === undefined || meaning === null) return null;
  const { def } = kpi;
  const measured = def.metric === null ? null : meanings.ofMetric(def.metric.text);
  return { kind, name: def.name, def, meaning, measured: measured ?? meaning };
}

/** Metrics first, without those of libraries. */
export function namedMeanings(graph: Graph): readonly NamedMeaning[] {
  return [
    ...[...graph.metrics.values()].flatMap(({ name, def }) =>
      def.origin === null ? (meaningOf('metric', name, graph) ?? []) : [],
    ),
    ...[...graph.kpis.keys()].flatMap((name) => meaningOf('KPI', name, graph) ?? []),
  ];
}
