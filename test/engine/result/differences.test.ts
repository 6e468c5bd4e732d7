// Two answers are the same where every cell is: to the digit, or nearly where numbers are approximate.
import { expect, test } from 'vitest';
import { differences } from '../../../packages/engine/src/result/differences.js';
import type { Cell, Result } from '../../../packages/engine/src/result/result.js';

const cell = (value: string | null, more: Partial<Cell> = {}): Cell => ({
  value,
  reason: value === null ? 'no_rows' : null,
  approximate: false,
  complete: true,
  ...more,
});

function result(rows: Readonly<Record<string, readonly Cell[]>>): Result {
  const metric = (name: string) =>
    ({
      kind: 'metric',
      name,
      title: null,
      type: 'decimal(2)',
      unit: '',
      percent: false,
      decimals: null,
      overlapping: false,
    }) as const;
  return {
    columns: [{ kind: 'key', name: 'channel', type: 'text' }, metric('a'), metric('b')],
    rows: Object.entries(rows).map(([key, cells]) => ({ bucket: null, keys: [key], cells })),
    asOf: '2026-10-15',
    diagnostics: [],
  };
}

test('nothing differs', () => {
  const one = result({ web: [cell('1.10'), cell(null)] });
  expect(differences(one, one)).toEqual([]);
});

test('values, reasons and rows differ', () => {
  const left = result({ web: [cell('1.10'), cell(null)], store: [cell('1'), cell('1')] });
  const right = result({ web: [cell('1.1'), cell(null, { reason: 'division_by_zero' })], app: [cell('1'), cell('1')] });
  expect(differences(left, right)).toEqual([
    { row: ['web'], metric: 'a', left: '1.10', right: '1.1' },
    { row: ['web'], metric: 'b', left: 'no value (no_rows)', right: 'no value (division_by_zero)' },
    { row: ['store'], metric: null, left: 'a row', right: null },
    { row: ['app'], metric: null, left: null, right: 'a row' },
  ]);
});

test('approximate numbers may differ in digits that mean nothing', () => {
  const rough = { approximate: true };
  const left = result({ web: [cell('0.30000000000000004', rough), cell('1000000000', rough)] });
  const right = result({ web: [cell('0.3', rough), cell('1000000001', rough)] });
  expect(differences(left, right).map(({ metric }) => metric)).toEqual(['b']);
  expect(differences(left, result({ web: [cell('0.3'), cell('1000000000', rough)] }))).toHaveLength(1);
});
