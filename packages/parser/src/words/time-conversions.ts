// Lengths of time in another unit: the checker writes the factor into the tree, and nobody needs to hear of it.
import type { Typed } from '../types/typed.js';
import { sameUnit } from '../types/unit.js';

/** `8 hours`, where the tree has them times 60 as minutes; any other formula as it is. */
export function withoutConversion(typed: Typed): Typed {
  if (typed.kind !== 'call' || typed.fn !== 'multiply') return typed;
  const [of, factor] = typed.args;
  // A product with a plain number keeps the unit: one that changes it was made to.
  if (of === undefined || !isPlain(factor) || sameUnit(of.type.unit, typed.type.unit)) return typed;
  if (of.kind !== 'call' || of.fn !== 'divide') return of;
  // A factor below 1 is a quotient, whose divisor stands where the number itself does.
  const [inner, divisor] = of.args;
  const made = inner !== undefined && isPlain(divisor) && divisor.range.start === inner.range.start;
  return made ? inner : of;
}

function isPlain(typed: Typed | undefined): typed is Typed & { readonly kind: 'const' } {
  return typed?.kind === 'const' && typed.type.unit.length === 0;
}
