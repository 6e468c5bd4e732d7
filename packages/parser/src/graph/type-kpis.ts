// KPIs: the number each one measures. Targets and status are held against it by the rules.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { unknownName } from '../names/errors.js';
import type { Symbols } from '../names/symbols.js';
import type { KpiDef } from '../shape/definitions.js';
import type { BindWorld } from '../types/bind-member.js';
import { checkMembers } from '../types/check-members.js';
import type { FormulaReader } from '../types/formula-reader.js';
import { isCondition } from '../types/infer-operator.js';
import { isUnknown, unknownAt } from '../types/make-typed.js';
import type { World } from '../types/scope.js';
import type { Typed } from '../types/typed.js';
import { NO_UNIT } from '../types/unit.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import type { Kpi, Metric } from './graph.js';

export function typeKpis(
  symbols: Symbols,
  metrics: ReadonlyMap<string, Metric>,
  reader: FormulaReader,
  world: World,
  bindWorld: BindWorld,
  datasetsOfMetric: (name: string) => readonly string[],
  report: (diagnostic: Diagnostic) => void,
): readonly Kpi[] {
  const place = (node: ScalarNode) => (range: { readonly start: number; readonly end: number }) =>
    spanInScalar(node, range.start, range.end);
  return [...symbols.kpis.values()].map((def) => {
    const measured = measure(def, metrics, reader, world, report);
    const formula = measured === null ? null : narrow(def, measured, reader, world, report);
    if (formula !== null && def.formula !== null)
      checkMembers(formula, datasetsOfMetric, bindWorld, place(def.formula), report);
    else if (formula !== null && def.where !== null)
      checkMembers(formula, datasetsOfMetric, bindWorld, place(def.where), report);
    const type = formula?.type ?? unknownAt({ start: 0, end: 0 }).type;
    return {
      name: def.name.text,
      def,
      formula,
      type: { ...type, level: 'aggregate', bare: false },
      unit: formula?.type.unit ?? NO_UNIT,
    };
  });
}

function measure(
  def: KpiDef,
  metrics: ReadonlyMap<string, Metric>,
  reader: FormulaReader,
  world: World,
  report: (diagnostic: Diagnostic) => void,
): Typed | null {
  if (def.formula !== null) {
    const typed = reader.type(def.formula, { kind: 'metric' }, world);
    return isUnknown(typed) ? null : typed;
  }
  if (def.metric === null) return null;
  const metric = metrics.get(def.metric.text);
  if (metric === undefined) {
    if (!world.libraryNames.has(def.metric.text.split('.')[0] ?? ''))
      report(unknownName('metric', def.metric.text, def.metric.span, metrics.keys()));
    return null;
  }
  if (isUnknown(metric.formula)) return null;
  return { kind: 'metric', metric: metric.name, type: metric.type, range: { start: 0, end: def.metric.text.length } };
}

function narrow(
  def: KpiDef,
  measured: Typed,
  reader: FormulaReader,
  world: World,
  report: (diagnostic: Diagnostic) => void,
): Typed | null {
  if (def.where === null) return measured;
  const node = def.where;
  const condition = reader.type(node, { kind: 'condition' }, world);
  if (isUnknown(condition)) return null;
  if (
    !isCondition(condition, {
      world,
      position: { kind: 'condition' },
      at: (range) => spanInScalar(node, range.start, range.end),
      report,
    })
  )
    return null;
  return { kind: 'filtered', of: measured, condition, type: measured.type, range: measured.range };
}
