import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bucketIndexOf,
  bucketOfDay,
  bucketOfInstant,
  bucketsBetween,
  firstDayOfBucket,
  isComplete,
  isDue,
  nextBucket,
  previousBucket,
} from '../../../packages/engine/src/calendar/buckets.js';
import type { CalendarSettings, Weekday } from '../../../packages/engine/src/calendar/calendar-settings.js';
import { dayOf, weekdayOf } from '../../../packages/engine/src/calendar/civil.js';
import type { DayLevel, Level } from '../../../packages/engine/src/calendar/levels.js';
import { LEVELS, nestsIn } from '../../../packages/engine/src/calendar/levels.js';
import { dateText, parseDate, parseTimestamp, timestampText } from '../../../packages/engine/src/calendar/time-text.js';
import {
  dayBounds,
  endOfDay,
  instantBounds,
  isEmpty,
  isInside,
  isWithin,
  lengthInDays,
  lengthInHours,
  localBounds,
  windowOfDays,
} from '../../../packages/engine/src/calendar/window.js';
import { localAt } from '../../../packages/engine/src/calendar/zone.js';

const berlin: CalendarSettings = { timezone: 'Europe/Berlin', weekStarts: 'monday', fiscalYearStarts: 2 };
const day = (text: string): number => parseDate(text) ?? Number.NaN;
const at = (text: string): bigint => parseTimestamp(text) ?? -1n;
const window = (first: string, end: string, settings = berlin) => windowOfDays(day(first), day(end), settings.timezone);
const labels = (level: Level, first: string, end: string, settings = berlin) =>
  bucketsBetween(level, window(first, end, settings), settings)?.map((bucket) => bucket.label);

const anySettings = fc.record({
  timezone: fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
  ),
  weekStarts: fc.constantFrom<Weekday>('monday', 'saturday', 'sunday'),
  fiscalYearStarts: fc.integer({ min: 1, max: 12 }),
});
const anyDay = fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2040, 12, 31) });
const dayLevel = fc.constantFrom(...LEVELS.filter((level): level is DayLevel => level !== 'hour'));

describe('labels', () => {
  test.each<[DayLevel, string, string]>([
    ['day', '2026-03-01', '2026-03-01'],
    ['week', '2021-01-03', '2020-W53'],
    ['week', '2021-01-04', '2021-W01'],
    ['month', '2026-03-31', '2026-03'],
    ['quarter', '2026-12-31', '2026-Q4'],
    ['year', '2026-12-31', '2026'],
    ['fiscal_quarter', '2026-02-01', 'FY2027-Q1'],
    ['fiscal_quarter', '2026-01-31', 'FY2026-Q4'],
    ['fiscal_quarter', '2027-01-31', 'FY2027-Q4'],
    ['fiscal_year', '2026-02-01', 'FY2027'],
    ['fiscal_year', '2026-01-31', 'FY2026'],
  ])('%s of %s is %s', (level, text, label) => expect(bucketOfDay(level, day(text), berlin).label).toBe(label));

  test('a fiscal year that starts in January is the calendar year', () => {
    const plain = { ...berlin, fiscalYearStarts: 1 };
    expect(bucketOfDay('fiscal_year', day('2026-12-31'), plain).label).toBe('FY2026');
    expect(bucketOfDay('fiscal_quarter', day('2026-12-31'), plain).label).toBe('FY2026-Q4');
  });

  test('weeks that start on another day are named by their first day: K26', () => {
    const sunday: CalendarSettings = { ...berlin, weekStarts: 'sunday' };
    expect(labels('week', '2020-12-27', '2021-01-05', sunday)).toEqual(['2020-12-27', '2021-01-03']);
    expect(bucketOfDay('week', day('2021-01-02'), sunday).label).toBe('2020-12-27');
    expect(bucketOfDay('week', day('2021-01-02'), { ...berlin, weekStarts: 'saturday' }).label).toBe('2021-01-02');
  });
});

