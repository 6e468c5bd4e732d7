import { expect, it } from 'vitest';
import { trendOf } from '../../../packages/engine/src/status/trend.js';
import { amount, none } from './amounts.js';

const trend = (prior: string, value: string, direction: 'up' | 'down', materiality?: string) =>
  trendOf({
    value: amount(value),
    prior: amount(prior),
    direction,
    range: null,
    materiality: materiality === undefined ? null : amount(materiality),
  });

it('is the change times the direction', () => {
  expect([trend('10', '11', 'up'), trend('10', '11', 'down')]).toEqual(['improving', 'worsening']);
  expect([trend('10', '9', 'up'), trend('10', '9', 'down')]).toEqual(['worsening', 'improving']);
  expect(trend('10', '10', 'up')).toBe('flat');
});

it('is flat up to what is material, and at it', () => {
  expect(['10.9', '11', '11.1', '9', '8.9'].map((value) => trend('10', value, 'up', '1'))).toEqual([
    'flat',
    'flat',
    'improving',
    'flat',
    'worsening',
  ]);
});

it('of a range is whether it comes nearer', () => {
  const range = { low: amount('50'), high: amount('70') };
  const at = (prior: string, value: string) =>
    trendOf({ value: amount(value), prior: amount(prior), direction: 'range', range, materiality: null });
  expect([at('40', '45'), at('90', '80'), at('40', '90'), at('90', '45')]).toEqual([
    'improving',
    'improving',
    'worsening',
    'improving',
  ]);
  expect(at('55', '65')).toBe('flat');
});

it('is not known without something to compare', () => {
  const facts = { direction: 'up', range: null, materiality: null } as const;
  expect(trendOf({ ...facts, value: amount('1'), prior: none('incomplete_window') })).toBe(null);
  expect(trendOf({ ...facts, value: none(), prior: amount('1') })).toBe(null);
});
