import { expect, it } from 'vitest';
import { gapTo, positionIn } from '../../../packages/engine/src/status/benchmark.js';
import { amount, none, shown } from './amounts.js';

const points = (list: Readonly<Record<number, string>>) =>
  Object.entries(list).map(([percentile, value]) => ({ percentile: Number(percentile), value: amount(value) }));
const position = (list: Readonly<Record<number, string>>, value: string): string => {
  const found = positionIn(points(list), amount(value));
  return found === null ? '-' : `${shown(found.percentile)}${found.beyond === null ? '' : ` ${found.beyond}`}`;
};

it('lies straight between percentiles, which may run upward or downward', () => {
  const up = { 25: '10', 50: '20', 75: '40' };
  expect(['10', '15', '20', '30', '40'].map((one) => position(up, one))).toEqual(['25', '37.5', '50', '62.5', '75']);
  const down = { 25: '71', 50: '58', 75: '44' };
  expect(['71', '58', '51', '44'].map((one) => position(down, one))).toEqual(['25', '50', '62.5', '75']);
});

it('is beyond what is declared', () => {
  expect([position({ 25: '10', 75: '40' }, '9'), position({ 25: '10', 75: '40' }, '41')]).toEqual([
    '25 below',
    '75 above',
  ]);
  expect([position({ 25: '71', 75: '44' }, '80'), position({ 25: '71', 75: '44' }, '40')]).toEqual([
    '25 below',
    '75 above',
  ]);
});

it('takes the higher percentile of equal values', () => {
  expect(position({ 25: '10', 50: '10', 75: '40' }, '10')).toBe('50');
});

it('has no position among fewer than two, and no gap without a middle', () => {
  expect(position({ 50: '31' }, '20')).toBe('-');
  expect(positionIn(points({ 25: '1', 75: '2' }), none())).toBe(null);
  expect(shown(gapTo(points({ 50: '31' }), amount('20')))).toBe('-11');
  expect(gapTo(points({ 25: '1', 75: '2' }), amount('1'))).toBe(null);
});
