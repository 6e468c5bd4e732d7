// A checked request to an explanation: the tree behind the number, and why it changed.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import type { CheckedQuestion } from '../question/question.js';
import type { KpiReading } from '../status/scorecard.js';
import { noValue } from '../value/value.js';
import { makeAskList, type AskList } from './ask-list.js';
import type { Asker } from './asker.js';
import type { CheckedRequest } from './check-request.js';
import { explainChange } from './explain-change.js';
import type { Explanation, Subject } from './explanation.js';
import { askedPeriod, bucketHolding, type NamedRange } from './period.js';
import { makeTreePlanner, type Setting } from './plan-tree.js';
import type { PlannedNode } from './planned.js';
import { readTree, type ValueOf } from './read-tree.js';
import { oneLine, placesOf, sourceOf, type Places } from './source-text.js';
import { makeWindows } from './windows.js';

export interface PlannedExplanation {
  readonly root: PlannedNode;
  readonly asks: AskList;
  readonly subject: Subject;
}

/** What an explanation asks of a formula, whatever the window. */
export function planExplanation(graph: Graph, checked: CheckedRequest): PlannedExplanation {
  const asks = makeAskList();
  const places = placesOf(graph);
  const planner = makeTreePlanner(graph, asks, places);
  const { formula, kpi, request } = checked;
  const filters = request.where === undefined ? [] : [oneLine(request.where)];
  const setting = (source: Setting['source']): Setting => ({ source, around: [], filters });
  const def = kpi?.def ?? null;
  const measured =
    def === null
      ? { text: request.subject.kind === 'formula' ? request.subject.text : request.subject.name, node: null }
      : def.formula === null
        ? { text: def.metric?.text ?? '', node: null }
        : sourceOf(def.formula);
  // A filter at the root of a KPI's formula is its `where:`, or one that is written in the formula itself.
  const isWhere = def !== null && def.where !== null && formula.kind === 'filtered';
  // The first thing that is asked is the number itself.
  asks.ask(formula);
  const root =
    isWhere && def.where !== null
      ? planner.filtered(formula, setting(measured), sourceOf(def.where))
      : planner.plan(formula, setting(measured));
  return { root, asks, subject: subjectOf(graph, checked, root, places) };
}

function subjectOf(
  graph: Graph,
  { kpi, request: { subject } }: CheckedRequest,
  root: PlannedNode,
  places: Places,
): Subject {
  const shown = { type: root.type, unit: root.unit, percent: root.percent, decimals: root.decimals };
  if (kpi !== null) {
    const { name, title } = kpi.def;
    return { kind: 'kpi', name: kpi.name, title: title?.text ?? null, place: places.at(name.span), ...shown };
  }
  const metric = subject.kind === 'metric' ? graph.metrics.get(subject.name) : undefined;
  if (metric === undefined) {
    const name = subject.kind === 'formula' ? subject.text : subject.name;
    return { kind: 'formula', name, title: null, place: null, ...shown };
  }
  const { name, title } = metric.def;
  return { kind: 'metric', name: metric.name, title: title?.text ?? null, place: places.at(name.span), ...shown };
}

export async function explainChecked(
  graph: Graph,
  checked: CheckedRequest,
  asker: Asker,
  readingAt: (at: NamedRange) => Promise<KpiReading | null>,
): Promise<Outcome<Explanation | null>> {
  const { root, asks, subject } = planExplanation(graph, checked);
  const found = await windowOf(graph, checked, asker);
  const question: CheckedQuestion = { ...found.question, metrics: asks.metrics() };
  const { value: answer, diagnostics } = await asker.ask(question);
  if (answer === null) return { value: null, diagnostics };
  const values = answer.rows[0]?.values ?? [];
  const valueOf: ValueOf = (ask) => values[ask] ?? noValue('no_value');
  const facts = await asker.facts(question);
  const change = await explainChange({ graph, checked, question, at: found.at, root, after: valueOf, asker });
  if (change.failed) return { value: null, diagnostics: [...diagnostics, ...change.diagnostics] };
  return {
    value: {
      subject,
      asOf: found.asOf,
      at: askedPeriod(found.at, question.asOfDay),
      where: checked.request.where ?? null,
      tree: readTree(root, valueOf, makeWindows(graph, question, facts)),
      standing: await readingAt(found.at),
      change: change.change,
      diagnostics: distinct([...answer.diagnostics, ...change.diagnostics]),
    },
    diagnostics,
  };
}

/** A period of a calendar dataset is known only with its rows. */
async function windowOf(graph: Graph, { question, at, holding, request }: CheckedRequest, { facts }: Asker) {
  if (holding === null) return { question, at, asOf: request.asOf };
  const known = await facts({ ...question, grain: holding });
  const bucket = bucketHolding(graph, holding, question.asOfDay, known) ?? at;
  return { question: { ...question, fromDay: bucket.fromDay, endDay: bucket.endDay }, at: bucket, asOf: request.asOf };
}

function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((one) => {
    const key = JSON.stringify([one.code, one.message, one.span]);
    return seen.has(key) ? false : seen.add(key).size > 0;
  });
}
