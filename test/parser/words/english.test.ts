// The English of descriptions.
import { expect, test } from 'vitest';
import { amountInWords, asPercent, groupedDigits } from '@sextant/parser';
import { inSentence, listed, ordinal, plural, singular } from '../../../packages/parser/src/words/english.js';

test.each([
  ['order', 'orders'],
  ['entry', 'entries'],
  ['day', 'days'],
  ['address', 'addresses'],
  ['branch', 'branches'],
  ['box', 'boxes'],
  ['order line', 'order lines'],
  ['person', 'people'],
  ['orders', 'orders'],
])('plural of %s', (one, many) => expect(plural(one)).toBe(many));

test.each([
  ['orders', 'order'],
  ['lead_stages', 'lead_stage'],
  ['entries', 'entry'],
  ['stock', 'stock'],
  ['status', 'status'],
])('one of %s', (many, one) => expect(singular(many)).toBe(one));

test.each([
  ['1', '1st'],
  ['2', '2nd'],
  ['13', '13th'],
  ['22', '22nd'],
  ['90', '90th'],
])('ordinal of %s', (whole, said) => expect(ordinal(whole)).toBe(said));

test('titles in a sentence keep the capitals of abbreviations', () => {
  expect(['Acquired by', 'DE share', 'eNPS', 'Ärzte', 'X'].map(inSentence)).toEqual([
    'acquired by',
    'DE share',
    'eNPS',
    'ärzte',
    'x',
  ]);
});

test('lists', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((one) => listed(one, 'or'))).toEqual([
    '',
    'a',
    'a or b',
    'a, b or c',
  ]);
});

test.each([
  ['0.05', '5 %'],
  ['0.0525', '5.25 %'],
  ['1', '100 %'],
  ['0', '0 %'],
  ['-0.1', '\u221210 %'],
  ['123.4567', '12 345.67 %'],
])('%s as a percentage', (text, shown) => expect(asPercent(text).replaceAll('\u202f', ' ')).toBe(shown));

test('digits stay exact in groups', () => {
  const long = '123456789012345678901234567890.123456789012345678901234567890';
  expect(groupedDigits(long).replaceAll('\u202f', '')).toBe(long);
  expect(groupedDigits('1234.5')).toBe('1234.5');
  expect(groupedDigits('-12345')).toBe('\u221212\u202f345');
});

test('units agree with their number', () => {
  const customers = [{ base: 'customer', kind: 'counted', power: 1 }] as const;
  const perOrder = [
    { base: 'EUR', kind: 'currency', power: 1 },
    { base: 'order', kind: 'counted', power: -1 },
  ] as const;
  expect(amountInWords('1', customers, false)).toBe('1 customer');
  expect(amountInWords('2', customers, false)).toBe('2 customers');
  expect(amountInWords('45', perOrder, false)).toBe('45 EUR per order');
  expect(amountInWords('9', [{ base: 'minute', kind: 'time', power: 2 }], false)).toBe('9 squared minutes');
});
