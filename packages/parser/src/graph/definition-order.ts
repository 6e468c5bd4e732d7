// The order in which definitions are typed: each after what it needs. What needs itself is reported with its path.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { walk } from '../expression/walk.js';
import { definitionCycle } from '../names/cycle-errors.js';
import { dependencyOrder } from '../names/dependency-order.js';
import type { Symbols } from '../names/symbols.js';
import type { Located } from '../shape/definitions.js';
import type { FormulaReader } from '../types/formula-reader.js';
import type { FormulaText } from '../types/formula-texts.js';
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
  /** One on a cycle is left out. */
  readonly order: readonly Ordered[];
  readonly needs: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** How many cycles there are. */
  readonly cycles: number;
}

export interface Ordered {
  readonly id: NodeId;
  readonly kind: 'metric' | 'kpi';
  readonly name: string;
}

export interface OrderingWith {
  readonly textOf: (metric: string, formula: ScalarNode) => FormulaText;
  readonly reader: FormulaReader;
  /** Metrics that are written as they were: what they need is known. */
  readonly kept: ReadonlyMap<string, unknown>;
  readonly before: DefinitionOrder;
}

/** Metrics and KPIs: the unit of `target(kpi)` is that of what the KPI measures, which is needed before. */
export function definitionOrder(
  { metrics, kpis }: Symbols,
  { textOf, reader, kept, before }: OrderingWith,
  report: Report,
): DefinitionOrder {
  // Each id is made once: a text that is put together anew is hashed anew wherever it is looked up.
  const metricIds = idsOf('metric', metrics.keys());
  const kpiIds = idsOf('kpi', kpis.keys());
  const needs = new Map<NodeId, readonly NodeId[]>();
  const namedIn = ({ references }: FormulaText): readonly NodeId[] => {
    const ids: NodeId[] = [];
    const add = (ordered: Ordered | undefined): void => {
      if (ordered !== undefined) ids.push(ordered.id);
    };
    for (const metric of references.metrics) add(metricIds.get(metric));
    for (const kpi of references.kpis) add(kpiIds.get(kpi));
    return ids;
  };
  for (const [name, { id }] of metricIds) {
    const def = metrics.get(name);
    if (def === undefined) continue;
    const known = kept.has(name) ? before.needs.get(id) : undefined;
    needs.set(id, known ?? namedIn(textOf(name, def.formula)));
  }
  for (const [name, { id }] of kpiIds) {
    const def = kpis.get(name);
    if (def === undefined) continue;
    const measured = def.metric === null ? undefined : metricIds.get(def.metric.text);
    const named = def.formula === null ? null : namedIn(reader.text(def.formula));
    needs.set(id, named ?? (measured === undefined ? [] : [measured.id]));
  }
  if (before.cycles === 0 && sameNeeds(needs, before.needs)) return { ...before, needs };
  const byId = new Map([...metricIds.values(), ...kpiIds.values()].map((one) => [one.id, one]));
  const { order, cycles } = dependencyOrder(needs);
  for (const cycle of cycles) {
    const members = cycle.flatMap((id) => byId.get(id) ?? []);
    const isMetric = members.map((member) => member.kind === 'metric');
    const kind = isMetric.every(Boolean) ? 'metric' : isMetric.some(Boolean) ? 'metric and KPI' : 'KPI';
    const places = members.flatMap(
      (member) => (member.kind === 'metric' ? metrics : kpis).get(member.name)?.name ?? [],
    );
    reportCycle(kind, places, report);
  }
  return { order: order.flatMap((id) => byId.get(id) ?? []), needs, cycles: cycles.length };
}

/** The same definitions in the same order, each with the same needs. */
function sameNeeds(a: DefinitionOrder['needs'], b: DefinitionOrder['needs']): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [id, needed] of a) {
    const other = others.next().value;
    if (other === undefined || other[0] !== id) return false;
    const before = other[1];
    if (before === needed) continue;
    if (before.length !== needed.length || !before.every((one, i) => one === needed[i])) return false;
  }
  return true;
}

function idsOf(kind: Ordered['kind'], names: Iterable<string>): ReadonlyMap<string, Ordered> {
  return new Map([...names].map((name) => [name, { id: `${kind}:${name}`, kind, name }]));
}

function reportCycle(kind: string, cycle: readonly Located[], report: Report): void {
  const diagnostic = definitionCycle(
    kind,
    cycle.map(({ text, span }) => ({ name: text, span })),
  );
  if (diagnostic !== null) report(diagnostic);
}
