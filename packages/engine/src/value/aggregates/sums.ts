// sum and avg, exact.
import type { Rational } from '../rational.js';
import { ZERO, add, divide, fromBigInt } from '../rational.js';
import type { Value } from '../value.js';
import { noValue, numberValue } from '../value.js';
import { anyApproximate, gatherNumbers } from './gather.js';

export function sumOf(numbers: readonly Rational[]): Rational {
  return numbers.reduce(add, ZERO);
}

/** Null of no numbers. */
export function meanOf(numbers: readonly Rational[]): Rational | null {
  return divide(sumOf(numbers), fromBigInt(BigInt(numbers.length)));
}

/** No value (`no_rows`) of nothing: SQL's null, not 0. */
export function sum(values: readonly Value[]): Value {
  const numbers = gatherNumbers(values);
  if ('kind' in numbers) return numbers;
  if (numbers.length === 0) return noValue('no_rows');
  return numberValue(sumOf(numbers.map((number) => number.value)), anyApproximate(numbers));
}

/** The sum over the count of values; rows without a value take no part in either. */
export function avg(values: readonly Value[]): Value {
  const numbers = gatherNumbers(values);
  if ('kind' in numbers) return numbers;
  const mean = meanOf(numbers.map((number) => number.value));
  return mean === null ? noValue('no_rows') : numberValue(mean, anyApproximate(numbers));
}
