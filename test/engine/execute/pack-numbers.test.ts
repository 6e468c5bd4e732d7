// Columns of numbers come packed, hold exactly what was stored, and give way to values where they cannot.
import { expect, test } from 'vitest';
import type { Table } from '../../../packages/engine/src/execute/executor.js';
import { valuesOf } from '../../../packages/engine/src/value/column.js';
import { shown } from '../rows/tables.js';
import { openEngine } from './project.js';

async function query(sql: string): Promise<Table> {
  return (await openEngine()).query(sql);
}

const TYPES = [
  ['TINYINT', '-128', '127'],
  ['SMALLINT', '-32768', '32767'],
  ['INTEGER', '-2147483648', '2147483647'],
  ['BIGINT', '-4503599627370496', '4503599627370495'],
  ['HUGEINT', '-4503599627370496', '4503599627370495'],
  ['DECIMAL(4,2)', '-99.99', '99.99'],
  ['DECIMAL(9,4)', '-12345.6789', '0.0001'],
  ['DECIMAL(18,2)', '-45035996273704.95', '45035996273704.95'],
  ['DECIMAL(38,6)', '-4503599627.370495', '4503599627.370495'],
] as const;

test.each(TYPES)('%s is packed from %s to %s, nulls among them', async (type, low, high) => {
  const table = await query(
    `SELECT * FROM (VALUES ((${low})::${type}), (NULL), (${high}::${type}), (0::${type})) AS t(x)`,
  );
  const [column] = table.packed ?? [];
  expect(shown(valuesOf(column ?? []))).toEqual([low, 'no_value', high, '0']);
  expect(shown(table.columns[0] ?? [])).toEqual([low, 'no_value', high, '0']);
});

test.each([
  ['BIGINT', '9007199254740993'],
  ['BIGINT', '-9223372036854775808'],
  ['HUGEINT', '18446744073709551616'],
  ['HUGEINT', '-170141183460469231731687303715884105727'],
  ['DECIMAL(38,2)', '123456789012345678901234567890123456.78'],
])('a column of %s with %s in it is values', async (type, number) => {
  const table = await query(`SELECT * FROM (VALUES (1::${type}), ((${number})::${type}), (2::${type})) AS t(x)`);
  expect(table.packed).toEqual([null]);
  expect(shown(table.columns[0] ?? [])).toEqual(['1', number, '2']);
});

test('a number that does not fit comes late: what was packed before it is kept', async () => {
  const table = await query(
    `SELECT CASE WHEN i = 5000 THEN 9007199254740993 WHEN i % 7 = 0 THEN NULL ELSE i END::BIGINT AS x
     FROM range(6000) AS r(i) ORDER BY i`,
  );
  const expected = Array.from({ length: 6000 }, (_, i) =>
    i === 5000 ? '9007199254740993' : i % 7 === 0 ? 'no_value' : String(i),
  );
  expect(table.packed).toEqual([null]);
  expect(shown(table.columns[0] ?? [])).toEqual(expected);
});

test('what lies in the memory of a null is not looked at', async () => {
  const table = await query(
    `SELECT CASE WHEN i % 2 = 0 THEN 9007199254740993 * (i + 1) END % 2 AS x FROM range(10) AS r(i)`,
  );
  expect(table.packed?.[0]).not.toBeNull();
  expect(shown(table.columns[0] ?? [])).toHaveLength(10);
});

test('many chunks are one column', async () => {
  const table = await query('SELECT i, (i * 0.01)::DECIMAL(18,2) AS d FROM range(10000) AS r(i) ORDER BY i');
  expect(Array.from(table.packed?.[0]?.units ?? [])).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
  expect(shown(valuesOf(table.packed?.[1] ?? []))[9999]).toBe('99.99');
});
