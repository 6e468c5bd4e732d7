import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MICROS_PER_DAY, dayOfMicros, floorDivide, timeOfDay } from '../../../packages/engine/src/calendar/micros.js';
import {
  datetimeText,
  minuteTextIn,
  parseDate,
  parseDatetime,
  parseTimestamp,
  timestampText,
  timestampTextIn,
} from '../../../packages/engine/src/calendar/time-text.js';

describe('time as text', () => {
  test.each(['2026-3-01', '2026-02-29', '2026-13-01', '0000-01-01', '2026-01-01 ', '20260101', '2026-01-32', ''])(
    '%j is no date',
    (text) => expect(parseDate(text)).toBeNull(),
  );

  test.each([
    '2026-01-01',
    '2026-01-01T24:00',
    '2026-01-01T10:60',
    '2026-01-01T10:00:60',
    '2026-01-01T10',
    '2026-01-01T10:00:00.1234567',
    '2026-01-01T10:00Z',
  ])('%j is no datetime', (text) => expect(parseDatetime(text)).toBeNull());

  test('datetimes with and without seconds', () => {
    expect(parseDatetime('1970-01-02 00:00')).toBe(MICROS_PER_DAY);
    expect(parseDatetime('1970-01-01T00:00:01.5')).toBe(1_500_000n);
    expect(parseDatetime('1969-12-31T23:59:59.999999')).toBe(-1n);
    expect(datetimeText(-1n)).toBe('1969-12-31T23:59:59.999999');
    expect(datetimeText(1_500_000n)).toBe('1970-01-01T00:00:01.5');
  });

  test.each([
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z'],
    ['2026-03-01T10:00:00+02:00', '2026-03-01T08:00:00Z'],
    ['2026-03-01 10:00:00+05:45', '2026-03-01T04:15:00Z'],
    ['2026-03-01T10:00-0330', '2026-03-01T13:30:00Z'],
    ['2026-03-01 10:00:00.25+00', '2026-03-01T10:00:00.25Z'],
  ])('%s is the instant %s', (text, utc) => {
    const instant = parseTimestamp(text);
    expect(instant === null ? null : timestampText(instant)).toBe(utc);
  });

  test.each(['2026-03-01T10:00:00', '2026-03-01', '2026-03-01Z', '2026-03-01T10:00:00+24:00', 'Z', ''])(
    '%j is no instant',
    (text) => expect(parseTimestamp(text)).toBeNull(),
  );

  test('an instant in a zone', () => {
    const instant = parseTimestamp('2026-10-25T00:30:00Z') ?? 0n;
    expect(timestampTextIn('Europe/Berlin', instant)).toBe('2026-10-25T02:30:00+02:00');
    expect(minuteTextIn('America/New_York', instant)).toBe('2026-10-24T20:30-04:00');
  });

  test('readings there and back, and into day and time', () => {
    const readings = fc.bigInt({ min: -60_000_000_000_000_000n, max: 250_000_000_000_000_000n });
    fc.assert(
      fc.property(readings, (micros) => {
        expect(parseDatetime(datetimeText(micros))).toBe(micros);
        expect(BigInt(dayOfMicros(micros)) * MICROS_PER_DAY + timeOfDay(micros)).toBe(micros);
        expect(floorDivide(micros, MICROS_PER_DAY)).toBe(BigInt(dayOfMicros(micros)));
      }),
    );
  });
});
