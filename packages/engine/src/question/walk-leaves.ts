// Every aggregate of a formula, through the metrics that it names, with what the operators around it make of its context.
import {
  showMember,
  typedChildren,
  type AggregateTyped,
  type ConversionTyped,
  type Graph,
  type RetentionTyped,
  type Typed,
} from '@sextant/parser';
import type { Range } from '@sextant/parser';

export type Leaf = AggregateTyped | ConversionTyped | RetentionTyped;

/** What is known of a context without any data. */
export interface LeafContext {
  /** The dimensions that `across` took away, by name; `all` stands for every one. */
  readonly dropped: ReadonlySet<string>;
  /** A window is put on the rows. */
  readonly windowed: boolean;
  /** In the formula that was asked: inside a metric, where that is named. */
  readonly range: Range;
}

/** `windowed` says the same of the question itself: by buckets or a range, and by its range alone (`across time`). */
export function walkLeaves(
  graph: Graph,
  formula: Typed,
  question: { readonly windowed: boolean; readonly ranged: boolean },
  visit: (leaf: Leaf, context: LeafContext) => void,
): void {
  const seen = new Set<string>();
  const walk = (node: Typed, context: Omit<LeafContext, 'range'>, range: Range | null): void => {
    const inside = (part: Typed, changes: Partial<LeafContext> = {}): void =>
      walk(part, { ...context, ...changes }, range);
    switch (node.kind) {
      case 'aggregate':
      case 'conversion':
      case 'retention':
        return visit(node, { ...context, range: range ?? node.range });
      case 'metric': {
        const key = JSON.stringify([node.metric, context.windowed, [...context.dropped].sort()]);
        const metric = graph.metrics.get(node.metric);
        if (metric === undefined || seen.has(key)) return;
        seen.add(key);
        return walk(metric.formula, context, range ?? node.range);
      }
      case 'across': {
        const named = node.all ? ['all'] : node.keys.map(showMember);
        const windowed = node.time ? question.ranged : context.windowed;
        return inside(node.of, { dropped: new Set([...context.dropped, ...named]), windowed });
      }
      case 'window':
        return inside(node.of, { windowed: true });
      case 'per': {
        const windowed = context.windowed || node.keys.some((key) => key.kind === 'level');
        for (const part of typedChildren(node)) inside(part, { windowed });
        return;
      }
      default:
        for (const child of typedChildren(node)) inside(child);
    }
  };
  walk(formula, { dropped: new Set(), windowed: question.windowed }, null);
}
