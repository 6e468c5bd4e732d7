import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, judge, type BandAmounts, type Basis, type Facts } from '../../../packages/engine/src/status/judge.js';
import { scoreOf } from '../../../packages/engine/src/status/score.js';
import { compare } from '../../../packages/engine/src/value/rational.js';
import { amount, none, rational } from './amounts.js';

const bands: BandAmounts = { basis: 'score', onTrack: amount('0.95'), atRisk: amount('0.85'), below: false };
const facts: Facts = {
  period: '2025-Q1',
  started: true,
  complete: true,
  paced: false,
  value: amount('90'),
  target: amount('100'),
  score: amount('0.9'),
  reached: false,
  figure: amount('0.9'),
  bands,
  stale: null,
};

describe('bands', () => {
  const at = (figure: string): string | null => bandOf(amount(figure), bands);

  it('are half-open and without gaps (K19)', () => {
    expect([at('0.95'), at('0.945'), at('0.85'), at('0.8499')]).toEqual([
      'on_track',
      'at_risk',
      'at_risk',
      'off_track',
    ]);
  });

  it('compare exactly: 0.99 is nine tenths of 1.1 (K19)', () => {
    const aim = {
      kind: 'target',
      target: amount('1.1'),
      baseline: amount('0'),
      curve: null,
      cap: amount('1'),
    } as const;
    const { score } = scoreOf(aim, amount('0.99'), 'up');
    expect(bandOf(score, { ...bands, onTrack: amount('0.9') })).toBe('on_track');
    // What a double makes of it is the lower band.
    expect(0.99 / 1.1 >= 0.9).toBe(false);
  });

  it('turn round for values and forecasts where less is better, and for nothing else', () => {
    const of = (basis: Basis): BandAmounts => ({ basis, onTrack: amount('4'), atRisk: amount('6'), below: true });
    for (const basis of ['value', 'forecast'] as const) {
      expect(['4', '4.01', '6', '6.01'].map((one) => bandOf(amount(one), of(basis)))).toEqual([
        'on_track',
        'at_risk',
        'at_risk',
        'off_track',
      ]);
    }
    for (const basis of ['score', 'pace'] as const) expect(bandOf(amount('7'), of(basis))).toBe('on_track');
  });

  it('are two where nothing says when it is at risk', () => {
    const two = { ...bands, atRisk: null };
    expect([bandOf(amount('0.95'), two), bandOf(amount('0.94'), two)]).toEqual(['on_track', 'off_track']);
  });

  it('give every figure exactly one status', () => {
    const number = fc.integer({ min: -500, max: 500 }).map((n) => `${n}/9`);
    const basis = fc.constantFrom<Basis>('score', 'pace', 'forecast', 'value');
    fc.assert(
      fc.property(number, number, number, basis, fc.boolean(), (figure, one, other, basis, below) => {
        const turned = below && (basis === 'value' || basis === 'forecast');
        // The bound of on_track is the better of the two.
        const ordered = compare(rational(one), rational(other)) >= 0 !== turned ? [one, other] : [other, one];
        const [onTrack = '', atRisk = ''] = ordered;
        const better = (a: string, b: string): boolean => {
          const order = compare(rational(a), rational(b));
          return turned ? order <= 0 : order >= 0;
        };
        const band = bandOf(amount(figure), { basis, onTrack: amount(onTrack), atRisk: amount(atRisk), below });
        const wanted = better(figure, onTrack) ? 'on_track' : better(figure, atRisk) ? 'at_risk' : 'off_track';
        expect(band).toBe(wanted);
      }),
    );
  });
});

describe('the first rule that fires', () => {
  const status = (change: Partial<Facts>): unknown[] => {
    const { status, because } = judge({ ...facts, ...change });
    return [status, because];
  };

  it('is not_due before the period begins', () => {
    expect(status({ started: false, value: none('not_due'), stale: 'orders' })).toEqual([
      'not_due',
      { kind: 'not_started' },
    ]);
  });

  it('is not_due where the value itself is not due yet', () => {
    expect(status({ value: none('not_due') })).toEqual(['not_due', { kind: 'no_value', reason: 'not_due' }]);
  });

  it('is no_data without a value, a target or a score', () => {
    expect(status({ value: none('missing_rate') })).toEqual(['no_data', { kind: 'no_value', reason: 'missing_rate' }]);
    expect(status({ target: none('no_target') })).toEqual(['no_data', { kind: 'no_target', period: '2025-Q1' }]);
    expect(status({ score: none('invalid_argument') })).toEqual([
      'no_data',
      { kind: 'no_value', reason: 'invalid_argument' },
    ]);
  });

  it('is not_due in an open period without pacing, never red', () => {
    expect(status({ complete: false, figure: amount('0') })).toEqual(['not_due', { kind: 'period_open' }]);
  });

  it('is not_due where the basis has nothing to say yet, and no_data where it never will', () => {
    const forecast = { ...bands, basis: 'forecast' } as const;
    const open = { complete: false, paced: true, figure: none('not_due'), bands: forecast };
    expect(status(open)).toEqual(['not_due', { kind: 'no_basis', basis: 'forecast' }]);
    expect(status({ ...open, complete: true })).toEqual(['no_data', { kind: 'no_basis', basis: 'forecast' }]);
  });

  it('is stale before it is achieved or in a band', () => {
    expect(status({ stale: 'orders', reached: true })).toEqual(['stale', { kind: 'stale', dataset: 'orders' }]);
  });

  it('is achieved only when the period is over', () => {
    expect(status({ reached: true })).toEqual(['achieved', { kind: 'achieved' }]);
    expect(status({ reached: true, complete: false, paced: true, figure: amount('1') })[0]).toBe('on_track');
  });

  it('is a band then, with the bound that was met', () => {
    const because = (figure: string, bound: string | null) => ({
      kind: 'band',
      basis: 'score',
      figure: { value: figure, reason: null, approximate: false },
      bound,
    });
    expect(status({ figure: amount('0.96') })).toEqual(['on_track', because('0.96', '0.95')]);
    expect(status({})).toEqual(['at_risk', because('0.9', '0.85')]);
    expect(status({ figure: amount('0.2') })).toEqual(['off_track', because('0.2', null)]);
  });
});
