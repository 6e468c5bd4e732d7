import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rational } from '../../../packages/engine/src/value/rational.js';
import {
  ONE,
  ZERO,
  abs,
  add,
  ceil,
  clamp,
  compare,
  divide,
  equals,
  floor,
  fraction,
  fromBigInt,
  fromDecimalText,
  fromScaled,
  isInteger,
  isZero,
  max,
  min,
  mod,
  multiply,
  negate,
  normalise,
  powInteger,
  roundHalfEven,
  sign,
  subtract,
  toBigInt,
} from '../../../packages/engine/src/value/rational.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';

const of = (text: string): Rational => fromDecimalText(text) ?? fromBigInt(-999_999n);
const over = (n: bigint, d: bigint): Rational => fraction(n, d) ?? fromBigInt(-999_999n);
const quotient = (a: Rational, b: Rational): Rational => divide(a, b) ?? fromBigInt(-999_999n);

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => over(n, d));
const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 9 }))
  .map(([n, scale]) => fromScaled(n, scale));
const anyNumber = fc.oneof(anyFraction, anyDecimal);

describe('reading', () => {
  test('decimal texts', () => {
    expect(of('-12.50')).toEqual({ n: -1250n, d: 100n });
    expect(of('+3')).toEqual({ n: 3n, d: 1n });
    expect(of('007.10')).toEqual({ n: 710n, d: 100n });
    expect(isZero(of('-0.00'))).toBe(true);
    for (const text of ['', '.5', '5.', '1e3', '0x10', '1_000', '1,5', ' 1', '1 ', '--1', 'NaN', 'Infinity', '１'])
      expect(fromDecimalText(text)).toBeNull();
  });

  test('scaled integers', () => {
    expect(equals(fromScaled(1234n, 2), of('12.34'))).toBe(true);
    expect(equals(fromScaled(5n, 700), multiply(of('0.5'), powInteger(of('10'), -699n) ?? ZERO))).toBe(true);
  });
});

describe('K29: exact decimals', () => {
  test('sums, quotients, large numbers', () => {
    expect(decimalText(add(of('0.1'), of('0.2')))).toBe('0.3');
    expect(equals(Array.from({ length: 10 }, () => of('0.1')).reduce(add, ZERO), ONE)).toBe(true);
    expect(equals(multiply(quotient(ONE, of('3')), of('3')), ONE)).toBe(true);
    expect(decimalText(of('9007199254740993'))).toBe('9007199254740993');
    expect(decimalText(add(of('12345678901234567.89'), of('0.01')))).toBe('12345678901234567.9');
  });

  test.each([
    ['2.345', '2.34'],
    ['2.355', '2.36'],
    ['2.675', '2.68'],
    ['0.125', '0.12'],
    ['-2.345', '-2.34'],
    ['0.345', '0.34'],
  ])('%s rounds to %s', (text, rounded) => expect(decimalText(roundHalfEven(of(text), 2))).toBe(rounded));

  test('rounding rows is not rounding the total', () => {
    const rows = ['0.105', '0.115', '0.125'].map(of);
    expect(decimalText(rows.map((row) => roundHalfEven(row, 2)).reduce(add))).toBe('0.34');
    expect(decimalText(roundHalfEven(rows.reduce(add), 2))).toBe('0.34');
  });
});

describe('K19: boundaries are exact', () => {
  test('0.9 of 1.1 is met by 0.99', () => {
    expect(compare(of('0.99'), multiply(of('1.1'), of('0.9')))).toBe(0);
    expect(compare(quotient(of('0.99'), of('1.1')), of('0.9'))).toBe(0);
  });

  test.each([
    ['0.95', 2],
    ['0.945', 1],
    ['0.85', 1],
    ['0.8499', 0],
  ])('attainment %s', (text, expected) => {
    const status = compare(of(text), of('0.95')) >= 0 ? 2 : compare(of(text), of('0.85')) >= 0 ? 1 : 0;
    expect(status).toBe(expected);
  });
});

describe('K22: lifetime value', () => {
  const margin = multiply(multiply(of('50'), of('4')), of('0.3'));
  const r = of('0.8');
  const d = of('0.1');

  test('every form', () => {
    expect(decimalText(multiply(multiply(of('50'), of('4')), of('3')))).toBe('600');
    expect(decimalText(multiply(margin, of('3')))).toBe('180');
    const denominator = subtract(add(ONE, d), r);
    expect(decimalText(quotient(multiply(margin, r), denominator))).toBe('160');
    expect(decimalText(quotient(multiply(margin, add(ONE, d)), denominator))).toBe('220');
    expect(decimalText(quotient(margin, subtract(ONE, r)))).toBe('300');
    const finite = [0n, 1n, 2n].map((t) =>
      multiply(margin, quotient(powInteger(r, t) ?? ZERO, powInteger(add(ONE, d), t) ?? ONE)),
    );
    expect(equals(finite.reduce(add), over(16_380n, 121n))).toBe(true);
    expect(decimalText(quotient(ONE, subtract(ONE, r)))).toBe('5');
    expect(divide(multiply(margin, ONE), subtract(ONE, ONE))).toBeNull();
    expect(decimalText(multiply(of('130'), of('0.3')))).toBe('39');
  });
});

