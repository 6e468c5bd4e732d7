// A typed formula in a context to a cell expression over leaves: section 4, operator by operator.
import {
  datasetsIn,
  showMember,
  walkTyped,
  type AcrossTyped,
  type AggregateTyped,
  type CalendarLevel,
  type Member,
  type PerTyped,
  type Typed,
  type WindowLengthTyped,
  type WindowOp,
} from '@sextant/parser';
import { lastDayBefore, lengthInDays, lengthInHours, type Point } from '../calendar/window.js';
import { constantValue } from '../value/constant-value.js';
import { dateValue, noValue, NULL, numberValue, type Value } from '../value/value.js';
import { bindCondition, bindField, meaningKey, meaningKeys } from './bind.js';
import { derived, innerContext, type Context, type ContextKey, type Lowering } from './context.js';
import { moveFrame, splitFrame, type Frame } from './frame.js';
import { isKnownLevel } from './facts.js';
import { frameWindows, scanTimeOf, stateWindows, validityOf, validWindows, visibleOf } from './leaf-windows.js';
import type { CellExpr } from './plan.js';
import { shortKey } from './short-key.js';

const NOTHING: CellExpr = { kind: 'const', value: NULL };

export function lower(typed: Typed, context: Context, lowering: Lowering): CellExpr {
  switch (typed.kind) {
    case 'const':
      return { kind: 'const', value: constantValue(typed.value) };
    case 'null':
      return NOTHING;
    case 'parameter': {
      const value = lowering.parameters.get(typed.parameter);
      return { kind: 'const', value: value === undefined ? NULL : constantValue(value) };
    }
    case 'call':
      if (typed.fn === 'as_of') return { kind: 'const', value: dateValue(lastDayBefore(lowering.asOf)) };
      // A bucket of a calendar dataset that holds a single date is looked up in its rows.
      if (typeof typed.level === 'object' || typeof typed.span?.level === 'object') {
        return beyond('a date in a calendar dataset', lowering);
      }
      return {
        kind: 'call',
        fn: typed.fn,
        args: typed.args.map((arg) => lower(arg, context, lowering)),
        typed,
        ...(typed.level === undefined ? {} : { level: typed.level }),
        ...(typed.span === undefined ? {} : { span: typed.span }),
      };
    case 'case':
      return {
        kind: 'case',
        branches: typed.branches.map((branch) => ({
          when: lower(branch.when, context, lowering),
          then: lower(branch.then, context, lowering),
        })),
        otherwise: typed.otherwise === null ? null : lower(typed.otherwise, context, lowering),
      };
    case 'metric':
      return lowerMetric(typed.metric, context, lowering);
    case 'aggregate':
      return lowerAggregate(typed, context, lowering);
    case 'filtered':
      return lower(typed.of, derived(context, { filters: [...context.filters, typed.condition] }), lowering);
    case 'across':
      return lowerAcross(typed, context, lowering);
    case 'window': {
      const moved = innerContext(context, meaningKey([typed.op, typed.partial]), () => {
        if (!levelsOf(typed.op).every((level) => isKnownLevel(level, lowering.facts))) return null;
        return derived(context, { frame: moveFrame(context.frame, typed.op, typed.partial, lowering.levels) });
      });
      return moved === null
        ? beyond('a calendar dataset that changes with as_of', lowering)
        : lower(typed.of, moved, lowering);
    }
    case 'per':
      return lowerPer(typed, context, lowering);
    case 'window_length':
      return { kind: 'by_time', values: context.frame.map((time) => lengthOf(time.clipped, time.reason, typed.level)) };
    case 'member': {
      const key = context.keys.find((one) => showMember(one.member) === showMember(typed.member));
      return key === undefined ? NOTHING : { kind: 'key', index: key.at };
    }
    case 'state':
      if (
        typed.each !== null ||
        datasetsIn(lowering.graph, typed.of).some((name) => {
          const dataset = lowering.graph.datasets.get(name);
          return dataset?.time.kind === 'interval' && validityOf(dataset, lowering.settings) === null;
        })
      ) {
        return beyond(`\`${typed.op}\` of intervals until the next one, or of each`, lowering);
      }
      return lower(typed.of, derived(context, { state: typed.op }), lowering);
    case 'conversion':
    case 'retention':
    case 'top_share':
    case 'target':
    case 'convert':
      return beyond(`\`${typed.kind}\``, lowering);
    case 'field':
    case 'child':
    case 'unknown':
      throw new Error(`internal: ${typed.kind} outside a row`);
  }
}

