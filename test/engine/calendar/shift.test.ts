import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOfInstant } from '../../../packages/engine/src/calendar/buckets.js';
import type { CalendarSettings } from '../../../packages/engine/src/calendar/calendar-settings.js';
import { dayOf, firstDayOfMonthIndex, monthIndexOf } from '../../../packages/engine/src/calendar/civil.js';
import type { Duration } from '../../../packages/engine/src/calendar/duration.js';
import { durationText, parseDuration } from '../../../packages/engine/src/calendar/duration.js';
import { cumulative, rolling, shiftBack, toDate, whole } from '../../../packages/engine/src/calendar/shift.js';
import {
  datetimeText,
  parseDate,
  parseDatetime,
  parseTimestamp,
  timestampTextIn,
} from '../../../packages/engine/src/calendar/time-text.js';
import type { Window } from '../../../packages/engine/src/calendar/window.js';
import {
  clipTo,
  dayBounds,
  isEmpty,
  lengthInDays,
  pointOfInstant,
  pointOfLocal,
  sameWindow,
  windowOfDays,
} from '../../../packages/engine/src/calendar/window.js';

const berlin: CalendarSettings = { timezone: 'Europe/Berlin', weekStarts: 'monday', fiscalYearStarts: 2 };
const zone = berlin.timezone;
const day = (text: string): number => parseDate(text) ?? Number.NaN;
const days = (first: string, end: string): Window => windowOfDays(day(first), day(end), zone);
const times = (start: string, end: string): Window => ({
  start: pointOfLocal(parseDatetime(start) ?? 0n, zone),
  end: pointOfLocal(parseDatetime(end) ?? 0n, zone),
});
const span = (text: string): Duration => parseDuration(text) ?? { amount: Number.NaN, level: 'day' };
const show = (window: Window | null): string => {
  const side = (point: Window['start'] | undefined): string => {
    if (point === null || point === undefined) return '-';
    return datetimeText(point.local).replace('T00:00:00', '').replace(/:00$/, '');
  };
  return `${side(window?.start)} ${side(window?.end)}`;
};
const prior = (window: Window, text: string): string => show(shiftBack(window, span(text), berlin));

describe('durations', () => {
  test('as text', () => {
    expect(span('28 days')).toEqual({ amount: 28, level: 'day' });
    expect(span('1 month')).toEqual({ amount: 1, level: 'month' });
    expect(span('2 fiscal_quarters')).toEqual({ amount: 2, level: 'fiscal_quarter' });
    expect(durationText(span('1 year'))).toBe('1 year');
    for (const text of ['days', '1.5 days', '-1 day', '3', '3 fortnights', '3days'])
      expect(parseDuration(text)).toBeNull();
  });
});

