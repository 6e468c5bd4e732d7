import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  firstDayOfIsoWeek,
  firstDayOfMonthIndex,
  isCivilDate,
  isLeapYear,
  isoWeekOf,
  isoWeeksInYear,
  monthIndexOf,
  weekdayOf,
} from '../../../packages/engine/src/calendar/civil.js';
import { dateText, parseDate } from '../../../packages/engine/src/calendar/time-text.js';

const anyDay = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) });
const day = (text: string): number => parseDate(text) ?? Number.NaN;

describe('civil days', () => {
  test('known days', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2000, 2, 29)).toBe(11_016);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(civilOf(-719_162)).toEqual({ year: 1, month: 1, day: 1 });
    expect(isLeapYear(1900)).toBe(false);
    expect(isLeapYear(2000)).toBe(true);
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(isCivilDate(2025, 2, 29)).toBe(false);
  });

  test('agrees with Date in UTC for every kind of day', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = new Date(number * 86_400_000);
        const civil = civilOf(number);
        expect([civil.year, civil.month, civil.day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(weekdayOf(number) % 7).toBe(date.getUTCDay());
        expect(dayOf(civil.year, civil.month, civil.day)).toBe(number);
      }),
    );
  });

  test('text there and back', () => {
    fc.assert(fc.property(anyDay, (number) => parseDate(dateText(number)) === number));
  });

  test('ISO weeks: K26', () => {
    expect(isoWeekOf(day('2020-12-27'))).toEqual({ year: 2020, week: 52 });
    expect(isoWeekOf(day('2021-01-03'))).toEqual({ year: 2020, week: 53 });
    expect(isoWeekOf(day('2021-01-04'))).toEqual({ year: 2021, week: 1 });
    expect(isoWeeksInYear(2019)).toBe(52);
    expect(isoWeeksInYear(2020)).toBe(53);
    expect(isoWeekOf(day('2019-12-30'))).toEqual({ year: 2020, week: 1 });
    expect(day('2024-02-04') - day('2023-01-29')).toBe(371);
  });

  test('ISO weeks there and back', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const { year, week } = isoWeekOf(number);
        const monday = firstDayOfIsoWeek(year, week);
        expect(weekdayOf(monday)).toBe(1);
        expect(number - monday).toBe(weekdayOf(number) - 1);
      }),
    );
  });

  test('months are clamped to their last day and anchored: K28', () => {
    const january31 = day('2025-01-31');
    expect(dateText(addMonths(january31, 1))).toBe('2025-02-28');
    expect(dateText(addMonths(addMonths(january31, 1), 1))).toBe('2025-03-28');
    expect(dateText(addMonths(january31, 2))).toBe('2025-03-31');
    expect(dateText(addMonths(day('2024-02-29'), -12))).toBe('2023-02-28');
    expect(dateText(addMonths(day('2025-01-15'), -13))).toBe('2023-12-15');
  });

  test('month numbers there and back', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const index = monthIndexOf(number);
        expect(firstDayOfMonthIndex(index)).toBeLessThanOrEqual(number);
        expect(firstDayOfMonthIndex(index + 1)).toBeGreaterThan(number);
      }),
    );
  });
});
