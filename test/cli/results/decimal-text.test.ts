import { expect, test } from 'vitest';
import {
  roundedTo,
  shapeOf,
  shiftPoint,
  shortened,
  withScale,
} from '../../../packages/cli/src/results/decimal-text.js';

test.each([
  ['0.0525', '5.25'],
  ['0.05', '5'],
  ['0.5', '50'],
  ['-0.005', '-0.5'],
  ['0', '0'],
  ['12', '1200'],
  ['1.23456', '123.456'],
  ['0.100', '10.0'],
])('the point of %s two places on is %s', (text, moved) => {
  expect(shiftPoint(text, 2)).toBe(moved);
});

test.each([
  ['33.3333333333333333', '33.333333…'],
  ['12.3456789', '12.3456789'],
  ['12.34567899', '12.34567899'],
  ['12.345678999', '12.345678…'],
  ['0.000000000123456', '0.000000000123…'],
  ['-0.6666666666', '-0.666666…'],
  ['12345678901234567890', '12345678901234567890'],
])('%s is shown as %s', (text, shown) => {
  expect(shortened(text)).toBe(shown);
});

test.each([
  ['2.345', 2, '2.34'],
  ['2.355', 2, '2.36'],
  ['2.3450001', 2, '2.35'],
  ['-2.675', 2, '-2.68'],
  ['0.5', 0, '0'],
  ['1.5', 0, '2'],
  ['-0.004', 2, '0.00'],
  ['9.999', 2, '10.00'],
  ['0.05', 3, '0.05'],
])('%s to %i digits is %s, half-even', (text, scale, rounded) => {
  expect(roundedTo(text, scale)).toBe(rounded);
});

test('the shape of a number counts its digits', () => {
  expect(shapeOf('-120.050')).toEqual({ whole: 3, scale: 3 });
  expect(shapeOf('0.5')).toEqual({ whole: 0, scale: 1 });
});

test('zeros fill up to a scale, and nothing is cut', () => {
  expect([withScale('15.6', 2), withScale('-3', 2), withScale('1.234', 2), withScale('7', 0)]).toEqual([
    '15.60',
    '-3.00',
    '1.234',
    '7',
  ]);
});