describe('laws', () => {
  test('a field', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (a, b, c) => {
        expect(equals(add(a, b), add(b, a))).toBe(true);
        expect(equals(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
        expect(equals(multiply(a, b), multiply(b, a))).toBe(true);
        expect(equals(multiply(multiply(a, b), c), multiply(a, multiply(b, c)))).toBe(true);
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(isZero(add(a, negate(a)))).toBe(true);
        expect(isZero(subtract(a, a))).toBe(true);
        if (!isZero(b)) expect(equals(multiply(quotient(a, b), b), a)).toBe(true);
      }),
    );
  });

  test('an order', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (a, b, c) => {
        expect(compare(a, b)).toBe(0 - compare(b, a));
        expect(sign(subtract(a, b))).toBe(compare(a, b));
        if (compare(a, b) <= 0) expect(compare(add(a, c), add(b, c))).toBeLessThanOrEqual(0);
        expect(equals(add(min(a, b), max(a, b)), add(a, b))).toBe(true);
        expect(sign(abs(a))).toBeGreaterThanOrEqual(0);
        expect(compare(clamp(c, min(a, b), max(a, b)), max(a, b))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('denominators stay positive and lowest terms are one form', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, fc.bigInt({ min: 1n, max: 10n ** 9n }), (a, b, factor) => {
        for (const x of [add(a, b), multiply(a, b), subtract(a, b), negate(a)]) expect(x.d).toBeGreaterThan(0n);
        if (!isZero(b)) expect(quotient(a, b).d).toBeGreaterThan(0n);
        expect(normalise({ n: a.n * factor, d: a.d * factor })).toEqual(normalise(a));
      }),
    );
  });

  test('long chains keep small denominators', () => {
    let x = ONE;
    for (let step = 1n; step <= 400n; step += 1n) x = multiply(x, over(step + 1n, step));
    expect(equals(x, of('401'))).toBe(true);
    expect(x.d).toBeLessThan(1n << 140n);
  });

  test('floor, ceil, whole numbers', () => {
    fc.assert(
      fc.property(anyNumber, (x) => {
        expect(compare(floor(x), x)).toBeLessThanOrEqual(0);
        expect(compare(add(floor(x), ONE), x)).toBe(1);
        expect(equals(ceil(x), negate(floor(negate(x))))).toBe(true);
        expect(isInteger(x)).toBe(equals(floor(x), x));
        expect(toBigInt(x) === null).toBe(!isInteger(x));
      }),
    );
  });

  test('the remainder has the sign of the dividend', () => {
    const table: [string, string, string][] = [
      ['-7', '3', '-1'],
      ['7', '-3', '1'],
      ['-7.5', '2', '-1.5'],
      ['5.5', '0.5', '0'],
    ];
    for (const [a, b, rest] of table) expect(decimalText(mod(of(a), of(b)) ?? of('99'))).toBe(rest);
    expect(mod(ONE, ZERO)).toBeNull();
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        fc.pre(!isZero(b));
        const rest = mod(a, b) ?? ONE;
        expect(compare(abs(rest), abs(b))).toBe(-1);
        expect(isInteger(quotient(subtract(a, rest), b))).toBe(true);
        expect(sign(rest) === 0 || sign(rest) === sign(a)).toBe(true);
      }),
    );
  });

  test('whole powers', () => {
    expect(decimalText(powInteger(of('1.1'), 3n) ?? ZERO)).toBe('1.331');
    expect(decimalText(powInteger(of('-2'), -3n) ?? ZERO)).toBe('-0.125');
    expect(equals(powInteger(ZERO, 0n) ?? ZERO, ONE)).toBe(true);
    expect(powInteger(ZERO, -1n)).toBeNull();
  });
});

describe('roundHalfEven', () => {
  const Wide = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_EVEN, defaults: true });

  test('as decimal.js rounds half to even', () => {
    // Half the samples end in a 5 at the place that decides.
    const tie = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 1, max: 9 }))
      .map(([n, scale]) => ({ x: fromScaled(n * 10n + 5n, scale), digits: scale - 1 }));
    const free = fc.record({ x: anyDecimal, digits: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.oneof(tie, free), ({ x, digits }) => {
        const expected = new Wide(x.n).div(new Wide(x.d)).toDecimalPlaces(digits);
        const zero = expected.isZero() ? '0' : expected.toFixed();
        expect(decimalText(roundHalfEven(x, digits))).toBe(zero);
      }),
      { numRuns: 1000 },
    );
  });

  test('to tens and hundreds', () => {
    expect(decimalText(roundHalfEven(of('1250'), -2))).toBe('1200');
    expect(decimalText(roundHalfEven(of('1350'), -2))).toBe('1400');
    expect(decimalText(roundHalfEven(of('-1250.01'), -2))).toBe('-1300');
    expect(decimalText(roundHalfEven(of('49'), -2))).toBe('0');
  });
});
