// The change of a quotient of two sums, group by group: what the groups' own rates did, and what their weights did.
//
// With a and b of a group, A and B of all, weight w = b / B and rate r = a / b, the quotient A / B is the sum of w * r, and
//
//   rate effect = (w0 + w1) / 2 * (r1 - r0)
//   mix effect  = ((r0 + r1) / 2 - m) * (w1 - w0)      with m = (A0 / B0 + A1 / B1) / 2
//
// as in E. M. Kitagawa, "Components of a Difference Between Two Rates", 1955. The weights add up to 1 on both sides, so m takes
// nothing from the sum; it makes a group count for how far its rate lies from the mean, and a change of all sizes alike for
// nothing. Where a group has no denominator on a side it has no rate there: its rate effect is 0 and all that it brings,
// a1 / B1 - a0 / B0 - m * (w1 - w0), is mix. Rate and mix of all groups add up to the change exactly.
import { add, divide, fromBigInt, isZero, multiply, subtract, ZERO, type Rational } from '../value/rational.js';
import { total } from './additive.js';

export interface QuotientGroup<K> {
  readonly key: K;
  readonly before: Quotient;
  readonly after: Quotient;
}

/** `a / b`; both zero where the group is not on the side. */
export interface Quotient {
  readonly a: Rational;
  readonly b: Rational;
}

export interface MixRate<K> {
  readonly key: K;
  readonly weightBefore: Rational;
  readonly weightAfter: Rational;
  /** Null without a denominator. */
  readonly rateBefore: Rational | null;
  readonly rateAfter: Rational | null;
  readonly rate: Rational;
  readonly mix: Rational;
  readonly effect: Rational;
}

const TWO = fromBigInt(2n);

/** Null where all denominators of a side add up to zero: then there is no quotient. */
export function mixAndRate<K>(groups: readonly QuotientGroup<K>[]): readonly MixRate<K>[] | null {
  const before = sides(groups.map((group) => group.before));
  const after = sides(groups.map((group) => group.after));
  if (isZero(before.b) || isZero(after.b)) return null;
  const mean = half(add(over(before.a, before.b), over(after.a, after.b)));
  return groups.map((group) => {
    const weightBefore = over(group.before.b, before.b);
    const weightAfter = over(group.after.b, after.b);
    const rateBefore = divide(group.before.a, group.before.b);
    const rateAfter = divide(group.after.a, group.after.b);
    const rate =
      rateBefore === null || rateAfter === null
        ? ZERO
        : multiply(half(add(weightBefore, weightAfter)), subtract(rateAfter, rateBefore));
    const brought = subtract(over(group.after.a, after.b), over(group.before.a, before.b));
    const effect = subtract(brought, multiply(mean, subtract(weightAfter, weightBefore)));
    return {
      key: group.key,
      weightBefore,
      weightAfter,
      rateBefore,
      rateAfter,
      rate,
      mix: subtract(effect, rate),
      effect,
    };
  });
}

function sides(groups: readonly Quotient[]): Quotient {
  return { a: total(groups.map(({ a }) => a)), b: total(groups.map(({ b }) => b)) };
}

function half(x: Rational): Rational {
  return divide(x, TWO) ?? ZERO;
}

/** The divisor was looked at before. */
function over(a: Rational, b: Rational): Rational {
  return divide(a, b) ?? ZERO;
}