describe('prior', () => {
  test.each([
    // Whole calendar months move to whole months.
    ['2025-03-01', '2025-04-01', '1 month', '2025-02-01 2025-03-01'],
    ['2025-02-01', '2025-03-01', '1 month', '2025-01-01 2025-02-01'],
    ['2024-02-01', '2024-03-01', '1 year', '2023-02-01 2023-03-01'],
    ['2025-01-01', '2025-04-01', '1 quarter', '2024-10-01 2025-01-01'],
    ['2026-02-01', '2027-02-01', '1 fiscal_year', '2025-02-01 2026-02-01'],
    ['2026-02-01', '2026-05-01', '1 fiscal_quarter', '2025-11-01 2026-02-01'],
    // Otherwise the first and the last included day move, clamped.
    ['2025-03-01', '2025-03-16', '1 month', '2025-02-01 2025-02-16'],
    ['2025-03-01', '2025-03-31', '1 month', '2025-02-01 2025-03-01'],
    ['2025-03-31', '2025-04-01', '1 month', '2025-02-28 2025-03-01'],
    ['2024-02-29', '2024-03-01', '1 year', '2023-02-28 2023-03-01'],
    ['2025-02-01', '2025-02-15', '1 year', '2024-02-01 2024-02-15'],
    ['2025-03-15', '2025-05-11', '2 months', '2025-01-15 2025-03-11'],
    // Days and weeks move both bounds.
    ['2020-12-28', '2021-01-04', '52 weeks', '2019-12-30 2020-01-06'],
    ['2025-03-01', '2025-04-01', '31 days', '2025-01-29 2025-03-01'],
  ])('[%s, %s) by %s', (first, end, duration, expected) => expect(prior(days(first, end), duration)).toBe(expected));

  test('bounds inside a day keep their wall-clock time', () => {
    expect(prior(times('2025-03-31T10:00', '2025-03-31T18:30'), '1 month')).toBe('2025-02-28T10:00 2025-02-28T18:30');
    expect(prior(times('2025-03-01T00:00', '2025-03-15T12:00'), '1 month')).toBe('2025-02-01 2025-02-15T12:00');
    // Over the change to summer time: still 10 o'clock.
    expect(prior(times('2026-04-01T10:00', '2026-04-01T11:00'), '7 days')).toBe('2026-03-25T10:00 2026-03-25T11:00');
    const moved = shiftBack(times('2026-04-01T10:00', '2026-04-01T11:00'), span('7 days'), berlin);
    expect(timestampTextIn(zone, moved.start?.instant ?? 0n)).toBe('2026-03-25T10:00:00+01:00');
  });

  test('hours move by elapsed time', () => {
    const hour = bucketOfInstant('hour', parseTimestamp('2026-10-25T01:30Z') ?? 0n, berlin);
    const before = shiftBack(hour, span('1 hour'), berlin);
    expect(timestampTextIn(zone, before.start?.instant ?? 0n)).toBe('2026-10-25T02:00:00+02:00');
    expect(timestampTextIn(zone, before.end?.instant ?? 0n)).toBe('2026-10-25T02:00:00+01:00');
  });

  test('both 02:00 hours of an autumn day have an hour to compare with the day before', () => {
    for (const instant of ['2026-10-25T00:30Z', '2026-10-25T01:30Z']) {
      const hour = bucketOfInstant('hour', parseTimestamp(instant) ?? 0n, berlin);
      expect(show(shiftBack(hour, span('1 day'), berlin))).toBe('2026-10-24T02:00 2026-10-24T03:00');
    }
    // And the hour before a spring gap, which closes at 02:00.
    const hour = bucketOfInstant('hour', parseTimestamp('2026-03-29T00:30Z') ?? 0n, berlin);
    expect(show(shiftBack(hour, span('1 day'), berlin))).toBe('2026-03-28T01:00 2026-03-28T02:00');
  });

  test('half a month is compared with the same half of the month before', () => {
    const clipped = clipTo(days('2025-03-01', '2025-04-01'), day('2025-03-14'), zone);
    expect(show(clipped)).toBe('2025-03-01 2025-03-15');
    expect(show(shiftBack(clipped, span('1 month'), berlin))).toBe('2025-02-01 2025-02-15');
  });

  test('open sides stay open', () => {
    expect(prior({ start: null, end: days('2025-01-01', '2025-04-01').end }, '1 month')).toBe('- 2025-03-01');
    expect(prior({ start: null, end: days('2025-01-01', '2025-03-31').end }, '1 month')).toBe('- 2025-03-01');
    expect(prior({ start: null, end: null }, '1 year')).toBe('- -');
  });

  test('clamping never turns a window round', () => {
    const moved = shiftBack(times('2025-03-30T10:00', '2025-03-31T09:00'), span('1 month'), berlin);
    expect(isEmpty(moved)).toBe(true);
    expect(moved.start).toEqual(moved.end);
  });

  test('whole months go there and back', () => {
    const index = fc.integer({ min: monthIndexOf(dayOf(1990, 1, 1)), max: monthIndexOf(dayOf(2060, 1, 1)) });
    const length = fc.integer({ min: 1, max: 30 });
    const level = fc.constantFrom<Duration['level']>('month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year');
    fc.assert(
      fc.property(index, length, fc.integer({ min: -40, max: 40 }), level, (first, months, amount, level) => {
        const window = windowOfDays(firstDayOfMonthIndex(first), firstDayOfMonthIndex(first + months), zone);
        const there = shiftBack(window, { amount, level }, berlin);
        expect(sameWindow(shiftBack(there, { amount: -amount, level }, berlin), window)).toBe(true);
      }),
    );
  });

  test('days and weeks go there and back and keep the length', () => {
    const first = fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2060, 1, 1) });
    fc.assert(
      fc.property(
        first,
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: -999, max: 999 }),
        (start, length, amount) => {
          const window = windowOfDays(start, start + length, zone);
          const there = shiftBack(window, { amount, level: 'day' }, berlin);
          expect(lengthInDays(there)).toEqual(lengthInDays(window));
          expect(sameWindow(shiftBack(there, { amount: -amount, level: 'day' }, berlin), window)).toBe(true);
        },
      ),
    );
  });
});

describe('the other windows', () => {
  test('to_date starts with the unit that holds the last instant', () => {
    expect(show(toDate(days('2026-03-10', '2026-03-20'), 'month', berlin))).toBe('2026-03-01 2026-03-20');
    expect(show(toDate(days('2026-03-01', '2026-04-01'), 'month', berlin))).toBe('2026-03-01 2026-04-01');
    expect(show(toDate(days('2026-12-01', '2027-01-01'), 'fiscal_year', berlin))).toBe('2026-02-01 2027-01-01');
    expect(show(toDate(days('2021-01-01', '2021-01-03'), 'week', berlin))).toBe('2020-12-28 2021-01-03');
    expect(toDate({ start: null, end: null }, 'month', berlin)).toBeNull();
  });

  test('whole is the unit that contains the bucket', () => {
    expect(whole(days('2026-03-01', '2026-04-01'), 'year', berlin)?.label).toBe('2026');
    expect(whole(days('2026-01-01', '2026-02-01'), 'fiscal_year', berlin)?.label).toBe('FY2026');
    expect(whole(days('2026-01-26', '2026-02-02'), 'month', berlin)).toBeNull();
    expect(whole({ start: null, end: null }, 'year', berlin)).toBeNull();
  });

  test('rolling counts calendar time back from the end: K28', () => {
    const leap = days('2024-02-29', '2024-03-01');
    const year = rolling(leap, span('12 months'), berlin);
    expect(show(year)).toBe('2023-03-01 2024-03-01');
    const { start, end } = dayBounds(year ?? leap);
    expect((end ?? 0) - (start ?? 0)).toBe(366);
    expect(show(rolling(leap, span('28 days'), berlin))).toBe('2024-02-02 2024-03-01');
    expect(show(rolling(leap, span('4 weeks'), berlin))).toBe('2024-02-02 2024-03-01');
    const hour: Window = { start: null, end: pointOfInstant(parseTimestamp('2026-10-25T02:00Z') ?? 0n, zone) };
    expect(show(rolling(hour, span('2 hours'), berlin))).toBe('2026-10-25T02:00 2026-10-25T03:00');
  });

  test('cumulative has no start', () => {
    expect(show(cumulative(days('2026-01-01', '2026-02-01')))).toBe('- 2026-02-01');
  });
});
