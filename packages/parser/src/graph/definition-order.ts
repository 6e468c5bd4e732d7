// The order in which definitions are typed: each after what it needs. What needs itself is reported with its path.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { walk } from '../expression/walk.js';
import { definitionCycle } from '../names/cycle-errors.js';
import { dependencyOrder } from '../names/dependency-order.js';
import { metricReferences } from '../names/metric-references.js';
import type { Symbols } from '../names/symbols.js';
import type { Located } from '../shape/definitions.js';
import type { FormulaReader } from '../types/formula-reader.js';
import type { ScalarNode } from '../yaml/tree.js';
import type { NodeId } from './graph.js';

type Report = (diagnostic: Diagnostic) => void;

/** Names of parameters; one on a cycle is left out. */
export function parameterOrder({ parameters }: Symbols, reader: FormulaReader, report: Report): readonly string[] {
  const needs = new Map<string, readonly string[]>();
  for (const [name, def] of parameters) {
    const names = new Set<string>();
    walk(reader.parse(def.value), (expr) => {
      const [only, ...more] = expr.kind === 'name' ? expr.parts : [];
      if (only !== undefined && more.length === 0 && parameters.has(only.text)) names.add(only.text);
    });
    needs.set(name, [...names]);
  }
  const { order, cycles } = dependencyOrder(needs);
  for (const cycle of cycles) {
    const places = cycle.flatMap((name) => parameters.get(name)?.name ?? []);
    reportCycle('parameter', places, report);
  }
  return order;
}

export interface DefinitionOrder {
  /** `metric:revenue`, `kpi:growth`; one on a cycle is left out. */
  readonly order: readonly NodeId[];
  readonly needs: ReadonlyMap<NodeId, readonly NodeId[]>;
}

/** Metrics and KPIs: the unit of `target(kpi)` is that of what the KPI measures, which is needed before. */
export function definitionOrder({ metrics, kpis }: Symbols, reader: FormulaReader, report: Report): DefinitionOrder {
  const needs = new Map<NodeId, readonly NodeId[]>();
  const namedIn = (formula: ScalarNode): readonly NodeId[] => {
    const ids = new Set<NodeId>();
    metricReferences(
      reader.parse(formula),
      (metric) => {
        if (metrics.has(metric)) ids.add(`metric:${metric}`);
      },
      (kpi) => {
        if (kpis.has(kpi)) ids.add(`kpi:${kpi}`);
      },
    );
    return [...ids];
  };
  for (const [name, def] of metrics) needs.set(`metric:${name}`, namedIn(def.formula));
  for (const [name, { formula, metric }] of kpis) {
    const measured = metric !== null && metrics.has(metric.text) ? [`metric:${metric.text}`] : [];
    needs.set(`kpi:${name}`, formula === null ? measured : namedIn(formula));
  }
  const { order, cycles } = dependencyOrder(needs);
  for (const cycle of cycles) {
    const isMetric = cycle.map((id) => id.startsWith('metric:'));
    const kind = isMetric.every(Boolean) ? 'metric' : isMetric.some(Boolean) ? 'metric and KPI' : 'KPI';
    const places = cycle.flatMap((id) => {
      const name = id.slice(id.indexOf(':') + 1);
      return (id.startsWith('metric:') ? metrics.get(name)?.name : kpis.get(name)?.name) ?? [];
    });
    reportCycle(kind, places, report);
  }
  return { order, needs };
}

function reportCycle(kind: string, cycle: readonly Located[], report: Report): void {
  const diagnostic = definitionCycle(
    kind,
    cycle.map(({ text, span }) => ({ name: text, span })),
  );
  if (diagnostic !== null) report(diagnostic);
}
