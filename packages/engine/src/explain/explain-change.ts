// Why a number changed: the same formula on two sides, taken apart by its operands and by the groups of dimensions.
import type { Diagnostic, Graph, WindowTyped } from '@sextant/parser';
import { parseDate } from '../calendar/time-text.js';
import type { AskedKey, CheckedQuestion } from '../question/question.js';
import { divide, subtract } from '../value/rational.js';
import { noValue, type Value } from '../value/value.js';
import { inContext } from './around.js';
import type { Asker } from './asker.js';
import type { Change, LeftDimension, SegmentEffects, SideReading } from './change.js';
import type { CheckedRequest, Versus } from './check-request.js';
import { dimensionsOf, MOST_DIMENSIONS } from './dimensions.js';
import { operandEffects } from './effects.js';
import { exactFigure, figureOf } from './figures.js';
import { askedPeriod, bucketHolding, type NamedRange } from './period.js';
import type { PlannedNode } from './planned.js';
import type { ValueOf } from './read-tree.js';
import { segmentsBy, type SegmentsAsked, type Side, type Sides } from './segments.js';
import { makeWindows } from './windows.js';

export interface ChangeAsked {
  readonly graph: Graph;
  readonly checked: CheckedRequest;
  /** With its metrics: everything that the tree needs. */
  readonly question: CheckedQuestion;
  readonly at: NamedRange;
  readonly root: PlannedNode;
  readonly after: ValueOf;
  readonly asker: Asker;
}

export interface ChangeFound {
  readonly change: Change | null;
  readonly diagnostics: readonly Diagnostic[];
  /** A question that had to be answered was not. */
  readonly failed: boolean;
}

export async function explainChange(asked: ChangeAsked): Promise<ChangeFound> {
  const { checked, question, root, asker } = asked;
  const { versus } = checked;
  if (versus === null) return { change: null, diagnostics: [], failed: false };
  const sides = sidesOf(versus, question);
  const metrics = question.metrics.map((metric) => ({ ...metric, formula: sides.before.formula(metric.formula) }));
  const answered = await asker.ask({ ...sides.before.question, metrics });
  if (answered.value === null) return { change: null, diagnostics: answered.diagnostics, failed: true };
  const values = answered.value.rows[0]?.values ?? [];
  const before: ValueOf = (ask) => values[ask] ?? noValue('no_value');
  const [old, now] = [before(root.ask), asked.after(root.ask)];
  const reading: Pick<Change, 'against' | 'before' | 'after'> = {
    against: versus.kind,
    before: { period: await beforePeriod(versus, asked), value: figureOf(old, root) },
    after: { period: askedPeriod(asked.at, question.asOfDay), value: figureOf(now, root) },
  };
  const diagnostics = [...answered.value.diagnostics, ...answered.diagnostics];
  if (old.kind !== 'number' || now.kind !== 'number')
    return { change: { ...reading, ...nothing(old, now) }, diagnostics, failed: false };
  const approximate = old.approximate || now.approximate;
  const change = subtract(now.value, old.value);
  const relative = divide(change, old.value);
  const found = await bySegments(
    {
      graph: asked.graph,
      formula: checked.formula,
      sides,
      before: old.value,
      after: now.value,
      shown: root,
      asker,
      named: checked.by.length > 0,
    },
    checked,
  );
  return {
    change: {
      ...reading,
      change: exactFigure(change, approximate),
      relative: relative === null ? figureOf(noValue('division_by_zero')) : exactFigure(relative, approximate),
      operands: operandEffects(root, before, asked.after),
      segments: found.segments,
      left: found.left,
    },
    diagnostics: [...diagnostics, ...found.diagnostics],
    failed: false,
  };
}

/** No value on a side: nothing is taken apart. */
function nothing(old: Value, now: Value): Pick<Change, 'change' | 'relative' | 'operands' | 'segments' | 'left'> {
  const none = figureOf(old.kind === 'none' ? old : now.kind === 'none' ? now : noValue('no_value'));
  return { change: none, relative: none, operands: null, segments: [], left: [] };
}

function sidesOf(versus: Versus, question: CheckedQuestion): Sides {
  const plain: Side = { question: { ...question, metrics: [] }, formula: (formula) => formula };
  if (versus.kind === 'period') {
    const { fromDay, endDay } = versus.period;
    return { before: { ...plain, question: { ...plain.question, fromDay, endDay } }, after: plain };
  }
  return { before: { ...plain, formula: (formula) => inContext(formula, [priorOf(versus)]) }, after: plain };
}

/** Its `of` is put in by whoever asks. */
function priorOf({ span }: Versus & { readonly kind: 'prior' }): WindowTyped {
  const range = { start: 0, end: 0 };
  const type = { value: { kind: 'none' }, unit: [], level: 'aggregate', bare: false } as const;
  return {
    kind: 'window',
    op: { kind: 'prior', span, full: false },
    partial: false,
    of: { kind: 'null', type, range },
    type,
    range,
  };
}

async function beforePeriod(versus: Versus, { graph, question, asker }: ChangeAsked): Promise<SideReading['period']> {
  if (versus.kind === 'period') return askedPeriod(versus.period, question.asOfDay);
  const prior = priorOf(versus);
  const facts = await asker.facts({
    ...question,
    metrics: question.metrics.map((one) => ({ ...one, formula: inContext(one.formula, [prior]) })),
  });
  const { first, last } = makeWindows(graph, question, facts).days([prior]);
  const day = first === null ? null : parseDate(first);
  const bucket = day === null ? null : bucketHolding(graph, versus.span.level, day, facts);
  const named = bucket === null ? null : askedPeriod(bucket, question.asOfDay);
  // The first half of a month has no name of its own.
  const label = named !== null && named.first === first && named.last === last ? named.label : null;
  return { label, first, last, complete: true };
}

async function bySegments(
  asked: SegmentsAsked,
  { by, kpi }: CheckedRequest,
): Promise<{
  readonly segments: readonly SegmentEffects[];
  readonly left: readonly LeftDimension[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const segments: SegmentEffects[] = [];
  const left: LeftDimension[] = [];
  const diagnostics: Diagnostic[] = [];
  const slices = kpi?.slices.map(({ name, member }) => sliceKey(asked.graph, name, member)) ?? [];
  const keys = by.length > 0 ? by : slices.length > 0 ? slices : dimensionsOf(asked.graph, asked.formula);
  for (const key of keys) {
    if (by.length === 0 && segments.length >= MOST_DIMENSIONS) break;
    const { value, diagnostics: said } = await segmentsBy(key, asked);
    diagnostics.push(...said);
    if (value?.kind === 'segments') segments.push(value.segments);
    else if (value?.kind === 'left') left.push(value.left);
  }
  return { segments, left, diagnostics };
}

function sliceKey(graph: Graph, name: string, member: AskedKey['member']): AskedKey {
  const type =
    member.kind === 'dimension'
      ? graph.dimensions.get(member.dimension)?.type
      : graph.datasets.get(member.path.at(-1)?.to ?? member.dataset)?.fields.get(member.field)?.type;
  return { name, member, type: type ?? { value: { kind: 'text' }, unit: [], level: 'row', bare: false } };
}
