// The order in which definitions are typed: each after what it needs. What needs itself is reported with its path.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { walk } from '../expression/walk.js';
import { definitionCycle } from '../names/cycle-errors.js';
import { dependencyOrder } from '../names/dependency-order.js';
import type { Symbols } from '../names/symbols.js';
import type { Located } from '../shape/definitions.js';
import type { FormulaReader } from '../types/formula-reader.js';
import type { FormulaText } from '../types/formula-texts.js';
import type { NodeId } from './graph.js';

type Report = (diagnostic: Diagnostic) => void;

/** Names of parameters; one on a cycle is left out. */
export function parameterOrder({ parameters }: Symbols, reader: FormulaReader, report: Report): readonly string[] {
  const needs = new Map<string, readonly string[]>();
  for (const [name, def] of parameters) {
    const names = new Set<string>();
    walk(reader.parse(def.value), (expr) => {
      const named = expr.kind === 'name' ? expr.parts.map(({ text }) => text).join('.') : null;
      if (named !== null && parameters.has(named)) names.add(named);
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
  /** In the order of definition, metrics first. */
  readonly needs: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** How many cycles there are. */
  readonly cycles: number;
  readonly ids: Ids;
}

/** Each id is made once: a text that is put together anew is hashed anew wherever it is looked up. */
interface Ids {
  readonly metrics: ReadonlyMap<string, Ordered>;
  readonly kpis: ReadonlyMap<string, Ordered>;
  readonly all: ReadonlyMap<NodeId, Ordered>;
}

export const NO_ORDER: DefinitionOrder = {
  order: [],
  needs: new Map(),
  cycles: 0,
  ids: { metrics: new Map(), kpis: new Map(), all: new Map() },
};

// An order is made once and asked in every check that takes it over.
const idsOfMetrics = new WeakMap<readonly Ordered[], readonly NodeId[]>();

export function metricIds({ order }: DefinitionOrder): readonly NodeId[] {
  const known = idsOfMetrics.get(order);
  if (known !== undefined) return known;
  const ids = order.flatMap(({ kind, id }) => (kind === 'metric' ? [id] : []));
  idsOfMetrics.set(order, ids);
  return ids;
}

const namingOf = new WeakMap<DefinitionOrder, ReadonlySet<NodeId>>();

/** The metrics that name the target of a KPI. */
export function namingKpis(order: DefinitionOrder): ReadonlySet<NodeId> {
  const known = namingOf.get(order);
  if (known !== undefined) return known;
  const found = new Set<NodeId>();
  for (const [id, needs] of order.needs)
    if (id.startsWith('metric:') && needs.some((needed) => needed.startsWith('kpi:'))) found.add(id);
  namingOf.set(order, found);
  return found;
}

export interface Ordered {
  readonly id: NodeId;
  readonly kind: 'metric' | 'kpi';
  readonly name: string;
}

export interface OrderingWith {
  readonly reader: FormulaReader;
  /** Metrics that are not written as they were: what the others need is known. */
  readonly written: ReadonlySet<string>;
  readonly before: DefinitionOrder;
}

/** Metrics and KPIs: the unit of `target(kpi)` is that of what the KPI measures, which is needed before. */
export function definitionOrder(symbols: Symbols, using: OrderingWith, report: Report): DefinitionOrder {
  const { metrics, kpis } = symbols;
  const { reader, written, before } = using;
  if (needsAsBefore(symbols, using)) return before;
  const ids = idsOf(symbols, before.ids);
  const needs = new Map<NodeId, readonly NodeId[]>();
  const namedIn = ({ references }: FormulaText): readonly NodeId[] => {
    const named: NodeId[] = [];
    const add = (ordered: Ordered | undefined): void => {
      if (ordered !== undefined) named.push(ordered.id);
    };
    for (const metric of references.metrics) add(ids.metrics.get(metric));
    for (const kpi of references.kpis) add(ids.kpis.get(kpi));
    return named;
  };
  for (const [name, def] of metrics) {
    const id = ids.metrics.get(name)?.id ?? '';
    const known = written.has(name) ? undefined : before.needs.get(id);
    needs.set(id, known ?? namedIn(reader.text(def.formula)));
  }
  for (const [name, def] of kpis) {
    const id = ids.kpis.get(name)?.id ?? '';
    const measured = def.metric === null ? undefined : ids.metrics.get(def.metric.text);
    const named = def.formula === null ? null : namedIn(reader.text(def.formula));
    needs.set(id, named ?? (measured === undefined ? [] : [measured.id]));
  }
  const { order, cycles } = dependencyOrder(needs);
  for (const cycle of cycles) {
    const members = cycle.flatMap((id) => ids.all.get(id) ?? []);
    const isMetric = members.map((member) => member.kind === 'metric');
    const kind = isMetric.every(Boolean) ? 'metric' : isMetric.some(Boolean) ? 'metric and KPI' : 'KPI';
    const places = members.flatMap(
      (member) => (member.kind === 'metric' ? metrics : kpis).get(member.name)?.name ?? [],
    );
    reportCycle(kind, places, report);
  }
  return { order: order.flatMap((id) => ids.all.get(id) ?? []), needs, cycles: cycles.length, ids };
}

/** The same metrics and KPIs in the same order, each with the same needs, and no cycle to report. */
function needsAsBefore({ metrics, kpis }: Symbols, { reader, written, before }: OrderingWith): boolean {
  const { needs, cycles } = before;
  if (cycles > 0 || needs.size === 0 || needs.size !== metrics.size + kpis.size) return false;
  const ids = needs.entries();
  const isSame = (kind: Ordered['kind'], name: string, named: (() => readonly NodeId[]) | null): boolean => {
    const next = ids.next().value;
    if (next === undefined || !isIdOf(next[0], kind, name)) return false;
    if (named === null) return true;
    const now = named();
    return now.length === next[1].length && now.every((id, i) => id === next[1][i]);
  };
  const namedIn = ({ references }: FormulaText): readonly NodeId[] => [
    ...references.metrics.filter((name) => metrics.has(name)).map((name) => `metric:${name}`),
    ...references.kpis.filter((name) => kpis.has(name)).map((name) => `kpi:${name}`),
  ];
  for (const [name, { formula }] of metrics) {
    if (!isSame('metric', name, written.has(name) ? () => namedIn(reader.text(formula)) : null)) return false;
  }
  for (const [name, { metric, formula }] of kpis) {
    const measured = metric !== null && metrics.has(metric.text) ? [`metric:${metric.text}`] : [];
    if (!isSame('kpi', name, () => (formula === null ? measured : namedIn(reader.text(formula))))) return false;
  }
  return true;
}

/** `metric:revenue`, without making that text. */
function isIdOf(id: NodeId, kind: string, name: string): boolean {
  return id.length === kind.length + 1 + name.length && id.endsWith(name) && id.startsWith(kind);
}

function idsOf({ metrics, kpis }: Symbols, before: Ids): Ids {
  const isSame = (now: ReadonlyMap<string, unknown>, known: ReadonlyMap<string, unknown>): boolean => {
    if (now.size !== known.size) return false;
    for (const name of now.keys()) if (!known.has(name)) return false;
    return true;
  };
  if (isSame(metrics, before.metrics) && isSame(kpis, before.kpis)) return before;
  const all = new Map<NodeId, Ordered>();
  const made = (
    kind: Ordered['kind'],
    names: Iterable<string>,
    known: ReadonlyMap<string, Ordered>,
  ): ReadonlyMap<string, Ordered> => {
    const ids = new Map<string, Ordered>();
    for (const name of names) {
      const one = known.get(name) ?? { id: `${kind}:${name}`, kind, name };
      ids.set(name, one);
      all.set(one.id, one);
    }
    return ids;
  };
  return { metrics: made('metric', metrics.keys(), before.metrics), kpis: made('kpi', kpis.keys(), before.kpis), all };
}

function reportCycle(kind: string, cycle: readonly Located[], report: Report): void {
  const diagnostic = definitionCycle(
    kind,
    cycle.map(({ text, span }) => ({ name: text, span })),
  );
  if (diagnostic !== null) report(diagnostic);
}
