// A column with a type of its own gives the declared type exactly, or the project is told what it is and where.
import { expect, test } from 'vitest';
import { columnsOf, openEngine, prepare, rowsOf, said, temporaryFolder } from '../project.js';

async function parquet(values: readonly string[]): Promise<string> {
  const path = `${await temporaryFolder()}/values.parquet`;
  const writer = await openEngine();
  const rows = values.map((value, i) => `(${i}, ${value})`).join(', ');
  await writer.run(`COPY (SELECT * FROM (VALUES ${rows}) AS t(i, v)) TO '${path}' (FORMAT parquet)`);
  await writer.close();
  return path;
}

async function fit(type: string, values: readonly string[]) {
  const path = await parquet(values);
  const definition = `  things:
    from: values.parquet
    time: none
    fields:
      i: integer
      v: { type: ${type}, optional: true }
`;
  return prepare(definition, {}, { extraSources: { things: path } });
}

const FITTING: readonly (readonly [string, string, string, string])[] = [
  // declared, value in the file, column in the relation, value there
  ['text', `'x'`, 'VARCHAR', 'x'],
  ['text', '7::BIGINT', 'VARCHAR', '7'],
  ['text', `'00000000-0000-0000-0000-000000000001'::UUID`, 'VARCHAR', '00000000-0000-0000-0000-000000000001'],
  ['text', `'x'::ENUM('x', 'y')`, 'VARCHAR', 'x'],
  ['integer', '(-5)::TINYINT', 'BIGINT', '-5'],
  ['integer', '5::UINTEGER', 'BIGINT', '5'],
  ['integer', '9007199254740993', 'BIGINT', '9007199254740993'],
  ['integer', '18446744073709551615::UBIGINT', 'HUGEINT', '18446744073709551615'],
  ['integer', '12::DECIMAL(18,0)', 'BIGINT', '12'],
  ['integer', '12.00::DECIMAL(18,2)', 'BIGINT', '12'],
  ['integer', '12::DOUBLE', 'BIGINT', '12'],
  ['decimal(2)', '12345678901234567.89::DECIMAL(20,2)', 'DECIMAL(20,2)', '12345678901234567.89'],
  ['decimal(2)', '0.1::DECIMAL(5,1)', 'DECIMAL(6,2)', '0.1'],
  ['decimal(2)', '0.1000::DECIMAL(18,4)', 'DECIMAL(16,2)', '0.1'],
  ['decimal(2)', '7::INTEGER', 'DECIMAL(12,2)', '7'],
  ['decimal(18)', '7::BIGINT', 'DECIMAL(37,18)', '7'],
  ['decimal(18)', '7::DECIMAL(38,0)', 'DECIMAL(38,18)', '7'],
  ['decimal(2)', '0.1::DOUBLE', 'DECIMAL(18,2)', '0.1'],
  ['decimal(3)', '1.005::DOUBLE', 'DECIMAL(18,3)', '1.005'],
  ['decimal(2)', '1234567890123.45::DOUBLE', 'DECIMAL(18,2)', '1234567890123.45'],
  ['decimal(2)', '0.1::FLOAT', 'DECIMAL(18,2)', '0.1'],
  ['decimal(2)', `'12.30'`, 'DECIMAL(18,2)', '12.3'],
  ['float', '0.5::FLOAT', 'DOUBLE', '0.5'],
  ['float', '0.5::DECIMAL(3,1)', 'DOUBLE', '0.5'],
  ['boolean', 'true', 'BOOLEAN', 'true'],
  ['boolean', `'TRUE'`, 'BOOLEAN', 'true'],
  ['date', `DATE '2026-02-28'`, 'DATE', '2026-02-28'],
  ['date', `TIMESTAMP '2026-02-28 00:00:00'`, 'DATE', '2026-02-28'],
  ['date', `'2026-02-28'`, 'DATE', '2026-02-28'],
  ['datetime', `TIMESTAMP '2026-02-28 10:00:00.123456'`, 'TIMESTAMP', '2026-02-28T10:00:00.123456'],
  ['datetime', `'2026-02-28 10:00:00.123'::TIMESTAMP_MS`, 'TIMESTAMP', '2026-02-28T10:00:00.123'],
  ['datetime', `'2026-02-28 10:00:00.123456'::TIMESTAMP_NS`, 'TIMESTAMP', '2026-02-28T10:00:00.123456'],
  ['timestamp', `TIMESTAMPTZ '2026-02-28 10:00:00+05:30'`, 'TIMESTAMP', '2026-02-28T04:30:00'],
];

test.each(FITTING)('%s takes %s', async (type, value, column, shown) => {
  const { executor, diagnostics } = await fit(type, [value, 'NULL']);
  expect(diagnostics.map(said)).toEqual([]);
  expect(await columnsOf(executor, 'things')).toEqual(['i BIGINT', `v ${column}`]);
  expect(await rowsOf(executor, 'SELECT "v" FROM "data"."things" ORDER BY "i"')).toEqual([[shown], [null]]);
});

