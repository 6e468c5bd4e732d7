// Shapley shares of the factors of a product: what each of them did, whatever the order in which they are thought to change.
//
// A factor's share is the mean, over all orders of replacing old factors by new ones, of what replacing this one changes:
// L. S. Shapley, "A Value for n-Person Games", 1953. For two factors it is (a1 - a0) * (b0 + b1) / 2.
// Shares add up to the change of the product exactly, and a factor that did not change has none.
import { add, divide, fromBigInt, multiply, negate, ONE, ZERO, type Rational } from '../value/rational.js';

export interface Factor {
  readonly before: Rational;
  readonly after: Rational;
  /** The factor divides; neither of its values is zero. */
  readonly over: boolean;
}

/** More factors than this are not taken apart: the work doubles with each. */
export const MOST_FACTORS = 6;

/**
 * For each factor the number that its own change is multiplied with to give its share: defined also where it did not change,
 * so that changes inside it which cancel out are told. Null past `MOST_FACTORS`, or where a divisor is zero.
 */
export function shapleyMultipliers(factors: readonly Factor[]): readonly Rational[] | null {
  if (factors.length > MOST_FACTORS) return null;
  const values: (readonly [before: Rational, after: Rational])[] = [];
  for (const factor of factors) {
    const [before, after] = factor.over
      ? [divide(ONE, factor.before), divide(ONE, factor.after)]
      : [factor.before, factor.after];
    if (before === null || after === null) return null;
    values.push([before, after]);
  }
  return factors.map((factor, i) => {
    const others = meanOfOrders(values.filter((_, j) => j !== i));
    if (!factor.over) return others;
    // 1/y - 1/x = -(y - x) / (x * y).
    const product = multiply(factor.before, factor.after);
    const slope = divide(others, product);
    if (slope === null) throw new Error('internal: a divisor is zero');
    return negate(slope);
  });
}

/** The mean over all orders of the product of the other factors, those before in the order new and those after old. */
function meanOfOrders(others: readonly (readonly [before: Rational, after: Rational])[]): Rational {
  const n = others.length + 1;
  const every = factorial(n);
  let sum = ZERO;
  for (let chosen = 0; chosen < 1 << others.length; chosen += 1) {
    let product = ONE;
    let size = 0;
    others.forEach(([before, after], j) => {
      const isNew = (chosen & (1 << j)) !== 0;
      if (isNew) size += 1;
      product = multiply(product, isNew ? after : before);
    });
    sum = add(sum, multiply(product, fromBigInt(factorial(size) * factorial(n - size - 1))));
  }
  return divide(sum, fromBigInt(every)) ?? ZERO;
}

function factorial(n: number): bigint {
  return n < 2 ? 1n : BigInt(n) * factorial(n - 1);
}
