// The metrics behind the KPIs of a report, each in words, with its formula and where it comes from.
import {
  datasetName,
  kpiName,
  metricInWords,
  metricName,
  unitInWords,
  walkTyped,
  type Graph,
  type Metric,
  type Typed,
} from '@sextant/parser';
import type { PlaceOf } from './places.js';
import type { GlossaryEntry } from './report-model.js';

/** Sorted by title. */
export function glossaryOf(graph: Graph, kpis: readonly string[], placeOf: PlaceOf): readonly GlossaryEntry[] {
  const users = new Map<string, string[]>();
  for (const kpi of kpis) {
    for (const metric of metricsUnder(graph, graph.kpis.get(kpi)?.formula ?? null)) {
      users.set(metric, [...(users.get(metric) ?? []), kpi]);
    }
  }
  return [...users]
    .flatMap(([name, usedBy]) => {
      const metric = graph.metrics.get(name);
      return metric === undefined ? [] : [entryOf(graph, metric, usedBy, placeOf)];
    })
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

function entryOf(graph: Graph, metric: Metric, usedBy: readonly string[], placeOf: PlaceOf): GlossaryEntry {
  const { def, name } = metric;
  return {
    metric: name,
    title: metricName(graph, name),
    aliases: (def.aliases ?? []).map(({ text }) => text),
    description: def.description?.text ?? null,
    words: metricInWords(graph, metric),
    unit: metric.percent ? 'percent' : unitInWords(metric.type.unit),
    formula: { role: 'metric', metric: name, text: def.formula.text.trim(), place: placeOf(def.formula.span) },
    datasets: metric.datasets.map((dataset) => datasetName(graph, dataset)),
    usedBy: usedBy.map((kpi) => ({ kpi, title: kpiName(graph, kpi) })),
  };
}

/** Every metric that a formula names, directly or through others. */
export function metricsUnder(graph: Graph, formula: Typed | null): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const used of graph.metrics.get(name)?.uses ?? []) visit(used);
  };
  if (formula !== null) {
    walkTyped(formula, (node) => {
      if (node.kind === 'metric') visit(node.metric);
    });
  }
  return found;
}
