// The rows that a count or a sum is about: one dataset, and the conditions that they satisfy.
import type { Graph } from '../../graph/graph.js';
import { isZeroText, numberText } from '../../types/make-typed.js';
import type { FieldTyped, Typed } from '../../types/typed.js';

export interface CountedRows {
  readonly dataset: string;
  readonly conditions: readonly WrittenCondition[];
  /** Null: the dataset's default time. */
  readonly dated: FieldTyped | null;
}

export interface WrittenCondition {
  readonly condition: Typed;
  /** As it stands in the formula of its metric. */
  readonly text: string;
}

const COUNTING = new Set(['sum', 'count_rows', 'count', 'count_distinct']);

/** Null for what is no plain count or sum, itself or through metrics. `text` is the formula that `typed` stands in. */
export function countedRows(typed: Typed, text: string, graph: Graph): CountedRows | null {
  const conditions: WrittenCondition[] = [];
  const add = (condition: Typed): void => {
    if (condition.kind === 'call' && condition.fn === 'and') for (const part of condition.args) add(part);
    else {
      const { start, end } = condition.range;
      conditions.push({ condition, text: formula.slice(start, end).replace(/\s+/g, ' ') });
    }
  };
  let [node, formula] = [typed, text];
  for (;;) {
    switch (node.kind) {
      case 'metric': {
        const metric = graph.metrics.get(node.metric);
        if (metric === undefined) return null;
        [node, formula] = [metric.formula, metric.def.formula.text];
        break;
      }
      case 'filtered':
        add(node.condition);
        node = node.of;
        break;
      case 'call': {
        const [first, ...rest]: readonly Typed[] = node.args;
        if (node.fn !== 'coalesce' || first === undefined) return null;
        if (!rest.every((one) => isZeroText(numberText(one)))) return null;
        node = first;
        break;
      }
      case 'aggregate':
        if (!COUNTING.has(node.fn)) return null;
        if (node.where !== null) add(node.where);
        return { dataset: node.dataset, conditions, dated: node.dated };
      default:
        return null;
    }
  }
}
