import { expect, test } from 'vitest';
import {
  amountText,
  figureText,
  plainText,
  ratioText,
  type NumberLook,
} from '../../../packages/cli/src/scorecards/figure-text.js';
import { ASCII, UNICODE } from '../../../packages/cli/src/scorecards/glyphs.js';
import { figure } from './make.js';

const look = (unit: string, more: Partial<NumberLook> = {}): NumberLook => ({
  unit,
  percent: false,
  decimals: null,
  ...more,
});

test.each<[string, NumberLook, string]>([
  ['1204.5', look('EUR'), '1204.50 EUR'],
  ['1204', look('JPY'), '1204 JPY'],
  ['44.1', look('EUR/customer', { decimals: 2 }), '44.10 EUR/customer'],
  ['44.1', look('EUR/customer'), '44.1 EUR/customer'],
  ['0.784', look('', { percent: true, decimals: 1 }), '78.4%'],
  ['0.7', look('order', { percent: true }), '70%'],
  ['-12', look('order'), '-12 order'],
  ['53.3333333333333333', look('order'), '53.33… order'],
  ['0.000012345678', look(''), '0.0000123…'],
  ['12345678901234567890.5', look('EUR'), '12345678901234567890.50 EUR'],
])('%s as %j is %s', (value, as, text) => {
  expect(amountText(figure(value), as, UNICODE)).toBe(text);
});

test('a missing number has no unit, an approximate one a sign', () => {
  expect(amountText(figure(null), look('EUR'), UNICODE)).toBe('—');
  expect(figureText(figure('1.5', { approximate: true }), look(''), UNICODE)).toBe('≈1.5');
  expect(figureText(figure('53.3333333333'), look(''), ASCII)).toBe('53.33..');
});

test.each([
  ['0.9496', '94.9%'],
  ['0.95', '95%'],
  ['0.949999999999', '94.9%'],
  ['1', '100%'],
  ['1.2', '120%'],
  ['0', '0%'],
  ['0.0004', '0%'],
  ['-0.0004', '0%'],
  ['-0.255', '-25.5%'],
  ['0.8833333333333333333333333333333333', '88.3%'],
])('the share %s is cut, not rounded: %s', (value, text) => {
  expect(ratioText(value)).toBe(text);
});

test.each([
  ['37500.00', look('EUR', { decimals: 2 }), '37500'],
  ['0.50', look('', { percent: true, decimals: 1 }), '50%'],
  ['0.525', look('', { percent: true, decimals: 1 }), '52.5%'],
  ['100', look(''), '100'],
  ['62.50', look(''), '62.5'],
])('what somebody declared is shown as they would write it: %s', (value, as, text) => {
  expect(plainText(figure(value), as, UNICODE)).toBe(text);
});
