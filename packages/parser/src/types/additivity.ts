// Which formulas add up: the values of disjoint groups sum to the value of the whole.
import { isZeroText, numberText } from './make-typed.js';
import type { World } from './scope.js';
import type { Typed } from './typed.js';

/** Sums and counts of rows, what is added or subtracted of them, and multiples by constants. */
export function isAdditive(typed: Typed, world: Pick<World, 'metric'>): boolean {
  switch (typed.kind) {
    case 'aggregate':
      return typed.fn === 'sum' || typed.fn === 'count' || typed.fn === 'count_rows';
    case 'metric': {
      // Known since it was typed: through the formulas a chain of sums would be walked again for each that names it.
      return world.metric(typed.metric)?.additive ?? false;
    }
    case 'filtered':
      return isAdditive(typed.of, world);
    case 'window':
      return isAdditive(typed.of, world);
    case 'state':
      return isAdditive(typed.of, world);
    case 'convert':
      return isAdditive(typed.of, world) && isFixed(typed.at);
    case 'call': {
      const [a, b] = typed.args;
      if (a === undefined) return false;
      if (typed.fn === 'negate') return isAdditive(a, world);
      if (b === undefined) return false;
      // A group without rows adds nothing.
      if (typed.fn === 'coalesce') return isAdditive(a, world) && typed.args.slice(1).every(isZero);
      if (typed.fn === 'add' || typed.fn === 'subtract') return isAdditive(a, world) && isAdditive(b, world);
      if (typed.fn === 'multiply') return (isAdditive(a, world) && isFixed(b)) || (isFixed(a) && isAdditive(b, world));
      return typed.fn === 'divide' && isAdditive(a, world) && isFixed(b);
    }
    default:
      return false;
  }
}

function isZero(typed: Typed): boolean {
  return isZeroText(numberText(typed));
}

function isFixed(typed: Typed): boolean {
  return typed.type.level === 'constant';
}
