// `target(kpi)`: the target of the period that is the window.
import {
  isAdditive,
  readFormula,
  readLevelIn,
  readMember,
  type CalendarLevel,
  type Kpi,
  type Member,
  type ScalarNode,
  type TargetDef,
  type TargetTyped,
  type TargetPeriodDef,
  type Typed,
} from '@sextant/parser';
import { sameWindow } from '../calendar/window.js';
import { aggregateFunctions } from '../value/aggregates/aggregate-functions.js';
import { textOf } from '../value/functions/cast.js';
import { ZERO } from '../value/rational.js';
import { noValue, type Value } from '../value/value.js';
import { entireFrame, sameMember, type Context } from './context.js';
import type { Evaluator } from './evaluator.js';
import { bucketWindow } from './frames.js';
import type { LevelBucket } from '../levels/levels.js';
import type { World } from './world.js';

/** No value (`no_target`) unless the window is a period of the KPI's `every` for which a target is declared. */
export function targetValue(typed: TargetTyped, context: Context, evaluator: Evaluator): Value {
  const kpi = evaluator.world.graph.kpis.get(typed.kpi);
  const period = kpi === undefined ? null : periodOf(kpi, context, evaluator.world);
  if (kpi === undefined || period === null) return noValue('no_target');
  const limit = kpi.def.atMost ?? kpi.def.atLeast;
  const target: TargetDef | null = kpi.def.target ?? (limit === null ? null : { kind: 'formula', formula: limit });
  switch (target?.kind) {
    case undefined:
      return noValue('no_target');
    case 'formula':
      return targetFormula(target.formula, context, evaluator);
    case 'periods': {
      const declared = target.periods.find((one) => one.period.text === period.label);
      return declared === undefined ? noValue('no_target') : ofPeriod(declared, kpi, context, evaluator);
    }
    case 'dataset':
      return ofDataset(target, kpi, period, context, evaluator);
  }
}

function periodOf(kpi: Kpi, { time }: Context, world: World): LevelBucket | null {
  const level = kpi.def.every === null ? null : levelNamed(kpi.def.every.text, world);
  if (level === null || time.nominal.start === null) return null;
  const bucket = world.levels.holding(level, time.nominal.start.instant);
  return bucket !== null && sameWindow(bucketWindow(bucket), time.nominal) ? bucket : null;
}

function levelNamed(text: string, world: World): CalendarLevel | null {
  return readLevelIn(world.graph, { path: 'every', text }).value;
}

/** The target is that of the whole period, so `prior` inside compares with whole periods: nothing is clipped. */
function targetFormula(node: ScalarNode, context: Context, evaluator: Evaluator): Value {
  const formula = evaluator.world.once(
    node,
    'target',
    (): Typed | null => readFormula(evaluator.world.graph, { path: 'target', text: node.text }, 'metric').value,
  );
  if (formula === null) return noValue('no_target');
  return evaluator.value(formula, { ...context, time: entireFrame(context.time) });
}

/** One value for the period, or values by group: of the context's group, else of all of them together. */
function ofPeriod(declared: TargetPeriodDef, kpi: Kpi, context: Context, evaluator: Evaluator): Value {
  if (declared.value !== null) return targetFormula(declared.value, context, evaluator);
  const groups = groupTexts(kpi, context, evaluator.world);
  const own = groups.length === 1 ? groups[0] : null;
  const wanted =
    own === undefined || own === null ? declared.groups : declared.groups.filter((one) => one.group.text === own.text);
  return together(
    wanted.map((one) => targetFormula(one.value, context, evaluator)),
    kpi,
    evaluator.world,
  );
}

/** The rows of a dataset of targets that name the period, and the group where the context has one. */
function ofDataset(
  target: Extract<TargetDef, { kind: 'dataset' }>,
  kpi: Kpi,
  period: LevelBucket,
  context: Context,
  { world }: Evaluator,
): Value {
  const { reader } = world;
  const dataset = target.dataset.text;
  const [periodField, valueField] = [target.period?.text ?? 'period', target.value?.text ?? 'value'];
  const groups = groupTexts(kpi, context, world);
  const rows = reader.rows(dataset).filter((row) => {
    const text = shown(reader.field(dataset, periodField, row));
    const isOfGroup = groups.every(({ member, text }) => {
      const { field } = world.bind(member, dataset);
      return shown(reader.value(field, { dataset, row })) === text;
    });
    return text === period.label && isOfGroup;
  });
  return together(
    rows.map((row) => reader.field(dataset, valueField, row)),
    kpi,
    world,
  );
}

/** Targets of several groups add up where the KPI does. */
function together(values: readonly Value[], kpi: Kpi, world: World): Value {
  const [first] = values;
  if (first === undefined) return noValue('no_target');
  if (values.length === 1) return first;
  const adds = kpi.formula !== null && isAdditive(kpi.formula, { metric: (name) => metricFacts(name, world) });
  return adds ? aggregateFunctions.sum(values, ZERO) : noValue('no_target');
}

function metricFacts(name: string, world: World): ReturnType<Parameters<typeof isAdditive>[1]['metric']> {
  return world.graph.metrics.get(name) ?? null;
}

/** The context's groups that the KPI has targets by. */
function groupTexts(
  kpi: Kpi,
  context: Context,
  world: World,
): readonly { readonly member: Member; readonly text: string | null }[] {
  return kpi.def.by.flatMap(({ text }) => {
    const member = readMember(world.graph, { path: 'by', text }).value?.member;
    const group = context.groups.find((one) => member !== undefined && sameMember(one.member, member));
    return group === undefined || group.value === null ? [] : [{ member: group.member, text: shown(group.value) }];
  });
}

function shown(value: Value): string | null {
  return value.kind === 'none' ? null : textOf(value);
}
