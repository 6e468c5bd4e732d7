import type { CalendarLevel, CalendarSpan, ClockLevel, ScalarFunction, ValueType } from '@sextant/parser';
import { describe, expect, test } from 'vitest';
import type { CalendarSettings } from '../../../../packages/engine/src/calendar/calendar-settings.js';
import { parseDate, parseDatetime, parseTimestamp } from '../../../../packages/engine/src/calendar/time-text.js';
import { textOf } from '../../../../packages/engine/src/value/functions/cast.js';
import type { ScalarContext } from '../../../../packages/engine/src/value/functions/scalar-context.js';
import { scalarFunctions } from '../../../../packages/engine/src/value/functions/scalar-functions.js';
import { fromBigInt, fromDecimalText } from '../../../../packages/engine/src/value/rational.js';
import type { Value } from '../../../../packages/engine/src/value/value.js';
import {
  FALSE,
  NULL,
  TRUE,
  dateValue,
  datetimeValue,
  noValue,
  numberValue,
  textValue,
  timestampValue,
} from '../../../../packages/engine/src/value/value.js';

const calendar: CalendarSettings = { timezone: 'Europe/Berlin', weekStarts: 'monday', fiscalYearStarts: 2 };

/** `1.5`, `'text'`, `true`, `null`, `date 2026-01-01`, `datetime ...`, `timestamp ...`, `approx 2`. */
function value(text: string): Value {
  if (text === 'null') return NULL;
  if (text === 'true') return TRUE;
  if (text === 'false') return FALSE;
  if (text.startsWith("'")) return textValue(text.slice(1, -1));
  const [kind = '', ...rest] = text.split(' ');
  const written = rest.join(' ');
  if (kind === 'date') return dateValue(parseDate(written) ?? Number.NaN);
  if (kind === 'datetime') return datetimeValue(parseDatetime(written) ?? -1n);
  if (kind === 'timestamp') return timestampValue(parseTimestamp(written) ?? -1n);
  if (kind === 'approx') return numberValue(fromDecimalText(written) ?? fromBigInt(-999n), true);
  if (kind === 'no') return noValue('no_rows');
  return numberValue(fromDecimalText(text) ?? fromBigInt(-999n));
}

function show(result: Value): string {
  if (result.kind === 'none') return `no value: ${result.reason}`;
  return result.kind === 'number' && result.approximate ? `${textOf(result)} ~` : textOf(result);
}

function call(fn: ScalarFunction, args: readonly string[], extra: Partial<ScalarContext> = {}): string {
  return show(scalarFunctions[fn](args.map(value), { calendar, ...extra }));
}

type Case = [ScalarFunction, string[], string];

describe('numbers', () => {
  test.each<Case>([
    ['add', ['0.1', '0.2'], '0.3'],
    ['subtract', ['1', '1.10'], '-0.1'],
    ['multiply', ['1.10', '3'], '3.3'],
    ['divide', ['1', '8'], '0.125'],
    ['divide', ['1', '0'], 'no value: division_by_zero'],
    ['divide', ['0', '0.00'], 'no value: division_by_zero'],
    ['mod', ['-7', '3'], '-1'],
    ['mod', ['7', '-3'], '1'],
    ['mod', ['7', '0'], 'no value: division_by_zero'],
    ['negate', ['0'], '0'],
    ['abs', ['-1.5'], '1.5'],
    ['add', ['1', 'null'], 'no value: no_value'],
    ['add', ['no rows', 'null'], 'no value: no_rows'],
    ['add', ['1', 'approx 2'], '3 ~'],
    ['approx', ['2'], '2 ~'],
    ['round', ['2.5'], '2'],
    ['round', ['3.5'], '4'],
    ['round', ['-2.345', '2'], '-2.34'],
    ['round', ['1250', '-2'], '1200'],
    ['round', ['1.25', '0.5'], 'no value: invalid_argument'],
    ['round', ['1.25', '99999999'], 'no value: invalid_argument'],
    ['floor', ['-1.5'], '-2'],
    ['ceil', ['-1.5'], '-1'],
    ['power', ['1.1', '2'], '1.21'],
    ['power', ['approx 2', '2'], '4 ~'],
    ['power', ['2', '0.5'], '1.414213562373095048801688724209698 ~'],
    ['power', ['0', '-1'], 'no value: division_by_zero'],
    ['sqrt', ['4'], '2 ~'],
    ['sqrt', ['-4'], 'no value: invalid_argument'],
    ['ln', ['0'], 'no value: invalid_argument'],
    ['exp', ['0'], '1 ~'],
    ['growth', ['120', '100'], '0.2'],
    ['growth', ['45', '0'], 'no value: no_base'],
    ['growth', ['25', '-50'], 'no value: no_base'],
    ['growth', ['0', '90'], '-1'],
    ['growth', ['90', 'no rows'], 'no value: no_rows'],
  ])('%s(%s) is %s', (fn, args, expected) => expect(call(fn, args)).toBe(expected));

  test('a power typed as approximate is approximate', () => {
    expect(call('power', ['2', '2'], { type: { kind: 'float' } })).toBe('4 ~');
  });
});