describe('K26: revenue over New Year 2021', () => {
  const rows: [string, number][] = [
    ['2020-12-27', 5],
    ['2020-12-31', 10],
    ['2021-01-01', 20],
    ['2021-01-02', 40],
    ['2021-01-03', 80],
    ['2021-01-04', 160],
  ];
  const sums = (level: Level, settings: CalendarSettings) =>
    Object.fromEntries(
      (bucketsBetween(level, window('2020-12-27', '2021-01-05', settings), settings) ?? []).map((bucket) => [
        bucket.label,
        rows.filter(([text]) => isWithin(day(text), dayBounds(bucket))).reduce((sum, [, value]) => sum + value, 0),
      ]),
    );
  test('ISO weeks, Sunday weeks, months', () => {
    expect(sums('week', berlin)).toEqual({ '2020-W52': 5, '2020-W53': 150, '2021-W01': 160 });
    expect(sums('week', { ...berlin, weekStarts: 'sunday' })).toEqual({ '2020-12-27': 75, '2021-01-03': 240 });
    expect(sums('month', berlin)).toEqual({ '2020-12': 15, '2021-01': 300 });
  });
});

describe('hours', () => {
  test('25 on an autumn day, told apart by their offsets', () => {
    const found = labels('hour', '2026-10-25', '2026-10-26') ?? [];
    expect(found).toHaveLength(25);
    expect(found.slice(1, 5)).toEqual([
      '2026-10-25T01:00+02:00',
      '2026-10-25T02:00+02:00',
      '2026-10-25T02:00+01:00',
      '2026-10-25T03:00+01:00',
    ]);
  });

  test('23 on a spring day', () => {
    const found = labels('hour', '2026-03-29', '2026-03-30') ?? [];
    expect(found).toHaveLength(23);
    expect(found.slice(1, 3)).toEqual(['2026-03-29T01:00+01:00', '2026-03-29T03:00+02:00']);
  });

  test('New York, Kathmandu and a zone that shifts by half an hour', () => {
    const count = (timezone: string, first: string, end: string) =>
      labels('hour', first, end, { ...berlin, timezone })?.length;
    expect(count('America/New_York', '2026-11-01', '2026-11-02')).toBe(25);
    expect(count('America/New_York', '2026-03-08', '2026-03-09')).toBe(23);
    expect(count('Asia/Kathmandu', '2026-03-29', '2026-03-30')).toBe(24);
    const howe: CalendarSettings = { ...berlin, timezone: 'Australia/Lord_Howe' };
    expect(labels('hour', '2026-04-05', '2026-04-06', howe)?.slice(0, 4)).toEqual([
      '2026-04-05T00:00+11:00',
      '2026-04-05T01:00+11:00',
      '2026-04-05T01:30+10:30',
      '2026-04-05T02:00+10:30',
    ]);
    expect(labels('hour', '2026-10-04', '2026-10-05', howe)?.slice(1, 4)).toEqual([
      '2026-10-04T01:00+10:30',
      '2026-10-04T02:30+11:00',
      '2026-10-04T03:00+11:00',
    ]);
  });

  test('lengths: days by the wall clock, hours elapsed', () => {
    const autumn = window('2026-10-25', '2026-10-26');
    expect(lengthInDays(autumn)).toEqual({ n: 1n, d: 1n });
    expect(lengthInHours(autumn)).toEqual({ n: 25n, d: 1n });
    expect(lengthInDays({ start: null, end: autumn.end })).toBeNull();
  });
});

describe('days of a zone', () => {
  test('a day whose midnight is skipped begins at its first instant and is still that day', () => {
    const settings: CalendarSettings = { ...berlin, timezone: 'America/Sao_Paulo' };
    const bucket = bucketOfInstant('day', at('2018-11-04T03:00:00Z'), settings);
    expect(bucket.label).toBe('2018-11-04');
    expect(timestampText(bucket.start.instant)).toBe('2018-11-04T03:00:00Z');
    expect(dayBounds(bucket)).toEqual({ start: day('2018-11-04'), end: day('2018-11-05') });
    expect(lengthInHours(bucket)).toEqual({ n: 23n, d: 1n });
  });

  test('where a clock goes back over midnight every instant has one day', () => {
    // Newfoundland, 2010-11-07 00:01 back to 23:01 of the day before.
    const settings: CalendarSettings = { ...berlin, timezone: 'America/St_Johns' };
    const second = bucketOfInstant('day', at('2010-11-07T02:45:00Z'), settings);
    expect(dateText(Number(localAt('America/St_Johns', at('2010-11-07T02:45:00Z')) / 86_400_000_000n))).toBe(
      '2010-11-06',
    );
    expect(second.label).toBe('2010-11-07');
    expect(isWithin(at('2010-11-07T02:45:00Z'), instantBounds(second))).toBe(true);
  });

  test('due and complete', () => {
    const asOf = endOfDay(day('2026-03-31'), 'Europe/Berlin');
    const march = bucketOfDay('month', day('2026-03-31'), berlin);
    expect(isComplete(march, asOf)).toBe(true);
    expect(isComplete(march, endOfDay(day('2026-03-30'), 'Europe/Berlin'))).toBe(false);
    expect(isDue(nextBucket(march, berlin), asOf)).toBe(false);
    expect(isDue(march, asOf)).toBe(true);
  });
});