function beyond(what: string, lowering: Lowering): CellExpr {
  lowering.beyond.add(what);
  return NOTHING;
}

function lengthOf(
  window: Frame[number]['clipped'],
  reason: Frame[number]['reason'],
  level: WindowLengthTyped['level'],
): Value {
  if (reason !== null) return noValue(reason);
  const length = level === 'day' ? lengthInDays(window) : lengthInHours(window);
  return length === null ? NULL : numberValue(length);
}

function lowerMetric(name: string, context: Context, lowering: Lowering): CellExpr {
  const known = context.lowered.get(name);
  if (known !== undefined) return known;
  const metric = lowering.graph.metrics.get(name);
  if (metric === undefined) throw new Error(`internal: no metric ${name}`);
  const of = lower(metric.formula, context, lowering);
  const cell: CellExpr = metric.emptyZero ? { kind: 'empty_zero', of } : of;
  context.lowered.set(name, cell);
  return cell;
}

function lowerAggregate(typed: AggregateTyped, context: Context, lowering: Lowering): CellExpr {
  const { graph } = lowering;
  const dataset = graph.datasets.get(typed.dataset);
  if (dataset === undefined) throw new Error(`internal: no dataset ${typed.dataset}`);
  const where = [
    ...(typed.where === null ? [] : conjuncts(typed.where)),
    ...[...context.asked, ...context.filters].flatMap((one) => conjuncts(bindCondition(graph, one, typed.dataset))),
  ];
  const keys = context.keys.map((key) =>
    shortKey(bindField(graph, key.member, typed.dataset).field, graph, lowering.facts),
  );
  const time = scanTimeOf(dataset, typed.dated, lowering.settings);
  const { frame } = context;
  const state = typed.dated === null ? context.state : null;
  const validity = state === null ? null : validityOf(dataset, lowering.settings);
  const { windows, of, reach } =
    state !== null && (dataset.time.kind === 'snapshot' || validity !== null)
      ? lowering.windows.get(frame, `${state} ${dataset.name}`, () =>
          validity === null
            ? stateWindows(frame, state, dataset, lowering)
            : validWindows(frame, state, dataset, lowering),
        )
      : lowering.windows.get(frame, `${time === null ? 'timeless' : 'timed'} ${dataset.name}`, () =>
          frameWindows(frame, dataset, time, lowering),
        );
  const placed = lowering.scans.place({
    dataset: typed.dataset,
    time,
    state: validity,
    visible: visibleOf(dataset, lowering),
    keys,
    fn: typed.fn,
    value: typed.value,
    fraction: typed.fraction,
    where,
    windows,
  });
  return {
    kind: 'leaf',
    scan: placed.scan,
    leaf: placed.leaf,
    windows: of.map((one) => (typeof one === 'number' ? (placed.windows[one] ?? 0) : one)),
    reach: reach.map((one) => (one === null ? null : (placed.windows[one] ?? 0))),
    keys: context.keys.map((key) => key.at),
  };
}

function conjuncts(typed: Typed): readonly Typed[] {
  return typed.kind === 'call' && typed.fn === 'and' ? typed.args.flatMap(conjuncts) : [typed];
}

