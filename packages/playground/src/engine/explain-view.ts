// An explanation as rows of a tree: a metric and the formula that it is take one row, what is known of its data stands below.
import {
  buildReportModel,
  nodeWords,
  operandSign,
  periodWords,
  reasonWords,
  withFormula,
  type ExplainNode,
  type Explanation,
  type Scorecard,
} from '@sextant/engine/browser';
import { kpiInWords, metricInWords, wordsOf, type Diagnostic, type Graph, type Typed } from '@sextant/parser';
import type { ExplainRow, ExplainView, Finding } from '../state/views.js';
import { changeView } from './change-view.js';
import { isNumberType, shown } from './shown.js';

export function explainView(
  graph: Graph,
  explanation: Explanation,
  formula: Typed,
  said: readonly Diagnostic[],
  findings: (diagnostics: readonly Diagnostic[]) => readonly Finding[],
): ExplainView {
  const { subject, at, asOf, where, tree, standing, change } = explanation;
  return {
    title: subject.title ?? subject.name,
    name: subject.name,
    kind: subject.kind,
    period: periodWords(at),
    asOf,
    where,
    value: shownNode(tree),
    words: wordsFor(graph, subject.kind, subject.name, formula),
    standing: standing === null ? null : { status: standing.status, because: becauseOf(graph, asOf, standing) },
    tree: rowOf(tree, '0', true),
    change: change === null ? null : changeView(change, subject),
    notes: findings(said),
  };
}

/** The report finds the sentences; here they are all that is wanted of it. */
function becauseOf(graph: Graph, asOf: string, reading: Scorecard['kpis'][number]): readonly string[] {
  const card: Scorecard = {
    project: graph.project.name,
    asOf,
    kpis: [reading],
    goals: [],
    incentives: [],
    diagnostics: [],
  };
  return buildReportModel(graph, card).kpis[0]?.because ?? [];
}

function wordsFor(graph: Graph, kind: string, name: string, formula: Typed): readonly string[] {
  if (kind === 'kpi') {
    const kpi = graph.kpis.get(name);
    if (kpi === undefined) return [];
    return Object.values(kpiInWords(graph, kpi)).flat();
  }
  if (kind === 'metric') {
    const metric = graph.metrics.get(name);
    return metric === undefined ? [] : metricInWords(graph, metric);
  }
  return [wordsOf(graph, formula)];
}

function rowOf(node: ExplainNode, id: string, first: boolean): ExplainRow {
  const chain = withFormula(node);
  const last = chain.at(-1) ?? node;
  return {
    id,
    sign: operandSign(node.role, first),
    metric: node.kind === 'metric' ? node.metric : '',
    title: node.kind === 'metric' ? (node.title ?? '') : '',
    formula: node.label,
    shown: shownNode(node),
    place: node.place,
    details: chain.flatMap(factsOf),
    children: last.children.map((child, i) => rowOf(child, `${id}.${i}`, i === 0)),
  };
}

function shownNode(node: ExplainNode) {
  const { percent, decimals, unit, type } = node;
  return shown(node, { percent, decimals, unit }, isNumberType(type));
}

function factsOf(node: ExplainNode): readonly string[] {
  const why =
    node.kind === 'aggregate' && node.value === null && node.reason !== null ? [reasonWords(node.reason)] : [];
  return [...nodeWords(node), ...why];
}