describe('laws', () => {
  test('buckets partition a window, in every unit of time', () => {
    fc.assert(
      fc.property(
        anySettings,
        fc.constantFrom(...LEVELS),
        anyDay,
        fc.integer({ min: 1, max: 40 }),
        (settings, level, first, length) => {
          const all = windowOfDays(first, first + length, settings.timezone);
          const buckets = bucketsBetween(level, all, settings) ?? [];
          expect(buckets[0]?.start.instant).toBeLessThanOrEqual(all.start?.instant ?? 0n);
          expect(buckets.at(-1)?.end.instant).toBeGreaterThanOrEqual(all.end?.instant ?? 0n);
          for (const [index, bucket] of buckets.entries()) {
            expect(isEmpty(bucket)).toBe(false);
            const next = buckets[index + 1];
            if (next === undefined) continue;
            expect(bucket.end.instant).toBe(next.start.instant);
            expect(dayBounds(bucket).end).toBe(dayBounds(next).start);
            expect(localBounds(bucket, 'Europe/Berlin').end).toBe(localBounds(next, 'Europe/Berlin').start);
            expect(bucket.label).not.toBe(next.label);
            expect(previousBucket(next, settings)).toEqual(bucket);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an instant lies in its bucket', () => {
    const instants = fc.bigInt({ min: at('1990-01-01T00:00Z'), max: at('2040-01-01T00:00Z') });
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...LEVELS), instants, (settings, level, instant) => {
        expect(isWithin(instant, instantBounds(bucketOfInstant(level, instant, settings)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('bucket numbers there and back, and weeks start where they are said to', () => {
    fc.assert(
      fc.property(anySettings, dayLevel, anyDay, (settings, level, number) => {
        const index = bucketIndexOf(level, number, settings);
        const first = firstDayOfBucket(level, index, settings);
        expect(first).toBeLessThanOrEqual(number);
        expect(firstDayOfBucket(level, index + 1, settings)).toBeGreaterThan(number);
        expect(bucketIndexOf(level, first, settings)).toBe(index);
        if (level === 'week') {
          expect(weekdayOf(first)).toBe({ monday: 1, saturday: 6, sunday: 7 }[settings.weekStarts as 'monday']);
        }
      }),
    );
  });

  test('a level nests in another exactly if its buckets do', () => {
    fc.assert(
      fc.property(anySettings, dayLevel, dayLevel, (settings, inner, outer) => {
        // Over 53 weeks each way a week that crosses any boundary is met.
        const year = windowOfDays(dayOf(2024, 1, 1), dayOf(2026, 1, 1), settings.timezone);
        const holds = (bucketsBetween(inner, year, settings) ?? []).every((bucket) =>
          isInside(bucket, bucketOfInstant(outer, bucket.start.instant, settings)),
        );
        expect(holds).toBe(nestsIn(inner, outer, settings));
      }),
    );
  });

  test('nesting with hours', () => {
    expect(nestsIn('hour', 'week', berlin)).toBe(true);
    expect(nestsIn('day', 'hour', berlin)).toBe(false);
    expect(nestsIn('week', 'month', berlin)).toBe(false);
    expect(nestsIn('quarter', 'fiscal_year', berlin)).toBe(false);
    expect(nestsIn('quarter', 'fiscal_year', { ...berlin, fiscalYearStarts: 4 })).toBe(true);
  });
});
