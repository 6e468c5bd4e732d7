// `target(kpi)`: the target of the period that is the window.
import type { Kpi, PeriodTarget, TargetTyped, Typed } from '@sextant/parser';
import { sameWindow } from '../calendar/window.js';
import type { LevelBucket } from '../levels/levels.js';
import { aggregateFunctions } from '../value/aggregates/aggregate-functions.js';
import { textOf } from '../value/functions/cast.js';
import { parseCell } from '../value/parse-cell.js';
import { ZERO } from '../value/rational.js';
import { NULL, noValue, type Value } from '../value/value.js';
import { entireFrame, grouped, sameMember, type Context } from './context.js';
import type { Evaluator } from './evaluator.js';
import { bucketWindow } from './frames.js';
import { targetOfRows, type GroupPart } from './target-rows.js';
import type { World } from './world.js';

const NO_TARGET = noValue('no_target');

/** No value (`no_target`) unless the window is a period of the KPI's `every` for which a target is declared. */
export function targetValue(typed: TargetTyped, context: Context, evaluator: Evaluator): Value {
  const { world } = evaluator;
  const kpi = world.graph.kpis.get(typed.kpi);
  const period = kpi === undefined ? null : periodOf(kpi, context, world);
  if (kpi === undefined || kpi.aim === null || period === null) return NO_TARGET;
  if (kpi.aim.kind === 'limit') return inWholePeriod(kpi.aim.bound, context, evaluator);
  if (kpi.aim.kind !== 'target') return NO_TARGET;
  const { target } = kpi.aim;
  switch (target.kind) {
    case 'formula':
      return inWholePeriod(target.formula, context, evaluator);
    case 'periods': {
      const declared = target.periods.get(period.label);
      return declared === undefined ? NO_TARGET : ofPeriod(declared, kpi, context, evaluator);
    }
    case 'dataset':
      return targetOfRows(kpi, target, period, groupIn(kpi, context), world).value;
  }
}

function periodOf(kpi: Kpi, { time }: Context, world: World): LevelBucket | null {
  if (kpi.every === null || time.nominal.start === null) return null;
  const bucket = world.levels.holding(kpi.every, time.nominal.start.instant);
  return bucket !== null && sameWindow(bucketWindow(bucket), time.nominal) ? bucket : null;
}

/** The target is that of the whole period, so `prior` inside compares with whole periods: nothing is clipped. */
function inWholePeriod(formula: Typed, context: Context, evaluator: Evaluator): Value {
  return evaluator.value(formula, { ...context, time: entireFrame(context.time) });
}

/** One value for the period, or values by group: of the context's group, else of all of them together, each in its own group. */
function ofPeriod(declared: PeriodTarget, kpi: Kpi, context: Context, evaluator: Evaluator): Value {
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
  // Targets of several groups add up where the KPI does; one that is not known leaves the whole unknown.
  if (!kpi.additive) return NO_TARGET;
  return values.find((value) => value.kind === 'none') ?? aggregateFunctions.sum(values, ZERO);
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
