import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  datetimeText,
  parseDatetime,
  parseTimestamp,
  timestampText,
} from '../../../packages/engine/src/calendar/time-text.js';
import {
  instantOf,
  isValidZone,
  localAt,
  localBound,
  offsetAt,
  transitionsBetween,
} from '../../../packages/engine/src/calendar/zone.js';

const at = (text: string): bigint => parseTimestamp(text) ?? -1n;
const reading = (text: string): bigint => parseDatetime(text) ?? -1n;
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
const instants = fc.bigInt({ min: at('1965-01-01T00:00Z'), max: at('2060-01-01T00:00Z') });

describe('zones', () => {
  test('valid names', () => {
    for (const zone of zones) expect(isValidZone(zone)).toBe(true);
    for (const zone of ['Mars/Base', '+02:00', '', 'Europe/', 'Europe/Berlin ']) expect(isValidZone(zone)).toBe(false);
  });

  test.each([
    ['Europe/Berlin', '2026-01-01T00:00Z', 3600],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 3600],
    ['Europe/Berlin', '2026-03-29T01:00Z', 7200],
    ['Europe/Berlin', '2026-10-25T00:59:59Z', 7200],
    ['Europe/Berlin', '2026-10-25T01:00Z', 3600],
    ['America/New_York', '2026-03-08T06:59:59Z', -18_000],
    ['America/New_York', '2026-03-08T07:00Z', -14_400],
    ['America/New_York', '2026-11-01T06:00Z', -18_000],
    ['Asia/Kathmandu', '1985-12-31T18:29:59Z', 19_800],
    ['Asia/Kathmandu', '1985-12-31T18:30Z', 20_700],
    ['Asia/Kathmandu', '2026-06-01T00:00Z', 20_700],
    ['Australia/Lord_Howe', '2026-01-01T00:00Z', 39_600],
    ['Australia/Lord_Howe', '2026-07-01T00:00Z', 37_800],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', -36_000],
    ['Pacific/Apia', '2011-12-30T10:00Z', 50_400],
  ])('%s at %s is %i seconds east', (zone, instant, seconds) => expect(offsetAt(zone, at(instant))).toBe(seconds));

  test('transitions of a year', () => {
    const found = transitionsBetween('Australia/Lord_Howe', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'));
    expect(found.map(({ instant, before, after }) => [timestampText(instant), before, after])).toEqual([
      ['2026-04-04T15:00:00Z', 39_600, 37_800],
      ['2026-10-03T15:30:00Z', 37_800, 39_600],
    ]);
    expect(transitionsBetween('Asia/Kathmandu', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))).toEqual([]);
  });

  test('a change at midnight of a UTC year is found', () => {
    const found = transitionsBetween('Asia/Kathmandu', at('1985-01-01T00:00Z'), at('1987-01-01T00:00Z'));
    expect(found.map(({ instant }) => timestampText(instant))).toEqual(['1985-12-31T18:30:00Z']);
  });

  test.each([
    // A plain reading, a gap (forward to its end), an overlap (the earlier).
    ['Europe/Berlin', '2026-06-01T12:00', '2026-06-01T10:00:00Z'],
    ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00Z'],
    ['America/New_York', '2026-03-08T02:15', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-11-01T01:15', '2026-11-01T05:15:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z'],
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00:00Z'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00:00Z'],
    ['Pacific/Apia', '2011-12-29T23:59', '2011-12-30T09:59:00Z'],
  ])('%s: %s is the instant %s', (zone, local, instant) =>
    expect(timestampText(instantOf(zone, reading(local)))).toBe(instant),
  );

  test('a reading of an instant leads back to it, or to the first pass of an overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const back = instantOf(zone, localAt(zone, instant));
        expect(back === instant || localAt(zone, back) === localAt(zone, instant)).toBe(true);
        expect(back).toBeLessThanOrEqual(instant);
      }),
    );
  });

  test('later readings never come earlier', () => {
    const near = fc.bigInt({ min: 0n, max: 10_800_000_000n });
    const changes = zones.flatMap((zone) =>
      transitionsBetween(zone, at('2020-01-01T00:00Z'), at('2027-01-01T00:00Z')).map(({ instant }) => ({
        zone,
        instant,
      })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...changes), near, near, ({ zone, instant }, a, b) => {
        const from = localAt(zone, instant) - 5_400_000_000n;
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(instantOf(zone, from + first)).toBeLessThanOrEqual(instantOf(zone, from + second));
        // A bound of readings divides readings exactly as the bound of instants divides their instants.
        const bound = instant - 5_400_000_000n + a;
        expect(from + b >= localBound(zone, bound)).toBe(instantOf(zone, from + b) >= bound);
      }),
      { numRuns: 2000 },
    );
  });

  test('bounds of readings at the edges', () => {
    const bound = (instant: string): string => datetimeText(localBound('Europe/Berlin', at(instant)));
    expect(bound('2026-10-25T00:00Z')).toBe('2026-10-25T02:00:00');
    expect(bound('2026-10-25T01:00Z')).toBe('2026-10-25T03:00:00');
    expect(bound('2026-10-25T01:30Z')).toBe('2026-10-25T03:00:00');
    expect(bound('2026-03-29T01:00Z')).toBe('2026-03-29T02:00:00');
  });
});
