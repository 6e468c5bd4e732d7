// KPIs: the number each one measures. Targets and status are held against it by the rules.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { unknownName } from '../names/errors.js';
import type { KpiDef } from '../shape/definitions.js';
import type { Range, Span } from '../source/source-file.js';
import type { BindWorld } from '../types/bind-member.js';
import { checkFilter, checkMembers, datasetsOf } from '../types/check-members.js';
import type { FormulaReader } from '../types/formula-reader.js';
import { isCondition } from '../types/infer-operator.js';
import { isUnknown, unknownAt } from '../types/make-typed.js';
import type { Scope, World } from '../types/scope.js';
import type { Type, Typed } from '../types/typed.js';
import { NO_UNIT } from '../types/unit.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import type { Metric } from './graph.js';
import type { Kpi } from './kpi.js';

type Report = (diagnostic: Diagnostic) => void;

export function typeKpi(
  def: KpiDef,
  metrics: ReadonlyMap<string, Metric>,
  reader: FormulaReader,
  world: World,
  bindWorld: BindWorld,
  report: Report,
): Kpi {
  const datasetsOfMetric = (name: string): readonly string[] => metrics.get(name)?.datasets ?? [];
  const measured = measure(def, metrics, reader, world, report);
  if (measured !== null && def.formula !== null)
    checkMembers(measured, datasetsOfMetric, bindWorld, placeIn(def.formula), report);
  const condition = measured === null || def.where === null ? null : readCondition(def.where, reader, world, report);
  let formula = def.where === null || condition !== null ? measured : null;
  if (measured !== null && condition !== null && def.where !== null) {
    formula = { kind: 'filtered', of: measured, condition, type: measured.type, range: measured.range };
    // What is inside was checked at its own place.
    const node = def.where;
    checkFilter(condition, datasetsOf(measured, datasetsOfMetric), bindWorld, placeIn(node), report);
  }
  return kpiOf(def, formula);
}

/** A KPI whose formula is known, or not: then its type is unknown. */
export function kpiOf(def: KpiDef, formula: Typed | null): Kpi {
  const type = formula?.type ?? unknownAt({ start: 0, end: 0 }).type;
  return {
    name: def.name.text,
    def,
    formula,
    type: { ...type, level: 'aggregate', bare: false },
    unit: formula?.type.unit ?? NO_UNIT,
    percent: false,
    decimals: null,
    additive: false,
    datasets: [],
    direction: def.direction?.value ?? null,
    every: null,
    slices: [],
    aim: null,
    pacing: null,
    bands: { basis: 'score', onTrack: decimal('0.95'), atRisk: decimal('0.85'), declared: false },
    guardrails: [],
    weight: '1',
    materiality: null,
    compare: null,
    benchmark: null,
  };
}

function measure(
  def: KpiDef,
  metrics: ReadonlyMap<string, Metric>,
  reader: FormulaReader,
  world: World,
  report: Report,
): Typed | null {
  if (def.formula !== null) {
    const typed = reader.type(def.formula, { kind: 'metric' }, world);
    return isUnknown(typed) ? null : typed;
  }
  if (def.metric === null) return null;
  const metric = metrics.get(def.metric.text);
  if (metric === undefined) {
    const name = def.metric.text;
    if (!world.libraryNames.has(name.split('.')[0] ?? '') && !world.isBroken('metrics', name))
      report(unknownName('metric', def.metric.text, def.metric.span, metrics.keys()));
    return null;
  }
  if (isUnknown(metric.formula)) return null;
  return { kind: 'metric', metric: metric.name, type: metric.type, range: { start: 0, end: def.metric.text.length } };
}

function readCondition(node: ScalarNode, reader: FormulaReader, world: World, report: Report): Typed | null {
  const condition = reader.type(node, { kind: 'condition' }, world);
  if (isUnknown(condition)) return null;
  const scope: Scope = { world, position: { kind: 'condition' }, at: placeIn(node), report };
  return isCondition(condition, scope) ? condition : null;
}

function placeIn(node: ScalarNode): (range: Range) => Span {
  return (range) => spanInScalar(node, range.start, range.end);
}

function decimal(text: string): Typed {
  const type: Type = { value: { kind: 'decimal', scale: 2 }, unit: NO_UNIT, level: 'constant', bare: true };
  return { kind: 'const', value: { kind: 'number', text }, type, range: { start: 0, end: 0 } };
}
