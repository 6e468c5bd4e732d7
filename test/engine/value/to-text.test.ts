import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rational } from '../../../packages/engine/src/value/rational.js';
import {
  equals,
  fraction,
  fromBigInt,
  fromDecimalText,
  fromScaled,
  halfEven,
} from '../../../packages/engine/src/value/rational.js';
import { decimalText, decimalsNeeded, percentText, roundedText } from '../../../packages/engine/src/value/to-text.js';

const of = (text: string): Rational => fromDecimalText(text) ?? fromBigInt(-999_999n);
const over = (n: bigint, d: bigint): Rational => fraction(n, d) ?? fromBigInt(-999_999n);

describe('decimalText', () => {
  test.each([
    [over(1n, 3n), '0.3333333333333333333333333333333333'],
    [over(2n, 3n), '0.6666666666666666666666666666666667'],
    [over(-800n, 29n), '-27.58620689655172413793103448275862'],
    [over(1n, 8n), '0.125'],
    [over(7n, 7n), '1'],
    [over(10n ** 40n, 3n), '3333333333333333333333333333333333000000'],
    [over(1n, 3n * 10n ** 30n), `0.${'0'.repeat(30)}3333333333333333333333333333333333`],
    [over(1n, 1n << 120n), `0.${'0'.repeat(36)}${(5n ** 120n).toString()}`],
    [of('-0.00'), '0'],
    [of('10.10'), '10.1'],
    [of('-100'), '-100'],
    [of('1000000000000000000000000'), '1000000000000000000000000'],
  ])('%o', (value, text) => expect(decimalText(value)).toBe(text));

  test('exactly what was read, where the expansion ends', () => {
    const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(decimal, ([unscaled, scale]) => {
        const value = fromScaled(unscaled, scale);
        const text = decimalText(value);
        expect(equals(of(text), value)).toBe(true);
        expect(text).not.toMatch(/e|^-0$|\.$|\.\d*0$/i);
      }),
    );
  });

  test('34 digits half-even by a second way, where it does not end', () => {
    const parts = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }));
    fc.assert(
      fc.property(parts, ([n, d]) => {
        const value = over(n, d * 3n);
        fc.pre(decimalsNeeded(value) === null);
        // The power of ten that leaves 34 digits before the point.
        let scale = 34 - (n.toString().length - (d * 3n).toString().length);
        const at = (places: number): bigint =>
          places < 0 ? halfEven(n, d * 3n * 10n ** BigInt(-places)) : halfEven(n * 10n ** BigInt(places), d * 3n);
        while (at(scale).toString().length > 34) scale -= 1;
        const expected = scale < 0 ? fromBigInt(at(scale) * 10n ** BigInt(-scale)) : fromScaled(at(scale), scale);
        expect(decimalText(value)).toBe(decimalText(expected));
      }),
    );
  });

  test('decimals needed', () => {
    expect(decimalsNeeded(of('10.10'))).toBe(1);
    expect(decimalsNeeded(over(1n, 8n))).toBe(3);
    expect(decimalsNeeded(of('200'))).toBe(0);
    expect(decimalsNeeded(over(1n, 3n))).toBeNull();
  });
});

describe('roundedText', () => {
  test.each([
    ['10.1', 2, '10.10'],
    ['2.675', 2, '2.68'],
    ['-0.004', 2, '0.00'],
    ['-0.006', 2, '-0.01'],
    ['0.5', 0, '0'],
    ['1.5', 0, '2'],
    ['1250', -2, '1200'],
    ['0.05', 1, '0.0'],
    ['999.995', 2, '1000.00'],
  ])('%s to %i is %s', (text, decimals, expected) => expect(roundedText(of(text), decimals)).toBe(expected));

  test('an expansion without an end is rounded once', () => {
    expect(roundedText(over(2n, 3n), 4)).toBe('0.6667');
    // Rounded to 34 digits first it would be a tie, and go down.
    expect(roundedText(over(25n * 10n ** 40n + 1n, 10n ** 43n), 2)).toBe('0.03');
  });
});

describe('percentText', () => {
  test.each([
    ['0.0345', null, '3.45%'],
    ['0.0345', 1, '3.4%'],
    ['0.0355', 1, '3.6%'],
    ['1', 0, '100%'],
    ['-0.00001', 1, '0.0%'],
    ['0.05', 2, '5.00%'],
  ])('%s with %o decimals is %s', (text, decimals, expected) => expect(percentText(of(text), decimals)).toBe(expected));

  test('of a third', () => expect(percentText(over(1n, 3n), null)).toBe('33.33333333333333333333333333333333%'));
});
