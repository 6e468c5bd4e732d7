// A checked question to its plan.
import { datasetsIn, walkTyped, type Graph, type Typed } from '@sextant/parser';
import { bucketsBetween, isComplete, isDue } from '../calendar/buckets.js';
import { calendarOf } from '../question/check-question.js';
import type { CheckedQuestion } from '../question/question.js';
import { endOfDay, intersect, pointOfDay, type Point, type Window } from '../calendar/window.js';
import type { Context, Lowering } from './context.js';
import { frameOf, plainLevelOf } from './frame.js';
import { lower } from './lower.js';
import type { AxisTime, Plan } from './plan.js';
import { ScanBuilder } from './scan-builder.js';

/** What a plan needs to know of the data: where each dataset's history begins. */
export type History = ReadonlyMap<string, Point | null>;

export type Planning =
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** What a plan cannot express; the reference evaluator answers instead. */
  | { readonly kind: 'beyond'; readonly what: readonly string[] }
  /** Conditions of the question that `unfiltered` cannot take apart. */
  | { readonly kind: 'mixed'; readonly conditions: readonly Typed[] };

/** The datasets whose history the plan needs: those of windows that move, and all of them where an open range has buckets. */
export function historyNeeded(graph: Graph, question: CheckedQuestion): readonly string[] {
  const formulas = [
    ...question.metrics.map((metric) => metric.formula),
    ...(question.having === null ? [] : [question.having]),
  ];
  const open = question.grain !== null && question.fromDay === null;
  const moved = formulas.some((formula) => mentions(graph, formula, new Set()));
  if (!open && !moved) return [];
  return [...new Set(formulas.flatMap((formula) => datasetsIn(graph, formula)))].sort();
}

/** Whether a formula, itself or through metrics, moves windows or cuts an open one into buckets. */
function mentions(graph: Graph, typed: Typed, seen: Set<string>): boolean {
  let found = false;
  walkTyped(typed, (node) => {
    if (found) return;
    if (node.kind === 'window' || node.kind === 'per') found = true;
    if (node.kind !== 'metric' || seen.has(node.metric)) return;
    seen.add(node.metric);
    const metric = graph.metrics.get(node.metric);
    if (metric !== undefined) found = mentions(graph, metric.formula, seen);
  });
  return found;
}

export function planQuestion(graph: Graph, question: CheckedQuestion, history: History): Planning {
  const settings = calendarOf(graph);
  const { timezone } = settings;
  const asOf = endOfDay(question.asOfDay, timezone);
  const range: Window = {
    start: question.fromDay === null ? null : pointOfDay(question.fromDay, timezone),
    end: question.endDay === null ? asOf : pointOfDay(question.endDay, timezone),
  };
  const times = axisTimes(question, range, asOf, history, settings);
  if (times === null) return { kind: 'beyond', what: ['buckets of a calendar dataset'] };
  const lowering: Lowering = {
    graph,
    settings,
    asOf,
    parameters: question.parameters,
    history,
    scans: new ScanBuilder(asOf),
    range: [frameOf(range, asOf)],
    beyond: new Set(),
    mixed: new Set(),
    overlapping: { found: false },
  };
  const context: Context = {
    asked: question.where,
    filters: [],
    frame: times.map((time) => frameOf(time.window, asOf)),
    keys: question.by.map((key, at) => ({ member: key.member, at })),
    width: question.by.length,
    lowered: new Map(),
  };
  const outputs = question.metrics.map((metric) => lower(metric.formula, context, lowering));
  const having = question.having === null ? null : lower(question.having, context, lowering);
  if (lowering.mixed.size > 0) return { kind: 'mixed', conditions: [...lowering.mixed] };
  if (lowering.beyond.size > 0) return { kind: 'beyond', what: [...lowering.beyond].sort() };
  return {
    kind: 'plan',
    plan: {
      axes: { times, keys: question.by },
      scans: lowering.scans.finish(),
      outputs,
      having,
      overlapping: lowering.overlapping.found,
    },
  };
}

function axisTimes(
  question: CheckedQuestion,
  range: Window,
  asOf: Point,
  history: History,
  settings: ReturnType<typeof calendarOf>,
): readonly AxisTime[] | null {
  if (question.grain === null) {
    const complete = range.end !== null && range.end.instant <= asOf.instant;
    return [
      { bucket: null, window: range, complete, notDue: range.start !== null && range.start.instant >= asOf.instant },
    ];
  }
  const level = plainLevelOf(question.grain);
  if (level === null) return null;
  let { start } = range;
  if (start === null) {
    for (const first of history.values())
      if (first !== null && (start === null || first.instant < start.instant)) start = first;
    if (start === null) return [];
  }
  const buckets = bucketsBetween(level, { start, end: range.end }, settings) ?? [];
  return buckets.map((bucket) => {
    const window = intersect(bucket, range);
    const cut = window.start?.instant !== bucket.start.instant || window.end?.instant !== bucket.end.instant;
    return { bucket, window, complete: !cut && isComplete(bucket, asOf), notDue: !isDue(bucket, asOf) };
  });
}
