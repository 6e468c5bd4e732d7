// Rate and mix of the groups of a quotient: an example by hand, and what must hold for all numbers.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contributions, total } from '../../../packages/engine/src/explain/additive.js';
import { mixAndRate, type QuotientGroup } from '../../../packages/engine/src/explain/mix-rate.js';
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

type Numbers = readonly [a0: number, b0: number, a1: number, b1: number];

function group(key: string, [a0, b0, a1, b1]: Numbers): QuotientGroup<string> {
  const whole = (value: number): Rational => fromBigInt(BigInt(value));
  return { key, before: { a: whole(a0), b: whole(b0) }, after: { a: whole(a1), b: whole(b1) } };
}

function shown(groups: readonly QuotientGroup<string>[]) {
  return (mixAndRate(groups) ?? []).map(({ key, rate, mix }) => [key, decimalText(rate), decimalText(mix)]);
}

test('conversion by channel, by hand', () => {
  // web 20/100 = 0.2 becomes 60/200 = 0.3; shop 80/100 = 0.8 becomes 160/200 = 0.8.
  // All: 100/200 = 0.5 becomes 220/400 = 0.55. Weights stay at a half, so all of it is the web's rate: 0.5 * 0.1.
  expect(shown([group('web', [20, 100, 60, 200]), group('shop', [80, 100, 160, 200])])).toEqual([
    ['web', '0.05', '0'],
    ['shop', '0', '0'],
  ]);
});

test('Simpson: every rate rises and the whole falls', () => {
  // web 10/100 = 0.1 becomes 60/400 = 0.15; shop 80/100 = 0.8 becomes 85/100 = 0.85.
  // All: 90/200 = 0.45 becomes 145/500 = 0.29, a change of -0.16. The mean m is 0.37.
  // Weights: web 0.5 to 0.8, shop 0.5 to 0.2. Rates: web 0.65 * 0.05 = 0.0325, shop 0.35 * 0.05 = 0.0175.
  // Mix: web (0.125 - 0.37) * 0.3 = -0.0735, shop (0.825 - 0.37) * -0.3 = -0.1365.
  expect(shown([group('web', [10, 100, 60, 400]), group('shop', [80, 100, 85, 100])])).toEqual([
    ['web', '0.0325', '-0.0735'],
    ['shop', '0.0175', '-0.1365'],
  ]);
});

test('a group that is new, and one without a denominator, are mix altogether', () => {
  // Before: a 10/20 = 0.5. After: a 10/20, new 24/20 = 1.2, cost without customers 6/0: 40/40 = 1. Change 0.5, mean 0.75.
  // a: weight 1 to 0.5, rate 0: 0 and (0.5 - 0.75) * -0.5 = 0.125. new: 24/40 - 0.75 * 0.5 = 0.225. none: 6/40 = 0.15.
  const groups = [group('a', [10, 20, 10, 20]), group('new', [0, 0, 24, 20]), group('none', [0, 0, 6, 0])];
  expect(shown(groups)).toEqual([
    ['a', '0', '0.125'],
    ['new', '0', '0.225'],
    ['none', '0', '0.15'],
  ]);
});

test('a whole without a denominator is no quotient', () => {
  expect(mixAndRate([group('a', [1, 0, 1, 2])])).toBeNull();
});

const number = fc
  .tuple(fc.bigInt({ min: -9999n, max: 9999n }), fc.constantFrom(1n, 2n, 3n, 7n, 100n))
  .map(([n, d]) => fraction(n, d) ?? ZERO);
const often = fc.oneof({ weight: 1, arbitrary: fc.constant(ZERO) }, { weight: 4, arbitrary: number });
const groups = fc.array(
  fc.record({
    key: fc.constant(''),
    before: fc.record({ a: often, b: often }),
    after: fc.record({ a: often, b: often }),
  }),
  { minLength: 1, maxLength: 8 },
);
const quotient = (of: readonly QuotientGroup<string>[], side: 'before' | 'after'): Rational | null =>
  divide(total(of.map((one) => one[side].a)), total(of.map((one) => one[side].b)));

test('rate and mix of all groups are the change, exactly', () => {
  fc.assert(
    fc.property(groups, (of) => {
      const found = mixAndRate(of);
      const [before, after] = [quotient(of, 'before'), quotient(of, 'after')];
      if (found === null || before === null || after === null) {
        expect(before === null || after === null).toBe(found === null);
        return;
      }
      expect(found.every(({ rate, mix, effect }) => equals(add(rate, mix), effect))).toBe(true);
      expect(equals(total(found.map(({ effect }) => effect)), subtract(after, before))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('groups that only grow, all alike, have no effect', () => {
  fc.assert(
    fc.property(
      groups,
      number.filter((factor) => !isZero(factor)),
      (of, factor) => {
        const grown = of.map(({ key, before }) => ({
          key,
          before,
          after: { a: multiply(before.a, factor), b: multiply(before.b, factor) },
        }));
        for (const { rate, mix } of mixAndRate(grown) ?? []) expect(isZero(rate) && isZero(mix)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

test('contributions of a sum add up', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.constant(''), before: number, after: number })), (of) => {
      const change = subtract(total(of.map(({ after }) => after)), total(of.map(({ before }) => before)));
      expect(equals(total(contributions(of).map(({ effect }) => effect)), change)).toBe(true);
    }),
    { numRuns: 100 },
  );
  expect(equals(total([]), subtract(ONE, ONE))).toBe(true);
});