describe('truth, with SQL nulls', () => {
  const no = 'no value: no_value';
  test.each<Case>([
    ['and', ['true', 'true'], 'true'],
    ['and', ['null', 'false'], 'false'],
    ['and', ['false', 'null'], 'false'],
    ['and', ['null', 'true'], no],
    ['and', ['null', 'null'], no],
    ['or', ['null', 'true'], 'true'],
    ['or', ['null', 'false'], no],
    ['or', ['false', 'false'], 'false'],
    ['not', ['null'], no],
    ['not', ['true'], 'false'],
    ['is_null', ['null'], 'true'],
    ['is_null', ['no rows'], 'true'],
    ['is_null', ['0'], 'false'],
    ['equal', ['1.10', '1.1'], 'true'],
    ['equal', ['null', 'null'], no],
    ['not_equal', ["'a'", "'A'"], 'true'],
    ['less', ["'a'", "'B'"], 'false'],
    ['less', ["'�'", "'\u{1F600}'"], 'true'],
    ['less_equal', ['2', '2'], 'true'],
    ['greater', ['date 2026-01-02', 'date 2026-01-01'], 'true'],
    ['greater_equal', ['false', 'true'], 'false'],
    ['in', ["'a'", "'b'", "'a'"], 'true'],
    ['in', ["'a'", "'b'", 'null'], no],
    ['in', ["'a'", 'null', "'a'"], 'true'],
    ['in', ["'a'", "'b'"], 'false'],
    ['in', ['null', "'b'"], no],
    ['in', ['null'], 'false'],
    ['between', ['2', '2', '3'], 'true'],
    ['between', ['4', '2', '3'], 'false'],
    ['between', ['4', 'null', '3'], 'false'],
    ['between', ['2', 'null', '3'], no],
    ['between', ['null', '1', '3'], no],
    ['coalesce', ['null', '5', '6'], '5'],
    ['coalesce', ['no rows', 'null'], 'no value: no_rows'],
    ['nullif', ['5', '5.0'], no],
    ['nullif', ['5', '6'], '5'],
    ['nullif', ['5', 'null'], '5'],
    ['nullif', ['no rows', '5'], 'no value: no_rows'],
    ['least', ['3', '1', '2'], '1'],
    ['greatest', ['3', '1', '2'], '3'],
    ['least', ['3', 'null'], no],
    ['greatest', ['date 2026-01-02', 'date 2026-01-01'], '2026-01-02'],
  ])('%s(%s) is %s', (fn, args, expected) => expect(call(fn, args)).toBe(expected));

  test('a date beside an instant is midnight in the calendar zone', () => {
    expect(call('equal', ['date 2026-03-01', 'timestamp 2026-02-28T23:00:00Z'])).toBe('true');
    expect(call('less', ['datetime 2026-03-01T00:30', 'timestamp 2026-02-28T23:00:00Z'])).toBe('false');
  });

  test('what the checker excludes is a fault, not a value', () => {
    expect(() => call('equal', ["'1'", '1'])).toThrow(/internal/);
    expect(() => call('add', ["'1'", '1'])).toThrow(/internal/);
    expect(() => call('and', ['1', 'true'])).toThrow(/internal/);
    expect(() => call('date_trunc', ['date 2026-01-01'])).toThrow(/internal/);
  });
});

