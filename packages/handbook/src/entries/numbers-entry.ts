// A metric's months, and its last whole month taken apart, in the words of the page.
import { operandSign, reasonWords, withFormula, type ExplainNode, type MetricFigures } from '@sextant/engine';
import { unitInWords, type Metric } from '@sextant/parser';
import type { MetricNumbers, Worked, WorkedNode } from '../model/handbook.js';
import type { Subject } from './part.js';

/** Deeper than this a tree is for `kpi explain`. */
const DEPTH = 3;

export function numbersEntry(figures: MetricFigures, metric: Metric, { names }: Subject): MetricNumbers {
  const { column, months, none, explanation } = figures;
  return {
    style: {
      percent: metric.percent,
      decimals: metric.decimals,
      unit: column === null || column.unit === '' ? '' : unitInWords(metric.type.unit),
    },
    months: sinceTheFirst(months).map(({ label, cell }) => ({
      label,
      complete: cell.complete,
      value: cell.value,
      reason: cell.reason === null ? null : reasonWords(cell.reason),
      approximate: cell.approximate,
    })),
    none,
    worked: explanation === null ? null : workedOf(explanation, names),
  };
}

/** Months before the first one with a value say nothing. */
function sinceTheFirst(months: MetricFigures['months']): MetricFigures['months'] {
  const first = months.findIndex(({ cell }) => cell.value !== null);
  return first <= 0 ? months : months.slice(first);
}

function workedOf(explanation: NonNullable<MetricFigures['explanation']>, names: Subject['names']): Worked {
  return { period: explanation.at.label ?? '', root: nodeOf(explanation.tree, names, 0, true) };
}

function nodeOf(node: ExplainNode, names: Subject['names'], depth: number, first: boolean): WorkedNode {
  const last = withFormula(node).at(-1) ?? node;
  return {
    sign: operandSign(node.role, first),
    metric: node.kind === 'metric' ? names.link('metric', node.metric) : null,
    label: node.label,
    value: node.value,
    reason: node.reason === null ? null : reasonWords(node.reason),
    style: { percent: node.percent, decimals: node.decimals, unit: node.unit },
    facts: last.kind === 'aggregate' ? rowsFacts(last) : [],
    children: depth === DEPTH ? [] : last.children.map((child, i) => nodeOf(child, names, depth + 1, i === 0)),
  };
}

function rowsFacts(node: ExplainNode & { readonly kind: 'aggregate' }): readonly string[] {
  const { matching, inTime } = node.rows;
  if (matching === null) return [];
  const of = inTime === null || inTime === matching ? '' : ` of ${inTime}`;
  return [`${node.dataset}: ${matching}${of} ${matching === '1' && of === '' ? 'row' : 'rows'}`];
}
