// The tree of an explanation as rows: a metric and the formula that it is take one row, what is known of its rows stands below.
import { nodeWords, operandSign, withFormula } from '@sextant/engine/words';
import type { ExplainNode, Place } from '../engine-port.js';
import { visibleLine } from '../reporters/visible-text.js';
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
    const chain = withFormula(node);
    const last = chain.at(-1) ?? node;
    const { children } = last;
    rows.push({
      depth: follows.length,
      follows,
      value: valueText(node),
      unit: node.percent || node.value === null ? '' : node.unit,
      sign: node.role === 'inside' ? 'of all groups together' : operandSign(node.role, first),
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

function detailsOf(node: ExplainNode): readonly string[] {
  const why = node.value === null ? [noValueWords(node.reason)] : [];
  return [...nodeWords(node), ...(node.kind === 'metric' && node.children.length > 0 && !node.again ? [] : why)].map(
    (line) => visibleLine(line),
  );
}