describe('texts', () => {
  test.each<Case>([
    ['lower', ["'ÀB'"], 'àb'],
    ['upper', ["'straße'"], 'STRAẞE'],
    ['upper', ["'i'"], 'I'],
    ['lower', ["'I'"], 'i'],
    ['lower', ["'ΟΔΟΣ'"], 'οδοσ'],
    ['trim', ["'  a b  '"], 'a b'],
    ['trim', ["'\t a\n'"], '\t a\n'],
    ['concat', ["'a'", "'b'", "'c'"], 'abc'],
    ['concat', ["'a'", 'null'], 'no value: no_value'],
    ['length', ["'a\u{1F600}é'"], '3'],
    ['substring', ["'hello'", '2', '3'], 'ell'],
    ['substring', ["'hello'", '2'], 'ello'],
    ['substring', ["'\u{1F600}ab'", '2', '1'], 'a'],
    ['substring', ["'hello'", '9', '2'], ''],
    ['substring', ["'hello'", '4', '99999999999999999999'], 'lo'],
    ['substring', ["'hello'", '0', '3'], 'no value: invalid_argument'],
    ['substring', ["'hello'", '2', '-1'], 'no value: invalid_argument'],
    ['starts_with', ["'abc'", "'ab'"], 'true'],
    ['starts_with', ["'abc'", "''"], 'true'],
    ['contains', ["'abc'", "'bd'"], 'false'],
    ['like', ["'abc'", "'a_c'"], 'true'],
    ['like', ["'abc'", "'A%'"], 'false'],
    ['like', ["'a\u{1F600}b'", "'a_b'"], 'true'],
    ['like', ["''", "'%'"], 'true'],
    ['like', ["'a\nb'", "'a%b'"], 'true'],
    ['like', ["'a.b'", "'a.b'"], 'true'],
    ['like', ["'axb'", "'a.b'"], 'false'],
    ['like', ["'aab'", "'%ab'"], 'true'],
    ['like', ["'abab'", "'%ab_'"], 'false'],
    ['like', ["'mississippi'", "'m%iss%pi'"], 'true'],
    ['like', ["'a'", "'a_'"], 'false'],
    ['like', ["'a'", "''"], 'false'],
    ['like', ['null', "'%'"], 'no value: no_value'],
  ])('%s(%s) is %s', (fn, args, expected) => expect(call(fn, args)).toBe(expected));
});

