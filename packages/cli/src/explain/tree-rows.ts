// The tree of an explanation as rows: a metric and the formula that it is take one row, what is known of its rows stands below.
import type { ExplainNode, OperandRole, Place } from '../engine-port.js';
import { visibleLine } from '../reporters/visible-text.js';
import { daysWords, rowsWords } from './period-words.js';
import { noValueWords, valueText } from './value-text.js';

export interface TreeRow {
  readonly depth: number;
  /** For each level above whether more siblings follow, the row's own last. */
  readonly follows: readonly boolean[];
  readonly value: string;
  readonly unit: string;
  /** `÷`, `all groups together:`; empty for most. */
  readonly sign: string;
  /** Of a metric; empty for a part of a formula. */
  readonly name: string;
  readonly formula: string;
  readonly place: Place | null;
  readonly details: readonly string[];
  readonly hasChildren: boolean;
}

export function treeRows(tree: ExplainNode): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const visit = (node: ExplainNode, follows: readonly boolean[], first: boolean): void => {
    const chain = chainFrom(node);
    const last = chain.at(-1) ?? node;
    const { children } = last;
    rows.push({
      depth: follows.length,
      follows,
      value: valueText(node),
      unit: node.percent || node.value === null ? '' : node.unit,
      sign: signOf(node.role, first),
      name: node.kind === 'metric' ? visibleLine(node.metric) : '',
      formula: visibleLine(node.label),
      place: node.place,
      details: chain.flatMap(detailsOf),
      hasChildren: children.length > 0,
    });
    children.forEach((child, i) => visit(child, [...follows, i < children.length - 1], i === 0));
  };
  visit(tree, [], true);
  return rows;
}

/** A metric with its formula, unless that is another metric. */
function chainFrom(node: ExplainNode): readonly ExplainNode[] {
  const [only] = node.children;
  return node.kind === 'metric' && only !== undefined && only.kind !== 'metric' ? [node, only] : [node];
}

function signOf(role: OperandRole, first: boolean): string {
  switch (role) {
    case 'minus':
      return '−';
    case 'over':
      return '÷';
    case 'plus':
      return first ? '' : '+';
    case 'times':
      return first ? '' : '×';
    case 'now':
      return 'now';
    case 'base':
      return 'before';
    case 'when':
    case 'then':
    case 'else':
      return role;
    case 'inside':
      return 'of all groups together';
    case 'of':
    case 'argument':
      return '';
  }
}

function detailsOf(node: ExplainNode): readonly string[] {
  const why = node.value === null ? [noValueWords(node.reason)] : [];
  return [...factsOf(node), ...(node.kind === 'metric' && node.children.length > 0 && !node.again ? [] : why)].map(
    (line) => visibleLine(line),
  );
}

function factsOf(node: ExplainNode): readonly string[] {
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
