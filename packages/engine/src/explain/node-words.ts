// What is known of a node beside its number, in words: its rows, its window, its groups.
import type { AggregateNode, ExplainNode } from './explanation.js';
import { daysWords } from './period-words.js';

/** A metric with the formula that it is, unless that is another metric: they take one line. */
export function withFormula(node: ExplainNode): readonly ExplainNode[] {
  const [only] = node.children;
  return node.kind === 'metric' && only !== undefined && only.kind !== 'metric' ? [node, only] : [node];
}

/** A line each; why there is no value is not among them. */
export function nodeWords(node: ExplainNode): readonly string[] {
  switch (node.kind) {
    case 'metric':
      return [
        ...(node.emptyZero ? ['0 because nothing is there, and it says `empty: 0`'] : []),
        ...(node.again ? ['as above'] : []),
      ];
    case 'aggregate':
      return [rowsWords(node)];
    case 'context':
      switch (node.change.kind) {
        case 'window':
          return [`sees ${daysWords(node.change.first, node.change.last)}`];
        case 'where':
          // The label says it, and so do the rows below.
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
