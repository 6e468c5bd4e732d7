import { expect, test } from 'vitest';
import { tableOf } from '../../../packages/cli/src/results/table.js';
import { cell, metric, sales } from './make.js';

test('points stand under points, and the notes say what the marks mean', () => {
  expect(tableOf(sales, { colour: false })).toBe(
    [
      'month     channel   revenue         share',
      '                        EUR',
      '────────  ────────  ───────  ────────────',
      '2026-01   web       1234.50    5.25%',
      '2026-01   a|b, "c"    -7.00    —¹',
      '2026-02*  —            —²     33.333333…%',
      "2026-02*  ''          ≈0.1   100%",
      '',
      '* not complete: it is cut by the range, or goes on after 2026-02-17',
      '¹ no value: division by zero',
      '² no value: no rows to compute it from',
      '≈ approximate: computed from floating-point numbers or with an approximate function',
      '… more digits follow; other formats have all of them',
      '— in a group: rows without a value for it',
      'as of 2026-02-17',
      '',
    ].join('\n'),
  );
});

test('a result without rows says so', () => {
  expect(tableOf({ ...sales, rows: [] }, { colour: false })).toContain('\nno rows\n\nas of 2026-02-17\n');
});

test('names and texts can neither move the cursor nor break a line', () => {
  const text = tableOf(
    {
      ...sales,
      columns: [{ kind: 'key', name: 'a\u001b[2J', type: 'text' }, metric('m', { type: 'text' })],
      rows: [{ bucket: null, keys: ['x\ny'], cells: [cell('12\u202e')] }],
    },
    { colour: false },
  );
  expect(text.split('\n').slice(0, 3)).toEqual(['a␛[2J  m', '─────  ───', 'x y    12\ufffd']);
});

test('wide characters take two columns', () => {
  const text = tableOf(
    {
      ...sales,
      columns: [{ kind: 'key', name: 'k', type: 'text' }, metric('m', { type: 'integer' })],
      rows: [{ bucket: null, keys: ['日本'], cells: [cell('1')] }],
    },
    { colour: false },
  );
  expect(text.split('\n').slice(0, 3)).toEqual(['k     m', '────  ─', '日本  1']);
});

test('groups that share rows are marked', () => {
  const text = tableOf({ ...sales, columns: [metric('m', { overlapping: true })], rows: [] }, { colour: false });
  expect(text).toContain('groups share rows: the values of a column do not add up to the total');
});
