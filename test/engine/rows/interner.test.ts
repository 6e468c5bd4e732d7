import { describe, expect, it } from 'vitest';
import { Interner } from '../../../packages/engine/src/rows/interner.js';
import { fromScaled } from '../../../packages/engine/src/value/rational.js';
import { dateValue, integerValue, noValue, numberValue, textValue } from '../../../packages/engine/src/value/value.js';
import { packed, shown, values } from './tables.js';

describe('values', () => {
  it('have one id if and only if they are equal', () => {
    const interner = new Interner();
    const ids = interner.column([
      ...values([1, 1.5, 'web', '1']),
      numberValue(fromScaled(100n, 2)),
      numberValue(fromScaled(150n, 2)),
      textValue('web'),
      dateValue(1),
    ]);
    expect([...ids]).toEqual([1, 2, 3, 4, 1, 2, 3, 5]);
  });

  it('are all kinds of no value under id 0', () => {
    const interner = new Interner();
    expect([interner.id(noValue('no_rows')), interner.id(noValue('no_value'))]).toEqual([0, 0]);
    expect(shown([interner.value(0)])).toEqual(['no_value']);
  });

  it('are given back as they came', () => {
    const interner = new Interner();
    const column = [...values([7, 'app', 0.25]), numberValue(fromScaled(3n, 0), true)];
    expect([...interner.column(column)].map((id) => interner.value(id))).toEqual(column);
  });

  it('keep integers apart that a double does not hold', () => {
    const interner = new Interner();
    const ids = interner.column([2n ** 53n, 2n ** 53n + 1n, 2n ** 53n].map((n) => integerValue(n)));
    expect([...ids]).toEqual([1, 2, 1]);
    expect(shown([interner.value(2)])).toEqual(['9007199254740993']);
  });

  it('are the same packed as they are one by one', () => {
    const interner = new Interner();
    const one = interner.column(values([3, 0.5, null, -2]));
    expect([...interner.column(packed([3, 0.5, null, -2]))]).toEqual([...one]);
    expect(interner.id(integerValue(3))).toBe(one[0]);
  });
});

describe('a column of values that all differ', () => {
  it('is found by the columns that come after it', () => {
    const interner = new Interner();
    const first = interner.distinctColumn(values([10, null, 20, 30]));
    expect([...first]).toEqual([1, 0, 2, 3]);
    expect([...interner.column(values([30, 40, 10]))]).toEqual([3, 4, 1]);
    expect([...interner.distinctColumn(values([40, 50]))]).toEqual([4, 5]);
  });

  it('may be packed or texts', () => {
    const interner = new Interner();
    const whole = { ...packed([]), length: 2, units: Float64Array.of(5, 6), scale: 0 };
    expect([...interner.distinctColumn(whole)]).toEqual([1, 2]);
    expect(interner.integers(Int32Array.of(2, 0, 1))).toEqual(Float64Array.of(6, 0, 5));
    expect([...interner.column(values([null, 6, 7, 5, 'web', 7]))]).toEqual([0, 2, 3, 1, 4, 3]);
    expect(shown([1, 2, 3, 4, 0].map((id) => interner.value(id)))).toEqual(['5', '6', '7', 'web', 'no_value']);
    expect(interner.integers(Int32Array.of(1, 4))).toBeNull();
    const texts = new Interner();
    texts.distinctColumn(values(['a', 'b']));
    expect(texts.id(textValue('b'))).toBe(2);
  });
});

describe('tuples', () => {
  it('have one id if and only if all their parts are equal', () => {
    const interner = new Interner();
    const channel = interner.column(values(['web', 'app', 'web', 'web']));
    const region = interner.column(values(['north', 'north', 'south', 'north']));
    const [first, second, third, fourth] = interner.tuples([channel, region], 4);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(fourth).toBe(first);
  });

  it('have the same ids whenever the same columns come in the same order', () => {
    const interner = new Interner();
    const a = interner.column(values(['x', 'y', 'x']));
    const b = interner.column(values([1, 2, 2]));
    const c = interner.column(values([null, 5, 5]));
    const ids = interner.tuples([a, b, c], 3);
    expect([...interner.tuples([a.slice(1), b.slice(1), c.slice(1)], 2)]).toEqual(Array.from(ids.subarray(1)));
  });

  it('of no columns are one', () => {
    expect([...new Interner().tuples([], 3)]).toEqual([0, 0, 0]);
  });
});
