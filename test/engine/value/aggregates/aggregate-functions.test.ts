import type { AggregateFunction } from '@sextant/parser';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateFunctions } from '../../../../packages/engine/src/value/aggregates/aggregate-functions.js';
import { textOf } from '../../../../packages/engine/src/value/functions/cast.js';
import {
  divide,
  fraction,
  fromBigInt,
  fromDecimalText,
  fromScaled,
} from '../../../../packages/engine/src/value/rational.js';
import type { Value } from '../../../../packages/engine/src/value/value.js';
import { NULL, noValue, numberValue, textValue } from '../../../../packages/engine/src/value/value.js';

const half = fraction(1n, 2n) ?? fromBigInt(0n);
const decimal = (text: string): Value => (text === '' ? NULL : numberValue(fromDecimalText(text) ?? fromBigInt(-1n)));
const show = (value: Value): string => {
  if (value.kind === 'none') return value.reason;
  return value.kind === 'number' && value.approximate ? `${textOf(value)} ~` : textOf(value);
};
const of = (fn: AggregateFunction, values: readonly string[], q = '0.5'): string =>
  show(aggregateFunctions[fn](values.map(decimal), fromDecimalText(q) ?? half));

describe('aggregates', () => {
  test('K04: values that are missing take no part', () => {
    const amounts = ['100.00', '', '50.00', '0.00', ''];
    expect(of('count_rows', amounts)).toBe('5');
    expect(of('count', amounts)).toBe('3');
    expect(of('sum', amounts)).toBe('150');
    expect(of('avg', amounts)).toBe('50');
    expect(show(aggregateFunctions.count_distinct([...['c1', 'c1', 'c2', 'c3'].map(textValue), NULL], half))).toBe('3');
    expect(of('sum', ['', ''])).toBe('no_rows');
  });

  test('of nothing: counts are 0, the rest has no value', () => {
    for (const fn of Object.keys(aggregateFunctions) as AggregateFunction[]) {
      expect(of(fn, [])).toBe(fn.startsWith('count') ? '0' : 'no_rows');
    }
  });

  test('K37: median, mean and quantiles', () => {
    const days = ['1', '2', '9', '3', '4'];
    expect(of('median', days)).toBe('3');
    expect(of('avg', days)).toBe('3.8');
    expect(of('quantile', days, '0.9')).toBe('7');
    expect(of('quantile', days, '0')).toBe('1');
    expect(of('quantile', days, '1')).toBe('9');
    expect(of('median', ['1.10', '1.11'])).toBe('1.105');
    expect(of('quantile', days, '1.1')).toBe('invalid_argument');
    expect(of('median', ['7'])).toBe('7');
  });

  test('variance is exact, its root is not', () => {
    expect(of('variance', ['2', '4', '4', '4', '5', '5', '7', '9'])).toBe('4.571428571428571428571428571428571');
    expect(of('stddev', ['1', '3'])).toBe('1.414213562373095048801688724209698 ~');
    expect(of('variance', ['5'])).toBe('too_few_rows');
    expect(of('stddev', ['5'])).toBe('too_few_rows');
    // Doubles lose all digits here.
    expect(of('variance', ['100000000000000001', '100000000000000002', '100000000000000003'])).toBe('1');
  });

  test('min, max, first, last of any kind', () => {
    expect(of('min', ['3', '', '1.5', '2'])).toBe('1.5');
    expect(of('max', ['3', '', '1.5', '2'])).toBe('3');
    expect(of('first', ['', '3', '1'])).toBe('3');
    expect(of('last', ['3', '1', ''])).toBe('1');
    const words = ['b', '\u{1F600}', '�'].map(textValue);
    expect(show(aggregateFunctions.max(words, half))).toBe('\u{1F600}');
    expect(show(aggregateFunctions.min(words, half))).toBe('b');
  });

  test('a row without a rate is never left out', () => {
    const amounts = [decimal('1'), noValue('missing_rate'), decimal('2')];
    for (const fn of Object.keys(aggregateFunctions) as AggregateFunction[]) {
      expect(show(aggregateFunctions[fn](amounts, half))).toBe(fn === 'count_rows' ? '3' : 'missing_rate');
    }
    expect(show(aggregateFunctions.sum([decimal('1'), noValue('division_by_zero')], half))).toBe('1');
  });

  test('approximate values make approximate results', () => {
    const mixed = [decimal('1'), numberValue(fromBigInt(2n), true)];
    expect(show(aggregateFunctions.sum(mixed, half))).toBe('3 ~');
    expect(show(aggregateFunctions.avg(mixed, half))).toBe('1.5 ~');
    expect(show(aggregateFunctions.count(mixed, half))).toBe('2');
  });

  test('the mean lies between and a sum of cents is a sum of integers', () => {
    const cents = fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const values = amounts.map((amount) => numberValue(fromScaled(amount, 2)));
        const total = amounts.reduce((sum, amount) => sum + amount, 0n);
        expect(show(aggregateFunctions.sum(values, half))).toBe(show(numberValue(fromScaled(total, 2))));
        const mean = divide(fromScaled(total, 2), fromBigInt(BigInt(amounts.length))) ?? half;
        expect(show(aggregateFunctions.avg(values, half))).toBe(show(numberValue(mean)));
      }),
    );
  });
});
