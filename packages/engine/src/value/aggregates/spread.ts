// variance and stddev of a sample.
import { sqrt } from '../approximate.js';
import { divide, fromBigInt, multiply, subtract } from '../rational.js';
import type { Value } from '../value.js';
import { noValue, numberValue } from '../value.js';
import { anyApproximate, gatherNumbers } from './gather.js';
import { sumOf } from './sums.js';

/** (sum of x^2 - (sum of x)^2 / n) / (n - 1), exact: with fractions nothing cancels. No value under two values. */
export function variance(values: readonly Value[]): Value {
  const numbers = gatherNumbers(values);
  if ('kind' in numbers) return numbers;
  if (numbers.length === 0) return noValue('no_rows');
  const count = fromBigInt(BigInt(numbers.length));
  const total = sumOf(numbers.map(({ value }) => value));
  const squares = sumOf(numbers.map(({ value }) => multiply(value, value)));
  const meanSquare = divide(multiply(total, total), count);
  const result =
    meanSquare === null ? null : divide(subtract(squares, meanSquare), fromBigInt(BigInt(numbers.length - 1)));
  return result === null ? noValue('too_few_rows') : numberValue(result, anyApproximate(numbers));
}

/** The root of the variance, approximate. */
export function stddev(values: readonly Value[]): Value {
  const spread = variance(values);
  if (spread.kind !== 'number') return spread;
  const root = sqrt(spread.value);
  return typeof root === 'string' ? noValue(root) : numberValue(root, true);
}
