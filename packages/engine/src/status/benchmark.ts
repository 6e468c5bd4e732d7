// Where a value stands among others: the gap to their middle, and the percentile between the declared ones.
import { compare, fromBigInt, subtract, type Rational } from '../value/rational.js';
import { numberValue } from '../value/value.js';
import { combine, type Amount } from './amount.js';
import { between } from './curve.js';

/** By ascending percentile; the values run upward or downward. */
export type BenchmarkPoints = readonly { readonly percentile: number; readonly value: Amount }[];

/** v minus the percentile 50; null where it is not declared. */
export function gapTo(points: BenchmarkPoints, value: Amount): Amount | null {
  const middle = points.find((point) => point.percentile === 50);
  return middle === undefined ? null : combine(value, middle.value, subtract);
}

export interface BenchmarkPosition {
  readonly percentile: Amount;
  /** The lowest or the highest declared percentile is all that can be said. */
  readonly beyond: 'below' | 'above' | null;
}

/** Null where there is no value, or fewer than two points; straight between points, at equal values the higher percentile. */
export function positionIn(points: BenchmarkPoints, value: Amount): BenchmarkPosition | null {
  if (value.kind === 'none' || points.length < 2) return null;
  const known: { readonly x: Rational; readonly y: Rational }[] = [];
  let { approximate } = value;
  for (const point of points) {
    if (point.value.kind === 'none') return null;
    approximate ||= point.value.approximate;
    known.push({ x: point.value.value, y: fromBigInt(BigInt(point.percentile)) });
  }
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  const rising = compare(first.x, last.x) <= 0;
  /** Negative where the value ranks below the point. */
  const rank = (point: { readonly x: Rational }): number => (rising ? 1 : -1) * compare(value.value, point.x);
  const at = (percentile: Rational, beyond: BenchmarkPosition['beyond']): BenchmarkPosition => ({
    percentile: numberValue(percentile, approximate),
    beyond,
  });
  if (rank(first) < 0) return at(first.y, 'below');
  if (rank(last) > 0) return at(last.y, 'above');
  const here = known.findLast((point) => rank(point) === 0);
  if (here !== undefined) return at(here.y, null);
  const lower = known.findLast((point) => rank(point) > 0);
  const upper = known.find((point) => rank(point) < 0);
  return lower === undefined || upper === undefined ? null : at(between(lower, upper, value.value), null);
}
