// `target(kpi)`: the target of the periods that the window is made of, or its share of one.
import type { Kpi, PeriodTarget, TargetTyped, Typed } from '@sextant/parser';
import type { LevelBucket } from '../levels/levels.js';
import { aggregateFunctions } from '../value/aggregates/aggregate-functions.js';
import { textOf } from '../value/functions/cast.js';
import { parseCell } from '../value/parse-cell.js';
import { multiply, ZERO } from '../value/rational.js';
import { NULL, noValue, numberValue, type Value } from '../value/value.js';
import { entireFrame, grouped, sameMember, type Context } from './context.js';
import type { Evaluator } from './evaluator.js';
import { bucketWindow } from './frames.js';
import { targetOfRows, type GroupPart } from './target-rows.js';
import { targetShare } from './target-share.js';
import { targetWindow } from './target-window.js';
import type { World } from './world.js';

const NO_TARGET = noValue('no_target');

/**
 * The target of the period that is the window; of a part of a period its share, where the KPI says how it is spread; of several
 * periods their sum, where the KPI adds up over time. No value (`no_target`) in any other window, and where none is declared.
 */
export function targetValue(typed: TargetTyped, context: Context, evaluator: Evaluator): Value {
  const { world } = evaluator;
  const kpi = world.graph.kpis.get(typed.kpi);
  if (kpi === undefined || kpi.every === null || kpi.formula === null) return NO_TARGET;
  const { formula, every, spread } = kpi;
  const { nominal, reason } = context.time;
  if (reason === 'no_bucket') return noValue(reason);
  const place = targetWindow(every, nominal, world);
  if (place === null || (place.kind === 'inside' && spread === null)) return NO_TARGET;
  if (place.kind === 'inside') {
    const { period, window } = place;
    const whole = ofPeriod(kpi, period, context, evaluator);
    return product(whole, targetShare({ ...kpi, formula }, window, period, context, evaluator));
  }
  const values = place.periods.map((period) => ofPeriod(kpi, period, context, evaluator));
  const [first] = values;
  if (first === undefined || (values.length > 1 && !kpi.addsOverTime)) return NO_TARGET;
  return values.length === 1 ? first : together(values);
}

function product(a: Value, b: Value): Value {
  if (a.kind !== 'number') return a;
  if (b.kind !== 'number') return b;
  return numberValue(multiply(a.value, b.value), a.approximate || b.approximate);
}

/** One that is not known leaves the whole unknown. */
function together(values: readonly Value[]): Value {
  return values.find((value) => value.kind === 'none') ?? aggregateFunctions.sum(values, ZERO);
}

function ofPeriod(kpi: Kpi, period: LevelBucket, outer: Context, evaluator: Evaluator): Value {
  const context = { ...outer, time: { ...outer.time, nominal: bucketWindow(period) } };
  if (kpi.aim?.kind === 'limit') return inWholePeriod(kpi.aim.bound, context, evaluator);
  if (kpi.aim?.kind !== 'target') return NO_TARGET;
  const { target } = kpi.aim;
  switch (target.kind) {
    case 'formula':
      return inWholePeriod(target.formula, context, evaluator);
    case 'periods': {
      const declared = target.periods.get(period.label);
      return declared === undefined ? NO_TARGET : asDeclared(declared, kpi, context, evaluator);
    }
    case 'dataset':
      return targetOfRows(kpi, target, period, groupIn(kpi, context), evaluator.world).value;
  }
}

/** The target is that of the whole period, so `prior` inside compares with whole periods: nothing is clipped. */
function inWholePeriod(formula: Typed, context: Context, evaluator: Evaluator): Value {
  return evaluator.value(formula, { ...context, time: entireFrame(context.time) });
}

/** One value for the period, or values by group: of the context's group, else of all of them together, each in its own group. */
function asDeclared(declared: PeriodTarget, kpi: Kpi, context: Context, evaluator: Evaluator): Value {
  if (declared.kind === 'formula') return inWholePeriod(declared.formula, context, evaluator);
  const [own] = groupIn(kpi, context);
  if (own !== undefined) {
    const formula = own.value.kind === 'none' ? undefined : declared.groups.get(textOf(own.value));
    return formula === undefined ? NO_TARGET : inWholePeriod(formula, context, evaluator);
  }
  const [slice] = kpi.slices;
  const values = [...declared.groups].map(([text, formula]) => {
    if (slice === undefined) return inWholePeriod(formula, context, evaluator);
    const group = groupNamed(text, slice.member, evaluator.world);
    return inWholePeriod(formula, grouped(context, [slice.member], [group]), evaluator);
  });
  const [first] = values;
  if (first === undefined) return NO_TARGET;
  if (values.length === 1) return first;
  // Targets of several groups add up where the KPI does.
  return kpi.additive ? together(values) : NO_TARGET;
}

function groupNamed(text: string, member: GroupPart['member'], { graph }: World): Value {
  const type =
    member.kind === 'dimension'
      ? graph.dimensions.get(member.dimension)?.type
      : graph.datasets.get(member.dataset)?.fields.get(member.field)?.type;
  const value = type === undefined ? NULL : parseCell(text, type.value);
  return value.kind === 'problem' ? NULL : value;
}

/** The context's groups that the KPI has targets by. */
function groupIn(kpi: Kpi, context: Context): readonly GroupPart[] {
  return kpi.slices.flatMap(({ member }) => {
    const group = context.groups.find((one) => sameMember(one.member, member));
    return group === undefined || group.value === null ? [] : [{ member, value: group.value }];
  });
}
