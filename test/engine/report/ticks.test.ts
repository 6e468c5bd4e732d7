// Round numbers along an axis: their texts are exact, wherever the doubles of their places end.
import { describe, expect, test } from 'vitest';
import { axisLabel } from '../../../packages/engine/src/report/chart/axis-labels.js';
import { domainOf } from '../../../packages/engine/src/report/chart/positions.js';
import { ticksIn } from '../../../packages/engine/src/report/chart/ticks.js';

const texts = (low: number, high: number, percent = false): readonly string[] =>
  ticksIn([low, high], 5, percent).map(({ text }) => text.replaceAll('\u202f', ' '));

test.each([
  [0, 100, ['0', '20', '40', '60', '80', '100']],
  [0, 1, ['0', '0.2', '0.4', '0.6', '0.8', '1']],
  [0.1, 0.7, ['0.2', '0.4', '0.6']],
  [-5, 25, ['0', '10', '20']],
  [0, 47000, ['0', '10 000', '20 000', '30 000', '40 000']],
  [0, 25_000_000, ['0', '5 M', '10 M', '15 M', '20 M', '25 M']],
  [0, 3e10, ['0', '10 bn', '20 bn', '30 bn']],
  [0.000001, 0.000004, ['0.000001', '0.000002', '0.000003', '0.000004']],
])('from %d to %d', (low, high, expected) => expect(texts(low, high)).toEqual(expected));

test('percentages', () => {
  expect(texts(0, 0.07, true)).toEqual(['0 %', '2 %', '4 %', '6 %']);
  expect(texts(-0.1, 0.1, true)).toEqual(['\u221210 %', '\u22125 %', '0 %', '5 %', '10 %']);
});

describe('the range of an axis', () => {
  test('begins at zero where that is near', () => {
    expect(domainOf([30, 100])[0]).toBe(0);
    expect(domainOf([-100, -30])[1]).toBe(0);
    expect(domainOf([-5, 5])[0]).toBeLessThan(-5);
  });
  test('does not where differences would be lost', () => expect(domainOf([96, 100])[0]).toBeGreaterThan(90));
  test('holds one value alone', () => {
    expect(domainOf([7])).toEqual([0, 7 * 1.2]);
    expect(domainOf([])).toEqual([0, 1]);
    expect(domainOf([0])).toEqual([0, 1]);
  });
});

test('labels of periods in two lines', () => {
  expect(['FY2027-Q1', '2026-Q3', '2026-06', '2026-W07', '2026-06-09', 'FY2027', 'R2025-P13'].map(axisLabel)).toEqual([
    { minor: 'Q1', major: 'FY2027' },
    { minor: 'Q3', major: '2026' },
    { minor: 'Jun', major: '2026' },
    { minor: 'W07', major: '2026' },
    { minor: '9', major: 'Jun 2026' },
    { minor: 'FY2027', major: '' },
    { minor: 'R2025-P13', major: '' },
  ]);
});
