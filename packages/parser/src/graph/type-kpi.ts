// KPIs: first the number that each one measures, then, when every metric is known, what it is held against.
import { unknownName } from '../names/errors.js';
import type { KpiDef } from '../shape/definitions.js';
import type { Range, Span } from '../source/source-file.js';
import { isAdditive } from '../types/additivity.js';
import { isAdditiveInTime } from '../types/additivity-in-time.js';
import { checkFilter, checkMembers, datasetsOf } from '../types/check-members.js';
import { resolveMember } from '../types/infer-name.js';
import { isCondition } from '../types/infer-operator.js';
import { isUnknown, unknownAt } from '../types/make-typed.js';
import { nameExprOf, placeIn } from '../types/name-expr-of.js';
import { findLevel } from '../types/read-calendar.js';
import type { Scope } from '../types/scope.js';
import type { Type, Typed } from '../types/typed.js';
import { NO_UNIT } from '../types/unit.js';
import { isNumeric } from '../types/value-type.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { notALength, notANumber } from './errors.js';
import type { Metric } from './graph.js';
import { impliedDirection } from './implied-direction.js';
import type { Guardrail, Kpi, KpiSlice } from './kpi.js';
import { numberReaders, type KpiStage, type Measured } from './kpi-stage.js';
import { spanAt } from './span-at.js';
import { typeAim } from './type-aim.js';
import { defaultBands, typeBands } from './type-bands.js';
import { typeBenchmark } from './type-benchmark.js';
import { typePacing } from './type-pacing.js';

/** What a KPI measures: `target(kpi)` in a formula of a metric asks for no more. */
export function measureKpi(def: KpiDef, metrics: ReadonlyMap<string, Metric>, stage: KpiStage): Kpi {
  const { world, bindWorld, datasetsOfMetric, report } = stage;
  const measured = measure(def, metrics, stage);
  if (measured !== null && def.formula !== null)
    checkMembers(measured, datasetsOfMetric, bindWorld, inScalar(def.formula), report);
  const condition = measured === null || def.where === null ? null : readCondition(def.where, stage);
  let formula = def.where === null || condition !== null ? measured : null;
  if (measured !== null && condition !== null && def.where !== null) {
    formula = { kind: 'filtered', of: measured, condition, type: measured.type, range: measured.range };
    // What is inside was checked at its own place.
    checkFilter(condition, datasetsOf(measured, datasetsOfMetric), bindWorld, inScalar(def.where), report);
  }
  const kpi = kpiOf(def, formula);
  if (formula === null) return kpi;
  const shown = metricOf(formula, metrics);
  return {
    ...kpi,
    percent: shown?.percent ?? false,
    decimals: shown?.decimals ?? null,
    additive: isAdditive(formula, world),
    addsOverTime: isAdditiveInTime(formula, world),
    datasets: [...datasetsOf(formula, datasetsOfMetric)].sort(),
  };
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
    addsOverTime: false,
    datasets: [],
    direction: def.direction?.value ?? null,
    every: null,
    slices: [],
    aim: null,
    spread: spreadOf(def),
    pacing: null,
    bands: defaultBands(false),
    guardrails: [],
    weight: def.weight?.text ?? '1',
    materiality: null,
    compare: null,
    benchmark: null,
  };
}

/** What a KPI is held against. Every metric and every KPI that its formulas may name is known. */
export function completeKpi(kpi: Kpi, stage: KpiStage): Kpi {
  const { def, formula } = kpi;
  const { world, report } = stage;
  const span = def.metric?.span ?? def.formula?.span ?? def.name.span;
  const isNumber = formula !== null && isNumeric(formula.type.value);
  if (formula !== null && !isNumber) report(notANumber(`the KPI \`${kpi.name}\``, formula.type.value, span));
  const measured: Measured = { unit: isNumber ? kpi.unit : null, words: `the KPI \`${kpi.name}\``, span };
  const numbers = numberReaders(measured, stage);
  const slices = slicesOf(def, stage);
  const aim = typeAim(def, slices, measured, numbers, stage);
  const compare = def.compare === null ? null : spanAt(def.compare, world);
  if (def.compare !== null && compare === null) report(notALength(def.compare));
  return {
    ...kpi,
    direction: def.direction?.value ?? impliedDirection(def, aim),
    every: def.every === null ? null : findLevel(def.every.text, world),
    slices,
    aim,
    pacing: typePacing(def.pacing, world),
    bands: typeBands(def.status, def.pacing !== null, numbers),
    guardrails: def.guardrails.map(guardrailOf),
    materiality: def.materiality === null ? null : numbers.constant(def.materiality, 'the materiality'),
    compare,
    benchmark: def.benchmark === null ? null : typeBenchmark(def.benchmark, numbers),
  };
}

function spreadOf({ spread }: KpiDef): Kpi['spread'] {
  if (spread?.text === 'like prior year') return 'like_prior_year';
  return spread?.text === 'even' || spread?.text === 'working_days' ? spread.text : null;
}

export function guardrailOf({ kpi, atLeast }: Pick<KpiDef['guardrails'][number], 'kpi' | 'atLeast'>): Guardrail {
  const held = (['at_risk', 'on_track', 'achieved'] as const).find((status) => status === atLeast?.text);
  return { kpi: kpi.text, atLeast: held ?? null };
}

/** What is no dimension, or reaches nothing, a rule says. */
function slicesOf(def: KpiDef, { world }: KpiStage): readonly KpiSlice[] {
  return def.by.flatMap((located) => {
    const scope: Scope = { world, position: { kind: 'condition' }, at: placeIn(located), report: () => undefined };
    const found = resolveMember(nameExprOf(located), scope);
    return found === null ? [] : [{ name: located.text, member: found.member }];
  });
}

/** The metric that a KPI is about, narrowed or not: it is shown as the metric is. */
function metricOf(formula: Typed, metrics: ReadonlyMap<string, Metric>): Metric | null {
  if (formula.kind === 'filtered') return metricOf(formula.of, metrics);
  return formula.kind === 'metric' ? (metrics.get(formula.metric) ?? null) : null;
}

function measure(def: KpiDef, metrics: ReadonlyMap<string, Metric>, { reader, world, report }: KpiStage): Typed | null {
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
  const type: Type = metric.type;
  return { kind: 'metric', metric: metric.name, type, range: { start: 0, end: def.metric.text.length } };
}

function readCondition(node: ScalarNode, { reader, world, report }: KpiStage): Typed | null {
  const condition = reader.type(node, { kind: 'condition' }, world);
  if (isUnknown(condition)) return null;
  const scope: Scope = { world, position: { kind: 'condition' }, at: inScalar(node), report };
  return isCondition(condition, scope) ? condition : null;
}

function inScalar(node: ScalarNode): (range: Range) => Span {
  return (range) => spanInScalar(node, range.start, range.end);
}
