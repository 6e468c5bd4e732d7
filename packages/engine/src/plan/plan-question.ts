// A checked question to its plan.
import { datasetsIn, walkTyped, type CalendarLevel, type Graph, type Member, type Typed } from '@sextant/parser';
import { calendarOf } from '../question/check-question.js';
import { overlaps } from '../question/overlaps.js';
import type { CheckedQuestion } from '../question/question.js';
import { endOfDay, intersect, pointOfDay, type Point, type Window } from '../calendar/window.js';
import { derived, type Context, type Lowering } from './context.js';
import { makeLevels, type Levels } from '../levels/levels.js';
import { isKnownLevel, type DataFacts } from './facts.js';
import { entireFrame, frameOf } from './frame.js';
import { levelsOf, lower } from './lower.js';
import type { AxisTime, Plan } from './plan.js';
import { ScanBuilder } from './scan-builder.js';
import { WindowMemo } from './window-memo.js';

export type Planning =
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** What a plan cannot express; the reference evaluator answers instead. */
  | { readonly kind: 'beyond'; readonly what: readonly string[] }
  /** Conditions of the question that `unfiltered` cannot take apart. */
  | { readonly kind: 'mixed'; readonly conditions: readonly Typed[] };

export interface FactsNeeded {
  /** Datasets of windows that move, and all of them where an open range has buckets. */
  readonly history: readonly string[];
  /** Snapshots that `opening` or `closing` reads. */
  readonly snapshots: readonly string[];
  /** Calendar datasets whose levels are named. */
  readonly calendars: readonly string[];
  /** Datasets by whose keys is grouped. */
  readonly keyed: readonly string[];
}

export function factsNeeded(graph: Graph, question: CheckedQuestion): FactsNeeded {
  const formulas = [
    ...question.metrics.map((metric) => metric.formula),
    ...(question.having === null ? [] : [question.having]),
  ];
  const open = question.grain !== null && question.fromDay === null;
  const kinds = new Set<Typed['kind']>();
  const calendars = new Set<string>();
  const grouped: Member[] = question.by.map((key) => key.member);
  const visit = (node: Typed): void => {
    kinds.add(node.kind);
    if (node.kind === 'per') for (const key of node.keys) if (key.kind === 'member') grouped.push(key.member);
    for (const level of levelsIn(node)) if (typeof level !== 'string') calendars.add(level.dataset);
  };
  const seen = new Set<string>();
  for (const formula of formulas) walkThroughMetrics(graph, formula, seen, visit);
  if (question.grain !== null && typeof question.grain !== 'string') calendars.add(question.grain.dataset);
  const moved = kinds.has('window') || kinds.has('per');
  const keyed = keyedDatasets(graph, grouped);
  if (!open && !moved && !kinds.has('state'))
    return { history: [], snapshots: [], calendars: [...calendars].sort(), keyed };
  const datasets = [...new Set(formulas.flatMap((formula) => datasetsIn(graph, formula)))].sort();
  return {
    history: open || moved ? datasets : [],
    calendars: [...calendars].sort(),
    keyed,
    snapshots: kinds.has('state') ? datasets.filter((name) => graph.datasets.get(name)?.time.kind === 'snapshot') : [],
  };
}

function keyedDatasets(graph: Graph, members: readonly Member[]): readonly string[] {
  const fields = members.flatMap((member): readonly { readonly dataset: string; readonly field: string }[] =>
    member.kind === 'field' ? [member] : (graph.dimensions.get(member.dimension)?.fields ?? []),
  );
  const keyed = fields.filter(({ dataset, field }) => graph.datasets.get(dataset)?.key.join() === field);
  return [...new Set(keyed.map((field) => field.dataset))].sort();
}

/** Visits the nodes of a formula, itself and through metrics, each metric once. */
function walkThroughMetrics(graph: Graph, typed: Typed, seen: Set<string>, visit: (node: Typed) => void): void {
  walkTyped(typed, (node) => {
    visit(node);
    if (node.kind !== 'metric' || seen.has(node.metric)) return;
    seen.add(node.metric);
    const metric = graph.metrics.get(node.metric);
    if (metric !== undefined) walkThroughMetrics(graph, metric.formula, seen, visit);
  });
}

function levelsIn(node: Typed): readonly CalendarLevel[] {
  if (node.kind === 'per') return node.keys.flatMap((key) => (key.kind === 'level' ? [key.level] : []));
  return node.kind === 'window' ? levelsOf(node.op) : [];
}

export function planQuestion(graph: Graph, question: CheckedQuestion, facts: DataFacts): Planning {
  const settings = calendarOf(graph);
  const { timezone } = settings;
  const asOf = endOfDay(question.asOfDay, timezone);
  const range: Window = {
    start: question.fromDay === null ? null : pointOfDay(question.fromDay, timezone),
    end: question.endDay === null ? asOf : pointOfDay(question.endDay, timezone),
  };
  const levels = makeLevels(
    settings,
    (name) => graph.datasets.get(name),
    (name) => facts.calendars.get(name) ?? [],
  );
  const times = axisTimes(question, range, asOf, facts, levels);
  if (times === null) return { kind: 'beyond', what: ['buckets of a calendar dataset'] };
  const lowering: Lowering = {
    graph,
    settings,
    levels,
    asOf,
    parameters: question.parameters,
    facts,
    scans: new ScanBuilder(asOf),
    windows: new WindowMemo(),
    range: [frameOf(range, asOf)],
    beyond: new Set(),
    mixed: new Set(),
  };
  const context: Context = {
    asked: question.where,
    filters: [],
    frame: times.map((time) => frameOf(time.window, asOf)),
    state: null,
    keys: question.by.map((key, at) => ({ member: key.member, at })),
    width: question.by.length,
    timesOfOuter: [],
    lowered: new Map(),
    inner: new Map(),
  };
  const entire = derived(context, { frame: context.frame.map(entireFrame) });
  const outputs = question.metrics.map((metric) =>
    lower(metric.formula, metric.entire === true ? entire : context, lowering),
  );
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
      overlapping: overlaps(graph, question),
    },
  };
}

function axisTimes(
  question: CheckedQuestion,
  range: Window,
  asOf: Point,
  facts: DataFacts,
  levels: Levels,
): readonly AxisTime[] | null {
  if (question.grain === null) {
    const complete = range.end !== null && range.end.instant <= asOf.instant;
    return [
      { bucket: null, window: range, complete, notDue: range.start !== null && range.start.instant >= asOf.instant },
    ];
  }
  if (!isKnownLevel(question.grain, facts)) return null;
  let { start } = range;
  if (start === null) {
    for (const first of facts.history.values())
      if (first !== null && (start === null || first.instant < start.instant)) start = first;
    if (start === null) return [];
  }
  const buckets = levels.between(question.grain, { start, end: range.end }) ?? [];
  return buckets.map((bucket) => {
    const window = intersect(bucket, range);
    const cut = window.start?.instant !== bucket.start.instant || window.end?.instant !== bucket.end.instant;
    return {
      bucket,
      window,
      complete: !cut && bucket.end.instant <= asOf.instant,
      notDue: bucket.start.instant >= asOf.instant,
    };
  });
}
