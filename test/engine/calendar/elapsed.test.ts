import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdayOf } from '../../../packages/engine/src/calendar/civil.js';
import {
  daysLeft,
  elapsedShare,
  elapsedWorkingShare,
  workingDays,
  workingDaysLeft,
} from '../../../packages/engine/src/calendar/elapsed.js';
import { parseDate } from '../../../packages/engine/src/calendar/time-text.js';
import { windowOfDays } from '../../../packages/engine/src/calendar/window.js';
import {
  add,
  divide,
  equals,
  fraction,
  fromBigInt,
  multiply,
  subtract,
} from '../../../packages/engine/src/value/rational.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';

const day = (text: string): number => parseDate(text) ?? Number.NaN;
const quarter = (year: number) => windowOfDays(day(`${year}-01-01`), day(`${year}-04-01`), 'Europe/Berlin');
const none: ReadonlySet<number> = new Set();
const number = (value: bigint) => fromBigInt(value);
const share = (value: { n: bigint; d: bigint } | null) => fraction(value?.n ?? -1n, value?.d ?? 1n) ?? number(-1n);

describe('K16: pacing of 2025-Q1 at the end of 2025-02-14', () => {
  const target = number(900_000n);
  const actual = number(405_000n);
  const over = (a: typeof target, b: typeof target) => decimalText(divide(a, b) ?? number(-1n));

  test('linear', () => {
    const elapsed = share(elapsedShare(quarter(2025), day('2025-02-14')));
    expect(equals(elapsed, share({ n: 1n, d: 2n }))).toBe(true);
    const expected = multiply(target, elapsed);
    expect(decimalText(expected)).toBe('450000');
    expect(over(actual, expected)).toBe('0.9');
    expect(over(actual, elapsed)).toBe('810000');
    const left = daysLeft(quarter(2025), day('2025-02-14')) ?? 0;
    expect(left).toBe(45);
    expect(over(subtract(target, actual), number(BigInt(left)))).toBe('11000');
  });

  test('working days', () => {
    expect(workingDays(day('2025-01-01'), day('2025-02-01'), none)).toBe(23);
    expect(workingDays(day('2025-02-01'), day('2025-03-01'), none)).toBe(20);
    expect(workingDays(day('2025-03-01'), day('2025-04-01'), none)).toBe(21);
    expect(elapsedWorkingShare(quarter(2025), day('2025-02-14'), none)).toEqual({ n: 33n, d: 64n });
    const expected = multiply(target, share(elapsedWorkingShare(quarter(2025), day('2025-02-14'), none)));
    expect(decimalText(expected)).toBe('464062.5');
    expect(equals(divide(actual, expected) ?? number(0n), share({ n: 48n, d: 55n }))).toBe(true);
    expect(workingDaysLeft(quarter(2025), day('2025-02-14'), none)).toBe(31);
  });

  test('seasonal, leap year, level', () => {
    expect(decimalText(multiply(target, share({ n: 44n, d: 100n })))).toBe('396000');
    const leap = share(elapsedShare(quarter(2024), day('2024-02-14')));
    expect(equals(multiply(target, leap), share({ n: 40_500_000n, d: 91n }))).toBe(true);
    expect(decimalText(add(number(20n), multiply(share({ n: 1n, d: 2n }), number(60n))))).toBe('50');
  });

  test('before, after, on the last day', () => {
    expect(elapsedShare(quarter(2025), day('2024-12-31'))).toEqual({ n: 0n, d: 90n });
    expect(elapsedShare(quarter(2025), day('2025-03-31'))).toEqual({ n: 90n, d: 90n });
    expect(elapsedShare(quarter(2025), day('2026-03-31'))).toEqual({ n: 90n, d: 90n });
    expect(elapsedShare({ start: null, end: null }, 0)).toBeNull();
    expect(daysLeft(quarter(2025), day('2024-12-01'))).toBe(90);
    expect(daysLeft(quarter(2025), day('2025-04-05'))).toBe(0);
  });
});

describe('working days', () => {
  test('holidays count once and only on weekdays', () => {
    const holidays = new Set([day('2025-01-01'), day('2025-01-04'), day('2025-04-18')]);
    expect(workingDays(day('2025-01-01'), day('2025-02-01'), holidays)).toBe(22);
    expect(
      elapsedWorkingShare(windowOfDays(day('2025-01-04'), day('2025-01-06'), 'UTC'), day('2025-01-05'), none),
    ).toBeNull();
  });

  test('agrees with counting', () => {
    const start = fc.integer({ min: -20_000, max: 40_000 });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 60 }), (first, length) => {
        let counted = 0;
        for (let at = first; at < first + length; at += 1) if (weekdayOf(at) <= 5) counted += 1;
        expect(workingDays(first, first + length, none)).toBe(counted);
      }),
    );
  });
});
