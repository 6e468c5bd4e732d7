// Numbers as they are shown: rounded ones keep their exact text, and nothing passes through a double.
import { expect, test } from 'vitest';
import { shownChange, shownNumber, shownShare } from '../../../packages/engine/src/report/number-text.js';

const plain = (text: string | null): string | null => text?.replaceAll('\u202f', ' ') ?? null;
const style = { percent: false, decimals: null };

test.each([
  ['12', null, '12', null],
  ['18234.56', 2, '18 234.56', null],
  ['58.33333333333333333333333333333333', null, '58.33', '58.33333333333333333333333333333333'],
  ['0.0012345', null, '0.00123', '0.0012345'],
  ['2.5', 0, '2', '2.5'],
  ['3.5', 0, '4', '3.5'],
  ['2.999', null, '3', '2.999'],
  ['-1234567.891', null, '\u22121 234 567.89', '\u22121 234 567.891'],
  ['90071992547409931234567890.12', 2, '90 071 992 547 409 931 234 567 890.12', null],
])('%s with %s decimals is %s', (text, decimals, shown, exact) => {
  const { text: said, exact: kept } = shownNumber(text, { percent: false, decimals });
  expect([plain(said), plain(kept)]).toEqual([shown, exact]);
});

test.each([
  ['0.0641', 2, '6.41 %', null],
  ['0.0641', 1, '6.4 %', '6.41 %'],
  ['0.5009494505494505', null, '50.1 %', '50.09494505494505 %'],
  ['1', null, '100 %', null],
  ['0.00012', null, '0.01 %', '0.012 %'],
])('%s as a percentage with %s decimals is %s', (text, decimals, shown, exact) => {
  const { text: said, exact: kept } = shownNumber(text, { percent: true, decimals });
  expect([plain(said), plain(kept)]).toEqual([shown, exact]);
});

test('changes have a sign, and percentages change by points', () => {
  expect(shownChange('4.5', style).text).toBe('+4.5');
  expect(shownChange('-4.5', style).text).toBe('\u22124.5');
  expect(shownChange('0.00', style).text).toBe('0.00');
  expect(plain(shownChange('0.0152', { percent: true, decimals: 2 }).text)).toBe('+1.52 pp');
});

test('shares are cut: what misses a bound never seems to reach it', () => {
  expect(plain(shownShare('0.9496').text)).toBe('94.9 %');
  expect(plain(shownShare('0.9496').exact)).toBe('94.96 %');
  expect(plain(shownShare('1.2').text)).toBe('120 %');
  expect(plain(shownShare('-0.0004').text)).toBe('0 %');
});
