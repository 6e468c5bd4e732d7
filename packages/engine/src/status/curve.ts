// Piecewise linear curves: scores by value, paid shares by score, expected shares by elapsed share.
import { add, compare, divide, max, multiply, subtract, type Rational } from '../value/rational.js';
import { NULL, numberValue } from '../value/value.js';
import type { Amount } from './amount.js';

/** By ascending x; two points at one x are a jump. */
export type CurvePoints = readonly { readonly x: Amount; readonly y: Amount }[];

/** Straight between the points, level outside them; at a jump the higher side counts. */
export function curveAt(points: CurvePoints, at: Amount): Amount {
  if (at.kind === 'none') return at;
  const known: { readonly x: Rational; readonly y: Rational }[] = [];
  let { approximate } = at;
  for (const { x, y } of points) {
    if (x.kind === 'none') return x;
    if (y.kind === 'none') return y;
    known.push({ x: x.value, y: y.value });
    approximate ||= x.approximate || y.approximate;
  }
  const before = known.findLast((point) => compare(point.x, at.value) < 0);
  const after = known.find((point) => compare(point.x, at.value) > 0);
  const here = known.filter((point) => compare(point.x, at.value) === 0).map((point) => point.y);
  const [first, ...rest] = here;
  if (first !== undefined) return numberValue(rest.reduce(max, first), approximate);
  if (before === undefined || after === undefined) {
    const end = before ?? after;
    return end === undefined ? NULL : numberValue(end.y, approximate);
  }
  return numberValue(between(before, after, at.value), approximate);
}

/** The two points have different x. */
export function between(
  a: { readonly x: Rational; readonly y: Rational },
  b: { readonly x: Rational; readonly y: Rational },
  x: Rational,
): Rational {
  const part = divide(subtract(x, a.x), subtract(b.x, a.x));
  return part === null ? b.y : add(a.y, multiply(part, subtract(b.y, a.y)));
}
