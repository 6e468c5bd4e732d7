// median and quantile: exact linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
import type { Rational } from '../rational.js';
import { ONE, add, compare, floor, fraction, fromBigInt, multiply, sign, subtract, toBigInt } from '../rational.js';
import type { Value } from '../value.js';
import { noValue, numberValue } from '../value.js';
import { anyApproximate, gatherNumbers } from './gather.js';

const HALF: Rational = fraction(1n, 2n) ?? ONE;

/** With x sorted and h = (n - 1) q, counted from 0: x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]). */
export function quantile(values: readonly Value[], q: Rational): Value {
  const numbers = gatherNumbers(values);
  if ('kind' in numbers) return numbers;
  if (sign(q) < 0 || compare(q, ONE) > 0) return noValue('invalid_argument');
  const sorted = numbers.map((number) => number.value).sort(compare);
  const position = multiply(fromBigInt(BigInt(sorted.length - 1)), q);
  const below = floor(position);
  const index = Number(toBigInt(below) ?? 0n);
  const low = sorted[index];
  if (low === undefined) return noValue('no_rows');
  const high = sorted[index + 1] ?? low;
  const between = multiply(subtract(position, below), subtract(high, low));
  return numberValue(add(low, between), anyApproximate(numbers));
}

export function median(values: readonly Value[]): Value {
  return quantile(values, HALF);
}
