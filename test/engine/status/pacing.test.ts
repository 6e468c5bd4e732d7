import { describe, expect, it } from 'vitest';
import type { Pacing } from '@sextant/parser';
import { parseDate } from '../../../packages/engine/src/calendar/time-text.js';
import { windowOfDays } from '../../../packages/engine/src/calendar/window.js';
import { expectedShare, pacedOf, requiredRate, type PeriodClock } from '../../../packages/engine/src/status/pacing.js';
import { amount, none, shown } from './amounts.js';

const day = (text: string): number => parseDate(text) ?? Number.NaN;
const clock = (from: string, end: string, asOf: string): PeriodClock => ({
  window: windowOfDays(day(from), day(end), 'UTC'),
  asOfDay: day(asOf),
  complete: day(asOf) + 1 >= day(end),
});
const quarter = clock('2025-01-01', '2025-04-01', '2025-02-14');
const NEVER = { soFar: none(), whole: none() };
const share = (pacing: Pacing, at = quarter, holidays = new Set<number>(), year = NEVER) =>
  expectedShare(pacing, at, holidays, year);

describe('the expected share of the way (K16)', () => {
  it('is the elapsed share by days, by working days, by last year', () => {
    expect(shown(share({ kind: 'linear' }))).toBe('0.5');
    expect(shown(share({ kind: 'working_days', holidays: null }))).toBe(shown(amount('33/64')));
    expect(
      shown(share({ kind: 'like_prior_year' }, quarter, new Set(), { soFar: amount('44'), whole: amount('100') })),
    ).toBe('0.44');
    const leap = clock('2024-01-01', '2024-04-01', '2024-02-14');
    expect(shown(share({ kind: 'linear' }, leap))).toBe(shown(amount('45/91')));
  });

  it('leaves holidays out on both sides', () => {
    const holidays = new Set([day('2025-01-01'), day('2025-01-04')]);
    expect(shown(share({ kind: 'working_days', holidays: 'h' }, quarter, holidays))).toBe(shown(amount('32/63')));
  });

  it('follows steps, straight between them', () => {
    const steps: Pacing = {
      kind: 'steps',
      steps: [
        { elapsed: '0', expected: '0' },
        { elapsed: '0.25', expected: '0.1' },
        { elapsed: '0.75', expected: '0.3' },
        { elapsed: '1', expected: '1' },
      ],
    };
    expect(shown(share(steps))).toBe('0.2');
  });

  it('is 1 when the period is over, and none where nothing can be divided', () => {
    const over = clock('2025-01-01', '2025-04-01', '2025-03-31');
    for (const kind of ['linear', 'like_prior_year'] as const) expect(shown(share({ kind }, over))).toBe('1');
    const weekend = clock('2025-02-15', '2025-02-17', '2025-02-15');
    expect(shown(share({ kind: 'working_days', holidays: null }, weekend))).toBe('(division_by_zero)');
    const nothing = { soFar: amount('0'), whole: amount('0') };
    expect(shown(share({ kind: 'like_prior_year' }, quarter, new Set(), nothing))).toBe('(division_by_zero)');
    expect(shown(share({ kind: 'like_prior_year' }))).toBe('(no_rows)');
  });
});

describe('pace', () => {
  const paced = (value: string, baseline: string, target: string, c: string) => {
    const { expected, pace, forecast } = pacedOf(amount(value), amount(baseline), amount(target), amount(c));
    return [expected, pace, forecast].map(shown);
  };

  it('is what was reached of what was expected (K16)', () => {
    expect(paced('405000', '0', '900000', '0.5')).toEqual(['450000', '0.9', '810000']);
    expect(paced('405000', '0', '900000', '33/64').slice(0, 2)).toEqual(['464062.5', shown(amount('48/55'))]);
    expect(paced('405000', '0', '900000', '0.44').slice(0, 2)).toEqual(['396000', shown(amount('45/44'))]);
    expect(paced('405000', '0', '900000', '45/91')[0]).toBe(shown(amount('40500000/91')));
    expect(paced('40', '20', '80', '0.5')).toEqual(['50', shown(amount('2/3')), '60']);
  });

  it('is the same downwards', () => {
    expect(paced('55', '60', '40', '0.5')).toEqual(['50', '0.5', '50']);
  });

  it('forecasts nothing from less than a tenth of the way', () => {
    expect(paced('10', '0', '100', '0.1')[2]).toBe('100');
    expect(paced('10', '0', '100', '0.099')[2]).toBe('(not_due)');
    expect(paced('10', '0', '100', '0')).toEqual(['0', '(division_by_zero)', '(not_due)']);
  });

  it('asks for the rest on the days that are left', () => {
    expect(shown(requiredRate(amount('405000'), amount('900000'), 45))).toBe('11000');
    expect(requiredRate(amount('405000'), amount('900000'), 0)).toBe(null);
  });
});
