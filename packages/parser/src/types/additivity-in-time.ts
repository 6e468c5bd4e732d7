// Which formulas add up over time: the values of the parts of a window sum to the value of the whole.
import { isZeroText, numberText } from './make-typed.js';
import type { World } from './scope.js';
import type { Typed } from './typed.js';

/**
 * Sums and counts of rows, what is added or subtracted of them, multiples by constants, and all of that shifted. A state is not:
 * the balances of two days are no balance of both; nor are windows of their own, which overlap.
 */
export function isAdditiveInTime(typed: Typed, world: Pick<World, 'metric'>): boolean {
  switch (typed.kind) {
    case 'aggregate':
      return typed.fn === 'sum' || typed.fn === 'count' || typed.fn === 'count_rows';
    case 'metric':
      // Known since it was typed, as in additivity.ts.
      return world.metric(typed.metric)?.addsOverTime ?? false;
    case 'filtered':
      return isAdditiveInTime(typed.of, world);
    case 'window':
      return typed.op.kind === 'prior' && isAdditiveInTime(typed.of, world);
    case 'convert':
      return isAdditiveInTime(typed.of, world) && isFixed(typed.at);
    case 'call': {
      const [a, b] = typed.args;
      if (a === undefined) return false;
      if (typed.fn === 'negate') return isAdditiveInTime(a, world);
      if (b === undefined) return false;
      const [left, right] = [isAdditiveInTime(a, world), isAdditiveInTime(b, world)];
      if (typed.fn === 'coalesce') return left && typed.args.slice(1).every((arg) => isZeroText(numberText(arg)));
      if (typed.fn === 'add' || typed.fn === 'subtract') return left && right;
      if (typed.fn === 'multiply') return (left && isFixed(b)) || (isFixed(a) && right);
      return typed.fn === 'divide' && left && isFixed(b);
    }
    default:
      return false;
  }
}

function isFixed(typed: Typed): boolean {
  return typed.type.level === 'constant';
}
