// An explanation as rows of a tree: a metric and the formula that it is take one row, what is known of its data stands below.
import {
  buildReportModel,
  operandSign,
  reasonWords,
  type AggregateNode,
  type ExplainNode,
  type Explanation,
  type Scorecard,
} from '@sextant/engine/browser';
import { kpiInWords, metricInWords, wordsOf, type Diagnostic, type Graph, type Typed } from '@sextant/parser';
import type { ExplainRow, ExplainView, Finding } from '../state/views.js';
import { changeView } from './change-view.js';
import { daysWords, periodWords } from './period-words.js';
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
  const chain = chainFrom(node);
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

/** A metric with its formula, unless that is another metric. */
function chainFrom(node: ExplainNode): readonly ExplainNode[] {
  const [only] = node.children;
  return node.kind === 'metric' && only !== undefined && only.kind !== 'metric' ? [node, only] : [node];
}

function factsOf(node: ExplainNode): readonly string[] {
  switch (node.kind) {
    case 'metric':
      return [
        ...(node.emptyZero ? ['0 because nothing is there, and it says `empty: 0`'] : []),
        ...(node.again ? ['as above'] : []),
      ];
    case 'aggregate':
      return [rowsWords(node), ...(node.value === null && node.reason !== null ? [reasonWords(node.reason)] : [])];
    case 'context':
      switch (node.change.kind) {
        case 'window':
          return [`sees ${daysWords(node.change.first, node.change.last)}`];
        case 'where':
          return [];
        case 'across': {
          const { keys, all, time, unfiltered } = node.change;
          const what = [...(all ? ['all groups'] : keys), ...(time ? ['all of the question’s time'] : [])];
          return [`sees ${what.join(', ')} together${unfiltered ? ', also what the question leaves out' : ''}`];
        }
        case 'state':
          return [`the state at the ${node.change.op === 'opening' ? 'start' : 'end'} of the window`];
      }
    case 'per': {
      const groups = node.groups === null ? [] : [`${node.groups} groups of ${node.keys.join(', ')}`];
      return node.where === null || node.kept === null
        ? groups
        : [...groups, `${node.kept} of them where ${node.where}`];
    }
    case 'case':
      return node.taken === null ? ['no branch holds'] : [];
    case 'entity':
      return [`computed from the rows of ${node.datasets.join(' and ')}`];
    default:
      return [];
  }
}

/** Which rows a dataset gave, and how many of them entered. */
function rowsWords(node: AggregateNode): string {
  const { inTime, matching, entered, withoutValue } = node.rows;
  const parts = [`${node.dataset}: ${whenWords(node)}`];
  if (inTime !== null && entered !== null) {
    const of = inTime === entered ? '' : ` of ${inTime}`;
    parts.push(`${entered}${of} ${inTime === '1' ? 'row' : 'rows'} counted`);
  }
  if (withoutValue !== null && withoutValue !== '0') parts.push(`${withoutValue} of ${matching ?? ''} without a value`);
  if (node.dated !== null) parts.push(`dated ${node.dated}`);
  if (node.filters.length > 0) parts.push(`only where ${node.filters.join(' and ')}`);
  return parts.join(', ');
}

function whenWords({ rowsIn }: AggregateNode): string {
  switch (rowsIn.kind) {
    case 'all_times':
      return 'all rows, true at all times';
    case 'window':
      return daysWords(rowsIn.first, rowsIn.last);
    case 'snapshot':
      if (rowsIn.each !== null) return `the last snapshot of each ${rowsIn.each}`;
      return rowsIn.taken === null ? 'a snapshot' : `the snapshot of ${rowsIn.taken}`;
    case 'valid':
      return rowsIn.at === null ? 'rows valid at that moment' : `rows valid at the end of ${rowsIn.at}`;
  }
}
