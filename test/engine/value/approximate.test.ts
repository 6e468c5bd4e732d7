import { describe, expect, test } from 'vitest';
import { Decimal } from 'decimal.js';
import type { NoResult } from '../../../packages/engine/src/value/approximate.js';
import { exp, ln, power, sqrt } from '../../../packages/engine/src/value/approximate.js';
import type { Rational } from '../../../packages/engine/src/value/rational.js';
import { fraction, fromBigInt, fromDecimalText, multiply } from '../../../packages/engine/src/value/rational.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';

const of = (text: string): Rational => fromDecimalText(text) ?? fromBigInt(-999_999n);
const show = (result: Rational | NoResult): string => (typeof result === 'string' ? result : decimalText(result));
const pow = (x: string, y: string): string => {
  const result = power(of(x), of(y));
  return typeof result === 'string' ? result : `${decimalText(result.value)}${result.approximate ? ' ~' : ''}`;
};

describe('approximate functions', () => {
  // The digits are those of the published constants.
  test('34 digits of known constants', () => {
    expect(show(sqrt(of('2')))).toBe('1.414213562373095048801688724209698');
    expect(show(exp(of('1')))).toBe('2.718281828459045235360287471352662');
    expect(show(ln(of('2')))).toBe('0.6931471805599453094172321214581766');
    expect(show(ln(of('10')))).toBe('2.302585092994045684017991454684364');
    expect(show(sqrt(of('4')))).toBe('2');
    expect(show(exp(of('0')))).toBe('1');
    expect(show(ln(of('1')))).toBe('0');
    expect(show(sqrt(of('0')))).toBe('0');
  });

  test('arguments outside the domain', () => {
    expect(show(sqrt(of('-0.01')))).toBe('invalid_argument');
    expect(show(ln(of('0')))).toBe('invalid_argument');
    expect(show(ln(of('-1')))).toBe('invalid_argument');
    expect(show(exp(of('15000')))).toBe('out_of_range');
    expect(show(exp(of('-15000')))).toBe('out_of_range');
    expect(show(exp(of('99999999999999999999')))).toBe('out_of_range');
  });

  test('an argument next to 1 is not taken for 1', () => {
    const result = ln(of(`1.${'0'.repeat(49)}1`));
    expect(show(result).startsWith(`0.${'0'.repeat(49)}`)).toBe(true);
    expect(show(result)).not.toBe('0');
  });

  test('powers', () => {
    expect(pow('1.1', '3')).toBe('1.331');
    expect(pow('2', '-2')).toBe('0.25');
    expect(pow('0', '0')).toBe('1');
    expect(pow('0', '-1')).toBe('division_by_zero');
    expect(pow('0', '-0.5')).toBe('division_by_zero');
    expect(pow('0', '0.5')).toBe('0 ~');
    expect(pow('2', '0.5')).toBe('1.414213562373095048801688724209698 ~');
    expect(pow('4', '0.5')).toBe('2 ~');
    expect(pow('-4', '0.5')).toBe('invalid_argument');
    expect(pow('-2', '3.0')).toBe('-8');
    expect(pow('10', '1000000')).toBe('out_of_range');
    expect(pow('1', '999999999999999999999')).toBe('1');
    expect(pow('10', '9999.5')).toBe('out_of_range');
  });

  test('a power of a fraction is exact', () => {
    const third = fraction(1n, 3n) ?? of('0');
    const result = power(third, of('2'));
    expect(typeof result === 'string' ? result : decimalText(multiply(result.value, of('9')))).toBe('1');
  });

  test('the shared configuration of decimal.js is untouched', () => {
    expect(Decimal.precision).toBe(20);
    expect(Decimal.rounding).toBe(Decimal.ROUND_HALF_UP);
  });
});