const VALUES: readonly (readonly [string, readonly string[], string])[] = [
  [
    'integer',
    ['1::DOUBLE', '1.5::DOUBLE', '2.5::DOUBLE'],
    'values.parquet row 2: `1.5` is no `integer`, and 1 more value of the column `v`',
  ],
  ['integer', ['9007199254740994::DOUBLE'], 'values.parquet row 1: `9007199254740994.0` is no `integer` (column `v`)'],
  ['integer', ['1.50::DECIMAL(18,2)'], 'values.parquet row 1: `1.50` is no `integer` (column `v`)'],
  [
    'decimal(2)',
    ['0.10::DECIMAL(18,4)', '0.125::DECIMAL(18,4)'],
    'values.parquet row 2: `0.1250` is no `decimal(2)` (column `v`)',
  ],
  [
    'decimal(2)',
    ['99999999999999.9999::DECIMAL(18,4)'],
    'values.parquet row 1: `99999999999999.9999` is no `decimal(2)` (column `v`)',
  ],
  [
    'decimal(2)',
    ['0.1::DOUBLE + 0.2::DOUBLE'],
    'values.parquet row 1: `0.30000000000000004` is no `decimal(2)` (column `v`)',
  ],
  ['decimal(2)', ['1.005::DOUBLE'], 'values.parquet row 1: `1.005` is no `decimal(2)` (column `v`)'],
  ['decimal(2)', [`'nan'::DOUBLE`], 'values.parquet row 1: `nan` is no `decimal(2)` (column `v`)'],
  [
    'decimal(2)',
    ['12345678901234.56::DOUBLE'],
    'values.parquet row 1: `12345678901234.56` is no `decimal(2)` (column `v`)',
  ],
  [
    'decimal(18)',
    ['123456789012345678901::DECIMAL(38,0)'],
    'values.parquet row 1: `123456789012345678901` is no `decimal(18)` (column `v`)',
  ],
  [
    'date',
    [`TIMESTAMP '2026-02-28 00:00:01'`],
    'values.parquet row 1: `2026-02-28 00:00:01` is no `date` (column `v`)',
  ],
  [
    'datetime',
    [`'2026-02-28 10:00:00.123456789'::TIMESTAMP_NS`],
    'values.parquet row 1: `2026-02-28 10:00:00.123456789` is no `datetime` (column `v`)',
  ],
  [
    'date',
    [`'2026-02-28'`, `'28.02.2026'`],
    'values.parquet row 2: `28.02.2026` is not a date such as `2026-03-01` (column `v`)',
  ],
];

test.each(VALUES)('%s refuses values %j', async (type, values, message) => {
  const { diagnostics, root } = await fit(type, values);
  expect(root).not.toBe('');
  expect(diagnostics.map((one) => said(one).replace(/\/\S*\//, ''))).toEqual([`KPI7020: ${message}`]);
});

const COLUMNS: readonly (readonly [string, string, string, string | undefined])[] = [
  ['text', `DATE '2026-01-01'`, 'DATE', 'declare `date`'],
  ['text', '1.5::DOUBLE', 'DOUBLE', 'declare `float`'],
  ['text', `'x'::BLOB`, 'BLOB', undefined],
  ['integer', 'true', 'BOOLEAN', 'declare `boolean`'],
  ['decimal(2)', `DATE '2026-01-01'`, 'DATE', 'declare `date`'],
  ['boolean', '1', 'INTEGER', 'declare `integer`'],
  ['date', `TIMESTAMPTZ '2026-01-01 00:00:00Z'`, 'TIMESTAMP WITH TIME ZONE', 'declare `timestamp`'],
  ['datetime', `DATE '2026-01-01'`, 'DATE', 'declare `date`'],
  ['datetime', `TIMESTAMPTZ '2026-01-01 00:00:00Z'`, 'TIMESTAMP WITH TIME ZONE', 'declare `timestamp`'],
  [
    'timestamp',
    `TIMESTAMP '2026-01-01 00:00:00'`,
    'TIMESTAMP',
    'declare `datetime` and say the `timezone:` of the dataset',
  ],
  ['float', `[1.5]`, 'DECIMAL(2,1)[]', undefined],
];

test.each(COLUMNS)('%s refuses a column of %s', async (type, value, source, help) => {
  const { diagnostics } = await fit(type, [value]);
  expect(diagnostics.map((one) => said(one).replace(/of \/\S*\//, 'of '))).toEqual([
    `KPI7012: \`things.v\` is declared \`${type}\`, but the column \`v\` of values.parquet is ${source}`,
  ]);
  expect(diagnostics[0]?.help).toBe(help);
});
