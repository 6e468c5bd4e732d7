// A packed number is written as its value is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWriter } from '../../../packages/engine/src/result/write-column.js';
import { MOST_UNITS, valuesOf, type NumberColumn } from '../../../packages/engine/src/value/column.js';
import { noValue } from '../../../packages/engine/src/value/value.js';

const units = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }),
  fc.integer({ min: -MOST_UNITS, max: MOST_UNITS }),
  fc.integer({ min: 1, max: Math.floor(MOST_UNITS / 10 ** 6) }).map((whole) => whole * 10 ** 6 - 1),
);

test('whatever its scale and the decimals that are shown', () => {
  const columns = fc.record({
    list: fc.array(fc.tuple(units, fc.boolean()), { maxLength: 20 }),
    scale: fc.integer({ min: 0, max: 18 }),
    decimals: fc.option(fc.integer({ min: -2, max: 20 })),
    percent: fc.boolean(),
    complete: fc.boolean(),
  });
  fc.assert(
    fc.property(columns, ({ list, scale, decimals, percent, complete }) => {
      const column: NumberColumn = {
        kind: 'numbers',
        length: list.length,
        units: Float64Array.from(list, ([unit]) => unit),
        scale,
        missing: Uint8Array.from(list, ([, missing]) => (missing ? 1 : 0)),
        none: noValue('no_rows'),
      };
      const [packed, plain] = [column, valuesOf(column)].map((one) => cellWriter(one, { decimals, percent }));
      for (const row of list.keys()) expect(packed?.(row, complete)).toEqual(plain?.(row, complete));
    }),
    { numRuns: 300 },
  );
});

test('a cell that is shared says of itself whether it is complete', () => {
  const column: NumberColumn = {
    kind: 'numbers',
    length: 2,
    units: Float64Array.of(7, 7),
    scale: 0,
    missing: null,
    none: noValue('no_rows'),
  };
  const write = cellWriter(column, { decimals: null, percent: false });
  expect([write(0, true), write(1, false)].map((cell) => [cell.value, cell.complete])).toEqual([
    ['7', true],
    ['7', false],
  ]);
});
