// A type in the words of the language: `decimal(2) EUR/customer`, `percent`.
import { showUnit, showValueType, type Graph, type Type } from '@sextant/parser';
import type { Symbol } from '@sextant/parser';

export function typeText(type: Type, percent = false): string {
  if (type.value.kind === 'unknown') return 'unknown';
  return percent ? 'percent' : `${showValueType(type.value)} ${showUnit(type.unit)}`.trim();
}

/** The type of what has one: a metric, a field, a dimension, a parameter, a KPI. */
export function typeOf(graph: Graph, { kind, name, dataset }: Symbol): string | null {
  switch (kind) {
    case 'metric': {
      const metric = graph.metrics.get(name);
      return metric === undefined ? null : typeText(metric.type, metric.percent);
    }
    case 'kpi': {
      const kpi = graph.kpis.get(name);
      return kpi === undefined ? null : typeText(kpi.type, kpi.percent);
    }
    case 'field': {
      const field = graph.datasets.get(dataset ?? '')?.fields.get(name);
      return field === undefined ? null : typeText(field.type);
    }
    case 'dimension': {
      const dimension = graph.dimensions.get(name);
      return dimension === undefined ? null : typeText(dimension.type);
    }
    case 'parameter': {
      const parameter = graph.parameters.get(name);
      return parameter === undefined ? null : typeText(parameter.type);
    }
    default:
      return null;
  }
}
