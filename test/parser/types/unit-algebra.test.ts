// Units form a group under multiplication; lengths of time convert exactly and back; what is shown can be read.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  combineUnits,
  NO_UNIT,
  powerOfUnit,
  sameUnit,
  showUnit,
  timeConversion,
  unitOf,
  type Unit,
} from '../../../packages/parser/src/types/unit.js';
import { readUnit } from '../../../packages/parser/src/types/read-unit.js';
import {
  decimal,
  FLOAT,
  INTEGER,
  NONE,
  RATIONAL,
  TEXT,
  UNKNOWN,
  widen,
  type ValueType,
} from '../../../packages/parser/src/types/value-type.js';

const counted = new Set(['order', 'customer', 'größe']);
const factor = fc.constantFrom<Unit>(
  unitOf('EUR', 'currency'),
  unitOf('USD', 'currency'),
  unitOf('order', 'counted'),
  unitOf('customer', 'counted'),
  unitOf('größe', 'counted'),
  unitOf('point', 'point'),
  unitOf('second', 'time'),
  unitOf('hour', 'time'),
  unitOf('day', 'time'),
);
const unit = fc
  .array(fc.tuple(factor, fc.constantFrom<1 | -1>(1, -1)), { maxLength: 5 })
  .map((factors) => factors.reduce<Unit>((all, [one, sign]) => combineUnits(all, one, sign), NO_UNIT));

const is = (a: Unit, b: Unit): void => expect(showUnit(a)).toBe(showUnit(b));

test('products', () => {
  fc.assert(
    fc.property(unit, unit, unit, (a, b, c) => {
      is(combineUnits(a, b, 1), combineUnits(b, a, 1));
      is(combineUnits(combineUnits(a, b, 1), c, 1), combineUnits(a, combineUnits(b, c, 1), 1));
      is(combineUnits(a, NO_UNIT, 1), a);
      is(combineUnits(a, a, -1), NO_UNIT);
      is(combineUnits(combineUnits(a, b, -1), b, 1), a);
      is(powerOfUnit(a, 3), combineUnits(a, combineUnits(a, a, 1), 1));
      is(powerOfUnit(a, -1), combineUnits(NO_UNIT, a, -1));
      expect(sameUnit(a, b)).toBe(showUnit(a) === showUnit(b));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('what is shown is read as the same unit', () => {
  fc.assert(
    fc.property(unit, (a) => {
      const read = readUnit(a.length === 0 ? '1' : showUnit(a), counted);
      expect(read.kind).toBe('unit');
      if (read.kind === 'unit') is(read.unit, a);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('conversions of time', () => {
  fc.assert(
    fc.property(unit, unit, unit, (a, b, c) => {
      const there = timeConversion(a, b);
      const back = timeConversion(b, a);
      expect(there === null).toBe(back === null);
      if (there === null || back === null) return;
      expect(there.n * back.n).toBe(there.d * back.d);
      const on = timeConversion(b, c);
      const straight = timeConversion(a, c);
      if (on === null || straight === null) return;
      expect(there.n * on.n * straight.d).toBe(there.d * on.d * straight.n);
    }),
    { seed: 3, numRuns: 2000 },
  );
  expect(timeConversion(unitOf('hour', 'time'), unitOf('day', 'time'))).toEqual({ n: 3600n, d: 86_400n });
  expect(timeConversion(unitOf('EUR', 'currency'), unitOf('day', 'time'))).toBe(null);
  expect(timeConversion(unitOf('hour', 'time'), NO_UNIT)).toBe(null);
});

test.each([
  ['EUR', 'EUR'],
  ['EUR/customer', 'EUR/customer'],
  ['EUR/customers', 'EUR/customer'],
  ['customers', 'customer'],
  ['1', ''],
  ['1/day', '1/day'],
  ['days', 'day'],
  ['points', 'point'],
  ['EUR^2', 'EUR^2'],
  ['EUR*hour', 'EUR*hour'],
  ['EUR/hour*order', 'EUR*order/hour'],
  ['EUR/hour/order', 'EUR/order/hour'],
  ['EUR/EUR', ''],
])('reads %s', (text, shown) => {
  const read = readUnit(text, counted);
  expect(read.kind === 'unit' ? showUnit(read.unit) : read.kind).toBe(shown);
});

test.each([
  ['', 'malformed'],
  ['EUR/', 'malformed'],
  ['/EUR', 'malformed'],
  ['EUR order', 'malformed'],
  ['EUR//order', 'malformed'],
  ['EUR/1', 'malformed'],
  ['2', 'malformed'],
  ['EUR^0', 'malformed'],
  ['eur', 'unknown'],
  ['EUR/lead', 'unknown'],
  ['__proto__', 'unknown'],
  ['constructor', 'unknown'],
  ['month', 'span'],
  ['EUR/years', 'span'],
])('refuses <%s>: %s', (text, kind) => {
  expect(readUnit(text, counted).kind).toBe(kind);
});

test('money, time and points are never counted things, whatever a dataset is called', () => {
  const clash = new Set(['hours', 'EUR', 'points', 'day']);
  for (const text of ['hours', 'EUR', 'points', 'day']) {
    const read = readUnit(text, clash);
    expect(read.kind === 'unit' && read.unit[0]?.kind !== 'counted', text).toBe(true);
  }
});

const types: readonly ValueType[] = [TEXT, INTEGER, decimal(2), decimal(4), RATIONAL, FLOAT, NONE, UNKNOWN];

test('the common type: the same from both sides, and that of itself', () => {
  for (const a of types) {
    expect(widen(a, a)).toEqual(a);
    for (const b of types) expect(widen(a, b)).toEqual(widen(b, a));
  }
  expect(widen(INTEGER, decimal(2))).toEqual(decimal(2));
  expect(widen(decimal(2), decimal(4))).toEqual(decimal(4));
  expect(widen(decimal(2), RATIONAL)).toEqual(RATIONAL);
  expect(widen(RATIONAL, FLOAT)).toEqual(FLOAT);
  expect(widen(TEXT, INTEGER)).toBe(null);
  expect(widen(TEXT, NONE)).toEqual(TEXT);
});