describe('dates', () => {
  test.each<Case>([
    ['year', ['date 2020-12-31'], '2020'],
    ['quarter', ['date 2020-12-31'], '4'],
    ['month', ['date 2020-12-31'], '12'],
    ['week', ['date 2021-01-03'], '53'],
    ['day', ['date 2020-12-31'], '31'],
    ['day_of_week', ['date 2025-01-05'], '7'],
    ['hour', ['datetime 2025-01-05T23:59'], '23'],
    // Instants are read on the calendar's clock: one hour ahead of UTC in winter, two in summer.
    ['year', ['timestamp 2025-12-31T23:30:00Z'], '2026'],
    ['hour', ['timestamp 2026-07-01T10:00:00Z'], '12'],
    ['day', ['null'], 'no value: no_value'],
  ])('%s(%s) is %s', (fn, args, expected) => expect(call(fn, args)).toBe(expected));

  test.each<[CalendarLevel, string, string]>([
    ['day', 'datetime 2026-03-31T10:15', '2026-03-31'],
    ['week', 'date 2021-01-03', '2020-12-28'],
    ['month', 'date 2026-03-31', '2026-03-01'],
    ['quarter', 'date 2026-03-31', '2026-01-01'],
    ['year', 'date 2026-03-31', '2026-01-01'],
    ['fiscal_quarter', 'date 2026-03-31', '2026-02-01'],
    ['fiscal_year', 'date 2026-01-31', '2025-02-01'],
    ['month', 'timestamp 2026-03-31T22:30:00Z', '2026-04-01'],
    ['hour', 'datetime 2026-03-31T10:15', '2026-03-31T10:00:00'],
    ['hour', 'timestamp 2026-10-25T01:30:00Z', '2026-10-25T01:00:00Z'],
  ])('date_trunc(%s, %s) is %s', (level, text, expected) =>
    expect(call('date_trunc', [text], { level })).toBe(expected),
  );

  test.each<[CalendarLevel | ClockLevel, string, string, string]>([
    ['minute', 'datetime 2025-01-01T23:59:59.9', 'datetime 2025-01-02T00:00', '1'],
    ['minute', 'datetime 2025-01-01T10:00', 'datetime 2025-01-01T10:00:59', '0'],
    ['second', 'timestamp 2025-01-01T10:00:00.9Z', 'timestamp 2025-01-01T10:00:01.1Z', '1'],
    ['second', 'timestamp 1969-12-31T23:59:59.5Z', 'timestamp 1969-12-31T23:59:58.5Z', '-1'],
    // An hour that the clocks show twice has its sixty minutes twice.
    ['minute', 'timestamp 2026-10-25T00:00:00Z', 'timestamp 2026-10-25T02:00:00Z', '120'],
    ['month', 'date 2025-01-31', 'date 2025-02-01', '1'],
    ['month', 'date 2025-02-01', 'date 2025-01-31', '-1'],
    ['year', 'date 2024-12-31', 'date 2025-01-01', '1'],
    // A Sunday and a Monday: one week begins between them.
    ['week', 'date 2025-01-05', 'date 2025-01-06', '1'],
    ['week', 'date 2025-01-06', 'date 2025-01-12', '0'],
    ['day', 'datetime 2025-01-01T23:59', 'datetime 2025-01-02T00:01', '1'],
    ['quarter', 'date 2025-03-31', 'date 2025-04-01', '1'],
    ['fiscal_year', 'date 2026-01-31', 'date 2026-02-01', '1'],
    ['hour', 'datetime 2025-01-01T01:59', 'datetime 2025-01-01T02:00', '1'],
    ['hour', 'timestamp 2026-10-24T22:00:00Z', 'timestamp 2026-10-25T23:00:00Z', '25'],
    ['hour', 'timestamp 2026-03-28T23:00:00Z', 'timestamp 2026-03-29T22:00:00Z', '23'],
    ['hour', 'timestamp 2026-03-29T22:00:00Z', 'timestamp 2026-03-28T23:00:00Z', '-23'],
    ['day', 'timestamp 2026-03-28T22:59:00Z', 'timestamp 2026-03-28T23:00:00Z', '1'],
  ])('date_diff(%s, %s, %s) is %s', (level, from, to, expected) =>
    expect(call('date_diff', [from, to], { level })).toBe(expected),
  );

  test.each<[string, string, string]>([
    ['date 2024-02-28', 'date 2024-03-01', '2'],
    ['date 2024-03-01', 'date 2024-02-28', '-2'],
    ['datetime 2025-01-01T23:59', 'datetime 2025-01-02T00:01', '120'],
    ['datetime 2025-01-01T00:00', 'datetime 2025-01-01T00:00:00.000001', '0.000001'],
    // Summer time begins: 23 hours by any watch, though the clocks show a day.
    ['timestamp 2026-03-28T23:00:00Z', 'timestamp 2026-03-29T22:00:00Z', '82800'],
    ['datetime 2026-03-29T00:00', 'datetime 2026-03-30T00:00', '86400'],
    ['timestamp 2026-01-01T00:00:00.25Z', 'timestamp 2026-01-01T00:00:00Z', '-0.25'],
    ['null', 'date 2026-01-01', 'no value: no_value'],
    ['date 2026-01-01', 'null', 'no value: no_value'],
  ])('elapsed(%s, %s) is %s', (from, to, expected) => expect(call('elapsed', [from, to])).toBe(expected));

  test('weeks of date_trunc and date_diff start on the calendar day', () => {
    const sunday: CalendarSettings = { ...calendar, weekStarts: 'sunday' };
    expect(call('date_trunc', ['date 2021-01-04'], { calendar: sunday, level: 'week' })).toBe('2021-01-03');
    expect(call('date_diff', ['date 2025-01-04', 'date 2025-01-05'], { calendar: sunday, level: 'week' })).toBe('1');
  });

  test.each<[string, number, CalendarSpan['level'], string]>([
    ['date 2025-01-31', 1, 'month', '2025-02-28'],
    ['date 2025-01-31', 2, 'month', '2025-03-31'],
    ['date 2024-02-29', -1, 'year', '2023-02-28'],
    ['date 2024-02-29', 4, 'week', '2024-03-28'],
    ['datetime 2025-01-31T10:00', 1, 'month', '2025-02-28T10:00:00'],
    ['datetime 2026-03-29T01:30', 1, 'hour', '2026-03-29T02:30:00'],
    // Over the change to summer time a day has 23 hours, and 24 hours are 24 hours.
    ['timestamp 2026-03-28T12:00:00Z', 1, 'day', '2026-03-29T11:00:00Z'],
    ['timestamp 2026-03-28T12:00:00Z', 24, 'hour', '2026-03-29T12:00:00Z'],
    ['date 9999-12-31', 1, 'day', 'no value: out_of_range'],
    ['date 2025-01-01', -99_999, 'year', 'no value: out_of_range'],
    ['date 2025-01-01', 999_999_999, 'year', 'no value: out_of_range'],
  ])('date_add(%s, %i %s) is %s', (text, amount, level, expected) =>
    expect(call('date_add', [text], { span: { amount, level } })).toBe(expected),
  );

  test('half-hour shifts: every hour that begins is counted', () => {
    const howe: CalendarSettings = { ...calendar, timezone: 'Australia/Lord_Howe' };
    const between = (from: string, to: string) =>
      call('date_diff', [`timestamp ${from}`, `timestamp ${to}`], { calendar: howe, level: 'hour' });
    // Midnight to midnight: 25 spans on a day of 24.5 hours, 24 on one of 23.5.
    expect(between('2026-04-05T00:00:00+11:00', '2026-04-06T00:00:00+10:30')).toBe('25');
    expect(between('2026-10-04T00:00:00+10:30', '2026-10-05T00:00:00+11:00')).toBe('24');
  });
});

