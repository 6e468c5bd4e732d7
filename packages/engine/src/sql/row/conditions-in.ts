// Conditions on rows as SQL, each conjunct for itself, so that what several aggregates share is seen.
import type { Typed } from '@sextant/parser';
import { walkTyped } from '@sextant/parser';
import { bridgeCondition } from './bridge.js';
import { compileCondition } from './compile-row.js';
import type { RowContext } from './row-context.js';

/** Conditions one by one, `and` taken apart, in the order in which they were written. */
export function conditionsIn(conditions: readonly Typed[], context: RowContext): readonly string[] {
  const texts = conditions.flatMap(conjuncts).map((one) => {
    return leadsThroughBridge(one) ? bridgeCondition(one, context) : compileCondition(one, context);
  });
  return [...new Set(texts)].filter((text) => text !== 'true');
}

export function conjuncts(typed: Typed): readonly Typed[] {
  return typed.kind === 'call' && typed.fn === 'and' ? typed.args.flatMap(conjuncts) : [typed];
}

function leadsThroughBridge(typed: Typed): boolean {
  let found = false;
  walkTyped(typed, (node) => {
    if (node.kind === 'field') found ||= node.path.some((step) => step.reverse === true);
  });
  return found;
}
