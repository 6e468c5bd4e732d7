// Metrics, and what KPIs measure, each after what it needs. What an earlier check found out is taken over where it still holds.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { mentions } from '../names/mentions.js';
import type { Symbols } from '../names/symbols.js';
import type { MetricDef } from '../shape/definitions.js';
import { isAdditive } from '../types/additivity.js';
import { isAdditiveInTime } from '../types/additivity-in-time.js';
import { checkMembers, datasetsOf } from '../types/check-members.js';
import { reportingIn } from '../types/reporting-in.js';
import { checkMetric } from '../types/check-metric.js';
import { isUnknown, unknownAt } from '../types/make-typed.js';
import { walkTyped } from '../types/walk-typed.js';
import { spanInScalar } from '../yaml/tree.js';
import { definitionOrder, namingKpis, type DefinitionOrder, type Ordered } from './definition-order.js';
import type { Metric } from './graph.js';
import type { KpiStage } from './kpi-stage.js';
import type { Kpi } from './kpi.js';
import { measureKpi } from './type-kpi.js';
import { changedNames, sameDefinition, sameFacts, type TypeMemory } from './type-memory.js';

export interface MetricStage extends KpiStage {
  readonly symbols: Symbols;
  readonly counted: ReadonlySet<string>;
  /** Filled here, in the order of definition: what formulas name is looked up in it. */
  readonly metrics: Map<string, Metric>;
  readonly kpis: Map<string, Kpi>;
  readonly diagnostics: readonly Diagnostic[];
  readonly before: TypeMemory;
  /** Of this check: what the earlier one is held against. */
  readonly now: Pick<TypeMemory, 'environment' | 'defs' | 'kpis' | 'broken'>;
}

export interface TypedMetrics {
  readonly order: DefinitionOrder;
  /** Metrics that may mean something else than in the check before: they, or something that they are made of. */
  readonly unsettled: ReadonlySet<string>;
  /** Metrics about which something was reported. */
  readonly unsound: ReadonlySet<string>;
}

export function typeMetrics(stage: MetricStage): TypedMetrics {
  const { symbols, metrics, kpis, diagnostics, before, now, reader, report } = stage;
  const same = now.environment === before.environment;
  const names = same ? changedNames(before, now) : [];
  const soundBefore = (name: string): Metric | undefined =>
    before.unsound.has(name) ? undefined : before.metrics.get(name);

  // 1. What is written as it was, and names nothing that is new or gone, is as it was for now; all else is not known yet.
  const written = new Set<string>();
  for (const [name, def] of symbols.metrics) {
    const known = same ? soundBefore(name) : undefined;
    const isSame = known !== undefined && sameDefinition(known.def, def);
    if (!isSame || names.some((one) => mentions(def.formula.text, one))) {
      written.add(name);
      metrics.set(name, unknownMetric(name, def));
    } else metrics.set(name, known.def === def ? known : { ...known, def });
  }

  // 2. Each after what it needs: what names something of another type than before is looked at again.
  const order = definitionOrder(symbols, { reader, written, before: before.order }, report);
  // The unit of a target is that of what its KPI measures, which may be another.
  const naming = namingKpis(order);
  const unsound = new Set<string>();
  if (order.cycles > 0) forgetCircles(stage, order, unsound);
  const unsettled = new Set<string>();
  // By their ids, as they are needed: what may mean something else, and of these what has another type.
  const changed = new Set<string>();
  const others = new Set<string>();
  const isAsBefore = ({ id, name }: Ordered): boolean => {
    if (written.has(name) || naming.has(id)) return false;
    if (changed.size === 0) return true;
    const needs = order.needs.get(id) ?? [];
    if (others.size > 0 && needs.some((needed) => others.has(needed))) return false;
    if (needs.some((needed) => changed.has(needed))) {
      changed.add(id);
      unsettled.add(name);
    }
    return true;
  };
  for (const one of order.order) {
    const { kind, name, id } = one;
    if (kind === 'kpi') {
      const def = symbols.kpis.get(name);
      if (def !== undefined) kpis.set(name, measureKpi(def, metrics, stage));
      continue;
    }
    if (isAsBefore(one)) continue;
    const def = symbols.metrics.get(name);
    if (def === undefined) continue;
    const found = diagnostics.length;
    const metric = typeMetric(name, def, stage);
    metrics.set(name, metric);
    unsettled.add(name);
    changed.add(id);
    if (!sameFacts(metric, soundBefore(name))) others.add(id);
    const isSound = diagnostics.length === found && !isUnknown(metric.formula);
    if (!isSound || reader.text(def.formula).problems.length > 0) unsound.add(name);
  }
  return { order, unsettled, unsound };
}

function typeMetric(name: string, def: MetricDef, stage: MetricStage): Metric {
  const { reader, world, bindWorld, counted, datasetsOfMetric } = stage;
  const report = reportingIn(def, stage.report);
  const typed = reader.type(def.formula, { kind: 'metric' }, world, report);
  const checked = checkMetric(def, typed, counted, report);
  if (!isUnknown(typed))
    checkMembers(
      typed,
      datasetsOfMetric,
      bindWorld,
      (range) => spanInScalar(def.formula, range.start, range.end),
      report,
    );
  const datasets = [...datasetsOf(typed, datasetsOfMetric)].sort();
  const uses: string[] = [];
  walkTyped(typed, (node) => {
    if (node.kind === 'metric' && !uses.includes(node.metric)) uses.push(node.metric);
  });
  return {
    name,
    def,
    ...checked,
    uses: uses.sort(),
    datasets,
    additive: isAdditive(checked.formula, world),
    addsOverTime: isAdditiveInTime(checked.formula, world),
  };
}

function unknownMetric(name: string, def: MetricDef, uses: readonly string[] = []): Metric {
  const formula = unknownAt({ start: 0, end: def.formula.text.length });
  return {
    name,
    def,
    formula,
    type: formula.type,
    percent: false,
    decimals: null,
    emptyZero: false,
    uses,
    datasets: [],
    additive: false,
    addsOverTime: false,
  };
}

/** What is on a cycle has the type unknown and says no more; what needs it is unknown for its sake. */
function forgetCircles(
  { symbols, metrics }: MetricStage,
  { order, needs }: DefinitionOrder,
  unsound: Set<string>,
): void {
  const ordered = new Set(order.flatMap(({ kind, name }) => (kind === 'metric' ? [name] : [])));
  for (const [name, def] of symbols.metrics) {
    if (ordered.has(name)) continue;
    const uses = (needs.get(`metric:${name}`) ?? []).filter((id) => id.startsWith('metric:'));
    metrics.set(
      name,
      unknownMetric(
        name,
        def,
        uses.map((id) => id.slice('metric:'.length)),
      ),
    );
    unsound.add(name);
  }
}