describe('cast', () => {
  const integer: ValueType = { kind: 'integer' };
  test.each<[string, ValueType, string]>([
    ['2.5', integer, '2'],
    ['3.5', integer, '4'],
    ["'12'", integer, '12'],
    ["'12.5'", integer, 'no value: invalid_argument'],
    ["'1e3'", integer, 'no value: invalid_argument'],
    ["''", integer, 'no value: invalid_argument'],
    ['true', integer, '1'],
    ['date 2026-01-01', integer, 'no value: invalid_argument'],
    ['1.005', { kind: 'decimal', scale: 2 }, '1'],
    ['1.015', { kind: 'decimal', scale: 2 }, '1.02'],
    ["'1.10'", { kind: 'decimal', scale: 2 }, '1.1'],
    ['1.5', { kind: 'float' }, '1.5 ~'],
    ['approx 1.5', integer, '2 ~'],
    ['1.50', { kind: 'text' }, '1.5'],
    ['true', { kind: 'text' }, 'true'],
    ['timestamp 2026-03-01T10:00:00+01:00', { kind: 'text' }, '2026-03-01T09:00:00Z'],
    ["'true'", { kind: 'boolean' }, 'true'],
    ['0', { kind: 'boolean' }, 'false'],
    ["'2026-03-01'", { kind: 'date' }, '2026-03-01'],
    ["'2026-03-32'", { kind: 'date' }, 'no value: invalid_argument'],
    ['timestamp 2026-02-28T23:30:00Z', { kind: 'date' }, '2026-03-01'],
    ['datetime 2026-02-28T23:30', { kind: 'date' }, '2026-02-28'],
    ['timestamp 2026-02-28T23:30:00Z', { kind: 'datetime' }, '2026-03-01T00:30:00'],
    ['date 2026-03-01', { kind: 'timestamp' }, '2026-02-28T23:00:00Z'],
    ['datetime 2026-03-29T02:30', { kind: 'timestamp' }, '2026-03-29T01:00:00Z'],
    ['null', integer, 'no value: no_value'],
  ])('%s as %o is %s', (text, type, expected) => expect(call('cast', [text], { type })).toBe(expected));
});
