// Packed numbers give what the values give: for every call and aggregate that has a faster way, and for the order of cells.
import type { ScalarFunction } from '@sextant/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCalendar } from '../../../packages/engine/src/calendar/calendar-settings.js';
import { Interner } from '../../../packages/engine/src/rows/interner.js';
import { packedAggregates } from '../../../packages/engine/src/rows/packed-aggregates.js';
import { packedCall } from '../../../packages/engine/src/rows/packed-calls.js';
import { byColumn, byKey, byNumbers, sortCells } from '../../../packages/engine/src/rows/sort-cells.js';
import { aggregateFunctions } from '../../../packages/engine/src/value/aggregates/aggregate-functions.js';
import { MOST_UNITS, valuesOf, type NumberColumn } from '../../../packages/engine/src/value/column.js';
import { scalarFunctions } from '../../../packages/engine/src/value/functions/scalar-functions.js';
import { compareValues } from '../../../packages/engine/src/value/order.js';
import { fraction, fromBigInt, ONE } from '../../../packages/engine/src/value/rational.js';
import { noValue, NULL, numberValue, textValue, type Value } from '../../../packages/engine/src/value/value.js';
import { shown } from './tables.js';

const NO_ROWS = noValue('no_rows');

const units = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -MOST_UNITS, max: MOST_UNITS }),
  fc.constantFrom(MOST_UNITS, -MOST_UNITS, 0),
);

function columns(length: number): fc.Arbitrary<NumberColumn> {
  const rows = fc.array(fc.tuple(units, fc.boolean()), { minLength: length, maxLength: length });
  return fc.tuple(rows, fc.integer({ min: 0, max: 4 }), fc.boolean()).map(([list, scale, holes]) => ({
    kind: 'numbers',
    length,
    units: Float64Array.from(list, ([unit]) => unit),
    scale,
    missing: holes ? Uint8Array.from(list, ([, missing]) => (missing ? 1 : 0)) : null,
    none: NO_ROWS,
  }));
}

const pairs = fc.integer({ min: 0, max: 8 }).chain((length) => fc.tuple(columns(length), columns(length)));

function oneByOne(fn: ScalarFunction, args: readonly (readonly Value[])[], size: number): readonly Value[] {
  return Array.from({ length: size }, (_, row) =>
    scalarFunctions[fn](
      args.map((arg) => arg[row] ?? NULL),
      { calendar: defaultCalendar },
    ),
  );
}

const CALLS = ['equal', 'not_equal', 'less', 'less_equal', 'greater', 'greater_equal', 'add', 'subtract'] as const;

describe.each(CALLS)('%s', (fn) => {
  test('of two columns', () => {
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        const got = packedCall(fn, [left, right], left.length);
        if (got === null) return;
        expect(shown(valuesOf(got))).toEqual(shown(oneByOne(fn, [valuesOf(left), valuesOf(right)], left.length)));
      }),
    );
  });

  test.skipIf(fn === 'add' || fn === 'subtract')('of a column and a constant, either way round', () => {
    const constants = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.constantFrom(1n, 3n, 10n, 100n, 1000n, 10n ** 18n))
      .map(([n, d]) => numberValue(fraction(n, d) ?? ONE));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }).chain(columns), constants, (column, constant) => {
        const values = valuesOf(column);
        const all = values.map(() => constant);
        const [after, before] = [
          packedCall(fn, [column, constant], column.length),
          packedCall(fn, [constant, column], column.length),
        ];
        expect(shown(valuesOf(after ?? []))).toEqual(shown(oneByOne(fn, [values, all], column.length)));
        expect(shown(valuesOf(before ?? []))).toEqual(shown(oneByOne(fn, [all, values], column.length)));
      }),
    );
  });
});

test('a sum past what a double holds is left to the values', () => {
  const most: NumberColumn = {
    kind: 'numbers',
    length: 1,
    units: Float64Array.of(MOST_UNITS),
    scale: 0,
    missing: null,
    none: NULL,
  };
  expect(packedCall('add', [most, most], 1)).toBeNull();
  expect(packedCall('multiply', [most, most], 1)).toBeNull();
  expect(shown(valuesOf(packedCall('subtract', [most, most], 1) ?? []))).toEqual(['0']);
});

test.each(['sum', 'avg', 'min', 'max', 'count', 'count_rows'] as const)('%s of the kept rows of a run', (fn) => {
  const runs = fc
    .integer({ min: 0, max: 30 })
    .chain((length) =>
      fc.tuple(
        columns(length),
        fc.option(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length })),
        fc.integer({ min: 0, max: length }),
      ),
    );
  fc.assert(
    fc.property(runs, ([column, kept, first]) => {
      const flags = kept === null ? null : Uint8Array.from(kept);
      const got = packedAggregates[fn]?.(column, flags, first, column.length) ?? NULL;
      const values = valuesOf(column).filter((_, row) => row >= first && flags?.[row] !== 0);
      expect(shown([got])).toEqual(shown([aggregateFunctions[fn](values, ONE)]));
    }),
  );
});

describe('cells are sorted', () => {
  const cellsOf = (count: number): Int32Array => Int32Array.from({ length: count }, (_, cell) => cell);

  test('by a column of numbers, no value last both ways, equal ones as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }).chain(columns), fc.boolean(), (column, descending) => {
        const direction = descending ? 'desc' : 'asc';
        const values = valuesOf(column);
        const expected = Array.from(values.keys()).sort((a, b) =>
          compareValues(values[a] ?? NULL, values[b] ?? NULL, direction),
        );
        expect([...sortCells(cellsOf(column.length), [byColumn(column, descending)])]).toEqual(expected);
        expect([...sortCells(cellsOf(column.length), [byColumn(values, descending)])]).toEqual(expected);
      }),
    );
  });

  test('by keys of any kind and then by time', () => {
    const texts = fc.constantFrom('a', 'b', 'ab', '', '\u{1f642}', '\uffff', 'é');
    const keys: fc.Arbitrary<readonly Value[]> = fc.oneof(
      fc
        .array(fc.option(texts), { maxLength: 40 })
        .map((list) => list.map((one) => (one === null ? NULL : textValue(one)))),
      fc
        .array(fc.option(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.maxSafeInteger())), { maxLength: 40 })
        .map((list) => list.map((one) => (one === null ? NULL : numberValue(fromBigInt(BigInt(one)))))),
      fc
        .array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 })
        .map((list) => list.map((one) => numberValue({ n: BigInt(one), d: 2n }))),
    );
    fc.assert(
      fc.property(
        keys,
        fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
        fc.boolean(),
        (values, stream, descending) => {
          const times = Int32Array.from(values, () => stream.next().value ?? 0);
          const interner = new Interner();
          const ids = interner.column(values);
          const expected = Array.from(values.keys()).sort(
            (a, b) =>
              compareValues(values[a] ?? NULL, values[b] ?? NULL, descending ? 'desc' : 'asc') ||
              (times[a] ?? 0) - (times[b] ?? 0),
          );
          const order = [byKey(ids, interner, descending), byNumbers(times, false)];
          expect([...sortCells(cellsOf(values.length), order)]).toEqual(expected);
        },
      ),
    );
  });

  test('where only some of them are left', () => {
    const column = valuesOf({
      kind: 'numbers',
      length: 4,
      units: Float64Array.of(4, 3, 2, 1),
      scale: 0,
      missing: null,
      none: NULL,
    });
    expect([...sortCells(Int32Array.of(0, 2, 3), [byColumn(column, false)])]).toEqual([3, 2, 0]);
  });
});
