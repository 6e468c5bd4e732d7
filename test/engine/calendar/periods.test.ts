import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOfDay } from '../../../packages/engine/src/calendar/buckets.js';
import type { CalendarSettings } from '../../../packages/engine/src/calendar/calendar-settings.js';
import { dayOf } from '../../../packages/engine/src/calendar/civil.js';
import { periodProblemHelp, periodProblemText } from '../../../packages/engine/src/calendar/errors.js';
import type { DayLevel } from '../../../packages/engine/src/calendar/levels.js';
import { LEVELS } from '../../../packages/engine/src/calendar/levels.js';
import { parsePeriod } from '../../../packages/engine/src/calendar/periods.js';
import { dateText } from '../../../packages/engine/src/calendar/time-text.js';
import { dayBounds, sameWindow } from '../../../packages/engine/src/calendar/window.js';

const settings: CalendarSettings = { timezone: 'Europe/Berlin', weekStarts: 'monday', fiscalYearStarts: 2 };

function read(text: string, calendar = settings): string {
  const period = parsePeriod(text, calendar);
  if (period.kind !== 'period') return `${period.kind}: ${period.text}`;
  const { start, end } = dayBounds(period);
  return `${period.level ?? 'range'} ${dateText(start ?? 0)} ${dateText(end ?? 0)}`;
}

describe('periods', () => {
  test.each([
    ['2026', 'year 2026-01-01 2027-01-01'],
    ['2026-Q1', 'quarter 2026-01-01 2026-04-01'],
    ['2026-03', 'month 2026-03-01 2026-04-01'],
    ['2026-W05', 'week 2026-01-26 2026-02-02'],
    ['2020-W53', 'week 2020-12-28 2021-01-04'],
    ['2026-03-01', 'day 2026-03-01 2026-03-02'],
    ['FY2027', 'fiscal_year 2026-02-01 2027-02-01'],
    ['FY2027-Q1', 'fiscal_quarter 2026-02-01 2026-05-01'],
    ['FY2027-Q4', 'fiscal_quarter 2026-11-01 2027-02-01'],
    ['2026-01..2026-03', 'range 2026-01-01 2026-04-01'],
    ['2026-01-01..2026-02-14', 'range 2026-01-01 2026-02-15'],
    ['2026-01..2026-01', 'range 2026-01-01 2026-02-01'],
    ['2025..2026-Q1', 'range 2025-01-01 2026-04-01'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['2026-13', 'noSuchPeriod: 2026-13'],
    ['2026-00', 'noSuchPeriod: 2026-00'],
    ['2026-Q5', 'noSuchPeriod: 2026-Q5'],
    ['2026-Q0', 'noSuchPeriod: 2026-Q0'],
    ['FY2027-Q9', 'noSuchPeriod: FY2027-Q9'],
    ['2019-W53', 'noSuchPeriod: 2019-W53'],
    ['2026-W00', 'noSuchPeriod: 2026-W00'],
    ['2025-02-29', 'noSuchPeriod: 2025-02-29'],
    ['0000', 'noSuchPeriod: 0000'],
    ['26', 'notAPeriod: 26'],
    ['2026-1', 'notAPeriod: 2026-1'],
    ['FY2027-02', 'notAPeriod: FY2027-02'],
    ['FY2027-W02', 'notAPeriod: FY2027-W02'],
    ['fy2027', 'notAPeriod: fy2027'],
    [' 2026', 'notAPeriod:  2026'],
    ['2026..', 'notAPeriod: '],
    ['..2026', 'notAPeriod: '],
    ['2026-01..2026-03..2026-04', 'notAPeriod: 2026-03..2026-04'],
    ['2026-03..2026-01', 'endsBeforeItStarts: 2026-03..2026-01'],
    ['', 'notAPeriod: '],
  ])('%j is refused', (text, expected) => expect(read(text)).toBe(expected));

  test('ISO weeks need weeks that start on Monday', () => {
    const sunday: CalendarSettings = { ...settings, weekStarts: 'sunday' };
    expect(read('2026-W05', sunday)).toBe('weeksNotIso: 2026-W05');
    const problem = parsePeriod('2026-W05', sunday);
    if (problem.kind === 'period') throw new Error('a week was accepted');
    expect(periodProblemText(problem)).toBe('`2026-W05` names an ISO week, but weeks start on sunday here');
    expect(periodProblemHelp(problem)).toContain('2026-02-01..2026-02-07');
  });

  test('the words of every problem', () => {
    for (const text of ['x', '2026-13', '2026-03..2026-01']) {
      const problem = parsePeriod(text, settings);
      if (problem.kind === 'period') throw new Error('accepted');
      expect(periodProblemText(problem)).toMatch(/^[^A-Z].*[^.]$/);
      expect(periodProblemHelp(problem)).not.toBe('');
    }
  });

  test('the label of a bucket names that bucket', () => {
    const levels = LEVELS.filter((level): level is DayLevel => level !== 'hour');
    const days = fc.integer({ min: dayOf(1000, 1, 1), max: dayOf(9998, 1, 1) });
    fc.assert(
      fc.property(days, fc.constantFrom(...levels), fc.integer({ min: 1, max: 12 }), (day, level, fiscalYearStarts) => {
        const calendar = { ...settings, fiscalYearStarts };
        const bucket = bucketOfDay(level, day, calendar);
        const period = parsePeriod(bucket.label, calendar);
        if (period.kind !== 'period') throw new Error(bucket.label);
        expect(period.level).toBe(level);
        expect(sameWindow(period, bucket)).toBe(true);
      }),
    );
  });
});
