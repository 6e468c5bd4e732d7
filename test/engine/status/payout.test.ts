import { describe, expect, it } from 'vitest';
import { payoutOf, type PayoutFacts } from '../../../packages/engine/src/status/payout.js';
import { amount, none, rational, shown } from './amounts.js';

const facts: PayoutFacts = {
  components: [
    { weight: rational('2'), score: amount('1.1') },
    { weight: rational('1'), score: amount('0.8') },
  ],
  curve: [
    { x: amount('0.8'), y: amount('0') },
    { x: amount('0.8'), y: amount('0.5') },
    { x: amount('1'), y: amount('1') },
    { x: amount('1.2'), y: amount('1.5') },
  ],
  amount: amount('2000'),
  cap: null,
  gate: null,
};
const paid = (change: Partial<PayoutFacts> = {}): readonly unknown[] => {
  const { score, share, passed, payout } = payoutOf({ ...facts, ...change });
  return [shown(score), shown(share), passed, shown(payout)];
};

describe('what an incentive pays', () => {
  it('is the share that the curve gives for the mean of the scores', () => {
    expect(paid()).toEqual(['1', '1', null, '2000']);
    expect(paid({ components: [{ weight: rational('1'), score: amount('0.9') }] })).toEqual([
      '0.9',
      '0.75',
      null,
      '1500',
    ]);
    expect(paid({ components: [{ weight: rational('1'), score: amount('0.79') }] })[3]).toBe('0');
  });

  it('is the score itself without a curve', () => {
    expect(paid({ curve: [], components: [{ weight: rational('3'), score: amount('1/3') }] })[3]).toBe(
      shown(amount('2000/3')),
    );
  });

  it('is at most the cap', () => {
    const high = { components: [{ weight: rational('1'), score: amount('2') }] };
    expect(paid(high)[3]).toBe('3000');
    expect(paid({ ...high, cap: amount('2500') })[3]).toBe('2500');
  });

  it('is nothing behind a gate that is shut, and not known behind one that nobody can judge', () => {
    expect(paid({ gate: { atLeast: 'at_risk', status: 'at_risk' } }).slice(2)).toEqual([true, '2000']);
    expect(paid({ gate: { atLeast: 'on_track', status: 'at_risk' } }).slice(2)).toEqual([false, '0']);
    expect(paid({ gate: { atLeast: 'at_risk', status: 'no_data' } }).slice(2)).toEqual([null, '(no_value)']);
  });

  it('has no value where a component has none', () => {
    const components = [...facts.components, { weight: rational('1'), score: none('not_due') }];
    expect(paid({ components })).toEqual(['(not_due)', '(not_due)', null, '(not_due)']);
  });
});
