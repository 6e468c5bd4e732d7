import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText, compareValues, groupKey, sameValue, valueKey } from '../../../packages/engine/src/value/order.js';
import { fraction, fromBigInt, fromDecimalText } from '../../../packages/engine/src/value/rational.js';
import type { Value } from '../../../packages/engine/src/value/value.js';
import {
  FALSE,
  TRUE,
  dateValue,
  datetimeValue,
  integerValue,
  noValue,
  numberValue,
  textValue,
  timestampValue,
} from '../../../packages/engine/src/value/value.js';

const decimal = (text: string): Value => numberValue(fromDecimalText(text) ?? fromBigInt(0n));

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.tuple(fc.bigInt({ min: -99n, max: 99n }), fc.bigInt({ min: 1n, max: 9n })).map(([n, d]) => numberValue({ n, d })),
  fc.string({ unit: 'binary', maxLength: 4 }).map(textValue),
  fc.boolean().map((value): Value => ({ kind: 'boolean', value })),
  fc.integer({ min: -9, max: 9 }).map(dateValue),
  fc.bigInt({ min: -9n, max: 9n }).map(datetimeValue),
  fc.bigInt({ min: -9n, max: 9n }).map(timestampValue),
  fc.constantFrom<Value>(noValue('no_value'), noValue('no_rows'), noValue('division_by_zero')),
);

describe('order', () => {
  test('text by code point, not by UTF-16 unit', () => {
    // U+1F600 comes after U+FFFD, though its first unit is smaller.
    expect(['\u{1F600}', '�', 'b', 'B', 'é', 'z', '', 'ba'].sort(compareText)).toEqual([
      '',
      'B',
      'b',
      'ba',
      'z',
      'é',
      '�',
      '\u{1F600}',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareText(a, b))).toBe(bytes);
      }),
    );
  });

  test('no value sorts last both ways', () => {
    const values = [integerValue(2), noValue('no_rows'), integerValue(10), integerValue(1)];
    const sorted = (direction: 'asc' | 'desc') =>
      values.toSorted((a, b) => compareValues(a, b, direction)).map((value) => valueKey(value));
    expect(sorted('asc')).toEqual(['n1', 'n2', 'n10', '-']);
    expect(sorted('desc')).toEqual(['n10', 'n2', 'n1', '-']);
  });

  test('a total order in both directions', () => {
    fc.assert(
      fc.property(
        anyValue,
        anyValue,
        anyValue,
        fc.constantFrom<'asc' | 'desc'>('asc', 'desc'),
        (a, b, c, direction) => {
          const order = (x: Value, y: Value): number => Math.sign(compareValues(x, y, direction));
          expect(order(a, b)).toBe(0 - order(b, a));
          if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
        },
      ),
    );
  });

  test('a key is equal exactly where values are', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(valueKey(a) === valueKey(b)).toBe(compareValues(a, b) === 0);
        expect(sameValue(a, b)).toBe(compareValues(a, b) === 0);
      }),
    );
  });

  test('keys', () => {
    expect(valueKey(decimal('1.10'))).toBe(valueKey(decimal('1.1')));
    expect(valueKey(numberValue(fraction(2n, 4n) ?? fromBigInt(0n)))).toBe('n1/2');
    expect(valueKey(TRUE)).not.toBe(valueKey(FALSE));
    expect(valueKey(textValue('-'))).not.toBe(valueKey(noValue('no_value')));
    expect(valueKey(integerValue(1))).not.toBe(valueKey(textValue('1')));
    expect(groupKey([textValue('a'), textValue('b|c')])).not.toBe(groupKey([textValue('a|tb'), textValue('c')]));
    expect(groupKey([textValue('a|2:tb')])).not.toBe(groupKey([textValue('a'), textValue('b')]));
  });
});
