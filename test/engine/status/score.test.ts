import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf, type AimAmounts } from '../../../packages/engine/src/status/score.js';
import { compare } from '../../../packages/engine/src/value/rational.js';
import { amount, none, shown } from './amounts.js';

const target = (goal: string, baseline: string, cap = '1'): AimAmounts => ({
  kind: 'target',
  target: amount(goal),
  baseline: amount(baseline),
  curve: null,
  cap: amount(cap),
});
const score = (aim: AimAmounts, value: string, direction: 'up' | 'down' | 'range'): string =>
  shown(scoreOf(aim, amount(value), direction).score);

describe('the score of a target', () => {
  it('is the way from the baseline, the same formula down as up (K17)', () => {
    const cpa = target('40', '60');
    expect(score(cpa, '50', 'down')).toBe('0.5');
    expect(score(cpa, '40', 'down')).toBe('1');
    expect(score(cpa, '36', 'down')).toBe('1');
    expect(score(target('40', '60', '2'), '36', 'down')).toBe('1.2');
    expect(score(cpa, '70', 'down')).toBe('0');
    const { progress } = scoreOf(cpa, amount('70'), 'down');
    expect(shown(progress)).toBe('-0.5');
    expect(score(target('80', '20'), '50', 'up')).toBe('0.5');
  });

  it('has no value where the baseline is on the wrong side, or on the target', () => {
    expect(score(target('60', '60'), '50', 'down')).toBe('(invalid_argument)');
    expect(score(target('60', '40'), '50', 'down')).toBe('(invalid_argument)');
    expect(score(target('40', '60'), '50', 'up')).toBe('(invalid_argument)');
  });

  it('is reached from the target on', () => {
    expect(scoreOf(target('40', '60'), amount('40'), 'down').reached).toBe(true);
    expect(scoreOf(target('40', '60'), amount('40.01'), 'down').reached).toBe(false);
    expect(scoreOf(target('40', '60'), none(), 'down').reached).toBe(false);
  });

  it('is what a curve says, where one does; progress is computed all the same', () => {
    const curve = [
      { x: amount('0'), y: amount('0') },
      { x: amount('80'), y: amount('0') },
      { x: amount('80'), y: amount('0.5') },
      { x: amount('100'), y: amount('1') },
    ];
    const aim: AimAmounts = { ...target('100', '0'), kind: 'target', curve } as AimAmounts;
    const scored = scoreOf(aim, amount('90'), 'up');
    expect([shown(scored.score), shown(scored.progress), scored.reached]).toEqual(['0.75', '0.9', false]);
    expect(score(aim, '80', 'up')).toBe('0.5');
    // Without a baseline nothing says where it started: the target itself is to be reached.
    const down: AimAmounts = { kind: 'target', target: amount('5'), baseline: null, curve, cap: amount('1') };
    expect(scoreOf(down, amount('5'), 'down')).toMatchObject({ progress: null, reached: true });
    expect(scoreOf(down, amount('6'), 'down').reached).toBe(false);
  });
});

describe('the score of a limit', () => {
  const limit = (side: 'at_most' | 'at_least', bound: string, worst: string): AimAmounts => ({
    kind: 'limit',
    side,
    bound: amount(bound),
    worst: amount(worst),
    curve: null,
    cap: amount('1'),
  });

  it('is 1 at the bound and 0 at the worst value', () => {
    expect(score(limit('at_most', '60', '240'), '60', 'down')).toBe('1');
    expect(score(limit('at_most', '60', '240'), '150', 'down')).toBe('0.5');
    expect(score(limit('at_most', '60', '240'), '500', 'down')).toBe('0');
    expect(score(limit('at_least', '0.9', '0.5'), '0.6', 'up')).toBe('0.25');
    expect(score(limit('at_most', '60', '30'), '50', 'down')).toBe('(invalid_argument)');
  });

  it('is kept at the bound', () => {
    expect(scoreOf(limit('at_most', '60', '240'), amount('60'), 'down').reached).toBe(true);
    expect(scoreOf(limit('at_most', '60', '240'), amount('61'), 'down').reached).toBe(false);
    expect(scoreOf(limit('at_least', '0.9', '0.5'), amount('0.9'), 'up').reached).toBe(true);
  });
});

describe('the score of a range', () => {
  const range: AimAmounts = {
    kind: 'range',
    low: amount('50'),
    high: amount('70'),
    tolerance: amount('20'),
    curve: null,
  };

  it('is 1 inside and falls to 0 over the tolerance, on both sides', () => {
    const at = (value: string): string => score(range, value, 'range');
    expect(['50', '60', '70'].map(at)).toEqual(['1', '1', '1']);
    expect(['45', '40', '30', '10'].map(at)).toEqual(['0.75', '0.5', '0', '0']);
    expect(['75', '90', '95'].map(at)).toEqual(['0.75', '0', '0']);
    expect(scoreOf(range, amount('70'), 'range').reached).toBe(true);
    expect(scoreOf(range, amount('70.1'), 'range').reached).toBe(false);
  });

  it('is 0 outside where nothing is tolerated', () => {
    expect(score({ ...range, tolerance: amount('0') }, '71', 'range')).toBe('0');
    expect(score({ ...range, tolerance: amount('0') }, '70', 'range')).toBe('1');
  });
});

it('better values never score less', () => {
  const number = fc.integer({ min: -1000, max: 1000 }).map((n) => `${n}/7`);
  fc.assert(
    fc.property(number, number, number, number, fc.boolean(), (a, b, low, high, isUp) => {
      const direction = isUp ? 'up' : 'down';
      const aims: readonly AimAmounts[] = [
        target(high, low, '2'),
        {
          kind: 'limit',
          side: isUp ? 'at_least' : 'at_most',
          bound: amount(high),
          worst: amount(low),
          curve: null,
          cap: amount('1'),
        },
      ];
      const order = compare(valueOf(a), valueOf(b)) * (isUp ? 1 : -1);
      for (const aim of aims) {
        const [left, right] = [scoreOf(aim, amount(a), direction).score, scoreOf(aim, amount(b), direction).score];
        if (left.kind === 'none' || right.kind === 'none') {
          expect(left.kind).toBe(right.kind);
          continue;
        }
        const scores = compare(left.value, right.value);
        expect(scores === 0 || scores === order).toBe(true);
      }
    }),
  );
});

function valueOf(text: string): Parameters<typeof compare>[0] {
  const found = amount(text);
  if (found.kind === 'none') throw new Error('a number');
  return found.value;
}