function lowerAcross(typed: AcrossTyped, context: Context, lowering: Lowering): CellExpr {
  const names = new Set(typed.keys.map(showMember));
  const keys = typed.all ? [] : context.keys.filter((key) => !names.has(showMember(key.member)));
  const asked = typed.unfiltered ? context.asked.filter((one) => !mentionsOnly(one, names, lowering)) : context.asked;
  const range = lowering.range[0];
  const frame = typed.time && range !== undefined ? context.frame.map(() => range) : context.frame;
  return lower(typed.of, derived(context, { keys, asked, frame }), lowering);
}

/** True where a condition is about the named dimensions alone; what mixes them with others cannot be taken apart. */
function mentionsOnly(condition: Typed, names: ReadonlySet<string>, lowering: Lowering): boolean {
  const mentioned: string[] = [];
  walkTyped(condition, (node) => {
    if (node.kind === 'member') mentioned.push(showMember(node.member));
  });
  const inside = mentioned.filter((name) => names.has(name)).length;
  if (inside > 0 && inside < mentioned.length) lowering.mixed.add(condition);
  return inside > 0 && inside === mentioned.length;
}

function lowerPer(typed: PerTyped, context: Context, lowering: Lowering): CellExpr {
  const inside = [typed.of, typed.where].flatMap((part) => (part === null ? [] : datasetsIn(lowering.graph, part)));
  const plans = inside.length > 0 && inside.every((name) => lowering.graph.datasets.get(name)?.plan === true);
  const first = firstHistory(inside, lowering);
  const operator = meaningKeys(['per', ...typed.keys, plans, String(first?.instant ?? '')]);
  const inner = innerContext(context, operator, () => perContext(typed, context, { plans, first }, lowering));
  if (inner === null) return beyond('`per` over a calendar dataset or over two levels', lowering);
  return {
    kind: 'per',
    fn: typed.fn,
    fraction: typed.fraction,
    of: typed.of === null ? null : lower(typed.of, inner, lowering),
    where: typed.where === null ? null : lower(typed.where, inner, lowering),
    times: inner.timesOfOuter,
    blocked: context.frame.map((time) => (time.reason === 'not_due' && plans ? null : time.reason)),
    extraKeys: inner.width - context.width,
    byTime: typed.keys.some((key) => key.kind !== 'member'),
    skip: typed.skip,
  };
}

/** Null: it visits the buckets of two levels, or of a calendar dataset whose rows are not at hand. */
function perContext(
  typed: PerTyped,
  context: Context,
  inside: { readonly plans: boolean; readonly first: Point | null },
  lowering: Lowering,
): Context | null {
  const members: Member[] = [];
  let { frame } = context;
  let timesOfOuter: Context['timesOfOuter'] = frame.map((_, i) => [i, i + 1]);
  let byTime = false;
  for (const key of typed.keys) {
    if (key.kind === 'member') {
      members.push(key.member);
      continue;
    }
    if (byTime || !isKnownLevel(key.level, lowering.facts)) return null;
    ({ frame, times: timesOfOuter } = splitFrame(frame, key.level, inside.plans, inside.first, lowering.levels));
    byTime = true;
  }
  const extra: readonly ContextKey[] = members.map((member, i) => ({ member, at: context.width + i }));
  // A key that an outer group has already is one value in each cell; it stays a key of the inner cells all the same.
  return derived(context, {
    frame,
    timesOfOuter,
    keys: [...context.keys, ...extra],
    width: context.width + members.length,
  });
}

/** Where the history of several datasets begins; null where none has any. */
function firstHistory(datasets: readonly string[], lowering: Lowering): Point | null {
  let first: Point | null = null;
  for (const name of datasets) {
    const start = lowering.facts.history.get(name) ?? null;
    if (start !== null && (first === null || start.instant < first.instant)) first = start;
  }
  return first;
}

/** The levels that a window operator names. */
export function levelsOf(op: WindowOp): readonly CalendarLevel[] {
  switch (op.kind) {
    case 'prior':
    case 'rolling':
      return [op.span.level];
    case 'to_date':
    case 'whole':
      return [op.level];
    case 'cumulative':
      return [];
  }
}
