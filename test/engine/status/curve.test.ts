import { expect, it } from 'vitest';
import { curveAt } from '../../../packages/engine/src/status/curve.js';
import { amount, none, shown } from './amounts.js';

const points = (list: readonly (readonly [string, string])[]) => list.map(([x, y]) => ({ x: amount(x), y: amount(y) }));
const at = (list: readonly (readonly [string, string])[], x: string): string => shown(curveAt(points(list), amount(x)));

it('is straight between its points and level outside them', () => {
  const bonus = [
    ['0.8', '0'],
    ['1', '1'],
    ['1.2', '1.5'],
  ] as const;
  expect(['0', '0.8', '0.9', '1', '1.1', '1.2', '3'].map((x) => at(bonus, x))).toEqual([
    '0',
    '0',
    '0.5',
    '1',
    '1.25',
    '1.5',
    '1.5',
  ]);
});

it('takes the higher side of a jump, upwards and downwards', () => {
  const up = [
    ['0.8', '0'],
    ['0.8', '0.5'],
    ['1', '1'],
  ] as const;
  expect(['0.79', '0.8', '0.9'].map((x) => at(up, x))).toEqual(['0', '0.5', '0.75']);
  const down = [
    ['0', '1'],
    ['5', '1'],
    ['5', '0'],
    ['10', '0'],
  ] as const;
  expect(['5', '5.01', '12'].map((x) => at(down, x))).toEqual(['1', '0', '0']);
});

it('is exact', () => {
  expect(
    at(
      [
        ['0', '0'],
        ['3', '1'],
      ],
      '1',
    ),
  ).toBe(shown(amount('1/3')));
});

it('has no value where the place has none, a point has none, or there is no point', () => {
  expect(shown(curveAt(points([['0', '0']]), none('no_rows')))).toBe('(no_rows)');
  expect(shown(curveAt([{ x: none('division_by_zero'), y: amount('1') }], amount('1')))).toBe('(division_by_zero)');
  expect(shown(curveAt([], amount('1')))).toBe('(no_value)');
});
