// Shapley shares of factors: examples by hand, and the laws that make them the only fair ones.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_FACTORS, shapleyMultipliers, type Factor } from '../../../packages/engine/src/explain/shapley.js';
import {
  add,
  divide,
  equals,
  fraction,
  fromBigInt,
  isZero,
  multiply,
  ONE,
  subtract,
  ZERO,
  type Rational,
} from '../../../packages/engine/src/value/rational.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';

const whole = (value: number): Rational => fromBigInt(BigInt(value));
const factor = (before: Rational, after: Rational, over = false): Factor => ({ before, after, over });

function shares(factors: readonly Factor[]): readonly Rational[] {
  return (shapleyMultipliers(factors) ?? []).map((one, i) =>
    multiply(one, subtract(factors[i]?.after ?? ZERO, factors[i]?.before ?? ZERO)),
  );
}

function product(factors: readonly Factor[], side: 'before' | 'after'): Rational {
  return factors.reduce((all, one) => (one.over ? (divide(all, one[side]) ?? ZERO) : multiply(all, one[side])), ONE);
}

test('two factors share in halves what they do together', () => {
  // 10 * 5 = 50 becomes 12 * 6 = 72: (12 - 10) * (5 + 6) / 2 = 11 and (6 - 5) * (10 + 12) / 2 = 11.
  expect(shares([factor(whole(10), whole(12)), factor(whole(5), whole(6))]).map(decimalText)).toEqual(['11', '11']);
});

test('sessions, conversion and order value by hand', () => {
  // 1000 * 0.02 * 50 = 1000 becomes 1200 * 0.03 * 40 = 1440, a change of 440.
  // sessions: 200 * (0.02*50/3 + 0.03*50/6 + 0.02*40/6 + 0.03*40/3)
  //         = 200 * (1/3 + 0.25 + 0.8/6 + 0.4) = 200 * 67/60 = 670/3 = 223.33
  // conversion: 0.01 * (50000/3 + 60000/6 + 40000/6 + 48000/3) = 0.01 * 148000/3 = 1480/3 = 493.33
  // order value: -10 * (20/3 + 24/6 + 30/6 + 36/3) = -10 * 83/3 = -830/3 = -276.67
  const sessions = factor(whole(1000), whole(1200));
  const conversion = factor(fraction(2n, 100n) ?? ZERO, fraction(3n, 100n) ?? ZERO);
  const value = factor(whole(50), whole(40));
  const [a = ZERO, b = ZERO, c = ZERO] = shares([sessions, conversion, value]);
  expect(equals(a, fraction(670n, 3n) ?? ZERO)).toBe(true);
  expect(equals(b, fraction(1480n, 3n) ?? ZERO)).toBe(true);
  expect(equals(c, fraction(-830n, 3n) ?? ZERO)).toBe(true);
  expect(decimalText(add(add(a, b), c))).toBe('440');
});

test('a quotient: what advertising and customers did to the cost per customer', () => {
  // 600 / 10 = 60 becomes 900 / 12 = 75, a change of 15.
  // cost: 300 * (1/10 + 1/12) / 2 = 27.5; customers: (600 + 900) / 2 * (1/12 - 1/10) = -12.5.
  expect(shares([factor(whole(600), whole(900)), factor(whole(10), whole(12), true)]).map(decimalText)).toEqual([
    '27.5',
    '-12.5',
  ]);
});

test('a multiplier says what a change would do where there was none', () => {
  // Two changes inside the factor may cancel out; each is worth (b0 + b1) / 2.
  expect((shapleyMultipliers([factor(whole(7), whole(7)), factor(whole(4), whole(6))]) ?? []).map(decimalText)).toEqual(
    ['5', '7'],
  );
});

test('a divisor that is zero, and too many factors', () => {
  expect(shapleyMultipliers([factor(whole(1), whole(2)), factor(whole(0), whole(1), true)])).toBeNull();
  const one = factor(whole(1), whole(2));
  expect(shapleyMultipliers(Array.from({ length: MOST_FACTORS + 1 }, () => one))).toBeNull();
});

const rational = fc
  .tuple(fc.bigInt({ min: -9999n, max: 9999n }), fc.bigInt({ min: 1n, max: 999n }))
  .map(([n, d]) => fraction(n, d) ?? ZERO);
const divisor = rational.filter((one) => !isZero(one));
const anyFactor: fc.Arbitrary<Factor> = fc.oneof(
  fc.record({ before: rational, after: rational, over: fc.constant(false) }),
  fc.record({ before: divisor, after: divisor, over: fc.constant(true) }),
);

test('shares add up to the change exactly, and do not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(anyFactor, { minLength: 1, maxLength: MOST_FACTORS }), (factors) => {
      const found = shares(factors);
      const change = subtract(product(factors, 'after'), product(factors, 'before'));
      expect(equals(found.reduce(add, ZERO), change)).toBe(true);
      const turned = [...shares([...factors].reverse())].reverse();
      expect(found.every((one, i) => equals(one, turned[i] ?? ZERO))).toBe(true);
      factors.forEach((one, i) => {
        if (equals(one.before, one.after)) expect(isZero(found[i] ?? ONE)).toBe(true);
      });
    }),
    { numRuns: 200 },
  );
});
