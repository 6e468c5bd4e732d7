// The executor: exact columns, one query at a time, and no way out.
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isExecutionError, isInterrupted } from '../../../packages/engine/src/execute/execution-error.js';
import { openEngine, rowsOf, temporaryFolder } from './project.js';

async function one(sql: string): Promise<unknown> {
  const table = await (await openEngine()).query(`SELECT ${sql}`);
  return table.columns[0]?.[0];
}

const VALUES: readonly (readonly [string, unknown])[] = [
  [`12345678901234567.89::DECIMAL(20,2)`, number(1234567890123456789n, 100n)],
  [`(-0.10)::DECIMAL(4,2)`, number(-10n, 100n)],
  [`12345::DECIMAL(9,4)`, number(123450000n, 10000n)],
  [`9007199254740993::BIGINT`, number(9007199254740993n)],
  [`(-170141183460469231731687303715884105727)::HUGEINT`, number(-170141183460469231731687303715884105727n)],
  [`18446744073709551615::UBIGINT`, number(18446744073709551615n)],
  [`7::TINYINT`, number(7n)],
  [`sum(i) FROM range(10) t(i)`, number(45n)],
  [`0.1::DOUBLE`, number(1n, 10n, true)],
  [`1e21::DOUBLE`, number(10n ** 21n, 1n, true)],
  [`'nan'::DOUBLE`, { kind: 'none', reason: 'out_of_range' }],
  [`1 / 0`, { kind: 'none', reason: 'out_of_range' }],
  [`NULL`, { kind: 'none', reason: 'no_value' }],
  [`NULL::DECIMAL(18,2)`, { kind: 'none', reason: 'no_value' }],
  [`true`, { kind: 'boolean', value: true }],
  [`'it''s 🙂 longer than twelve bytes'`, { kind: 'text', value: "it's 🙂 longer than twelve bytes" }],
  [`''`, { kind: 'text', value: '' }],
  [`'a' || chr(0) || 'b'`, { kind: 'text', value: 'a\0b' }],
  [`'x'::ENUM('x', 'y')`, { kind: 'text', value: 'x' }],
  [`DATE '1969-12-31'`, { kind: 'date', day: -1 }],
  [`TIMESTAMP '2026-03-01 00:00:00.000001'`, { kind: 'datetime', micros: 1772323200000001n }],
  [`TIMESTAMPTZ '2026-03-01 00:00:00+01:00'`, { kind: 'timestamp', micros: 1772319600000000n }],
];

function number(n: bigint, d = 1n, approximate = false) {
  return { kind: 'number', value: { n, d }, approximate };
}

test.each(VALUES)('%s', async (sql, value) => {
  expect(await one(sql)).toEqual(value);
});

test('columns have every row of every chunk, and nulls in their place', async () => {
  const table = await (
    await openEngine()
  ).query(`SELECT i, CASE WHEN i % 3 = 0 THEN NULL ELSE 'text ' || i END AS t FROM range(5000) AS r(i) ORDER BY i`);
  expect(table.names).toEqual(['i', 't']);
  expect(table.rowCount).toBe(5000);
  expect(table.columns[0]?.[4999]).toEqual(number(4999n));
  expect(table.columns[1]?.[4998]).toEqual({ kind: 'none', reason: 'no_value' });
  expect(table.columns[1]?.[4999]).toEqual({ kind: 'text', value: 'text 4999' });
});

test('no rows', async () => {
  const table = await (await openEngine()).query('SELECT 1 AS a, 2 AS a WHERE false');
  expect(table).toMatchObject({ names: ['a', 'a'], columns: [[], []], rowCount: 0 });
});

test('a type without exact values is refused', async () => {
  await expect(one('[1, 2]')).rejects.toThrow('the engine cannot read columns of type INTEGER[]');
  await expect(one(`INTERVAL '1 day'`)).rejects.toThrow('the engine cannot read columns of type INTERVAL');
});

const REFUSED = [
  'SELECT 1; SELECT 2',
  'SELECT 1; DROP SCHEMA main',
  'CREATE TABLE x AS SELECT 1',
  'CREATE VIEW x AS SELECT 1',
  'INSERT INTO x VALUES (1)',
  'SET threads = 1',
  'RESET threads',
  'PRAGMA disable_optimizer',
  'CALL pragma_version()',
  `COPY (SELECT 1) TO '/tmp/sextant-never.csv'`,
  `ATTACH '/tmp/sextant-never.duckdb'`,
  'INSTALL httpfs',
  'LOAD httpfs',
  `EXPORT DATABASE '/tmp/sextant-never'`,
  'VACUUM',
  'BEGIN TRANSACTION',
];

test.each(REFUSED)('%s is no query', async (sql) => {
  const error: unknown = await (await openEngine()).query(sql).catch((error: unknown) => error);
  // Some fail before it is known what they are.
  expect(isExecutionError(error) && error.kind).toMatch(/refused|failed/);
});

test('what the engine says of a wrong query', async () => {
  const error: unknown = await (await openEngine()).query('SELECT nothing').catch((error: unknown) => error);
  expect(isExecutionError(error) && error.kind).toBe('failed');
  expect(String(error)).toContain('"nothing"');
});

test('a sealed engine reads the files it was given, and nothing else', async () => {
  const folder = await temporaryFolder();
  for (const name of ['given.csv', "it's [1] *.csv", 'other.csv', 'a1.csv', 'a[1].csv'])
    await writeFile(`${folder}/${name}`, 'x\n1\n');
  const executor = await openEngine();
  await executor.seal([`${folder}/given.csv`, `${folder}/it's [1] *.csv`, `${folder}/a[1].csv`]);
  const read = (path: string) => rowsOf(executor, `SELECT * FROM read_csv('${path}')`);
  expect(await read(`${folder}/given.csv`)).toEqual([['1']]);
  expect(await read(`${folder}/it''s [[]1] [*].csv`)).toEqual([['1']]);
  for (const path of [
    `${folder}/other.csv`,
    `${folder}/*.csv`,
    `${folder}/a1.csv`,
    `${folder}/a[1].csv`,
    '/etc/passwd',
    'https://example.com/a.csv',
    's3://bucket/a.csv',
  ]) {
    await expect(read(path), path).rejects.toThrow(/Permission|Missing Extension|No files found/);
  }
  for (const sql of [
    `SELECT * FROM read_text('/etc/passwd')`,
    `SELECT * FROM glob('/etc/*')`,
    `SELECT * FROM '/etc/hostname.csv'`,
  ]) {
    await expect(executor.query(sql), sql).rejects.toThrow('Permission Error');
  }
});

const CLOSED: readonly (readonly [string, RegExp])[] = [
  ['INSTALL httpfs', /Permission|disabled/],
  ['LOAD httpfs', /Permission|disabled/],
  [`LOAD '/tmp/x.duckdb_extension'`, /Permission|disabled/],
  [`ATTACH '/tmp/sextant-never.duckdb'`, /Permission/],
  [`COPY (SELECT 1) TO '/tmp/sextant-never.csv'`, /Permission/],
  [`EXPORT DATABASE '/tmp/sextant-never'`, /Permission/],
  ['SET enable_external_access = true', /locked|Cannot change/],
  [`SET allowed_paths = ['/etc/passwd']`, /locked|Cannot change/],
  ['SET lock_configuration = false', /locked/],
  ['SET autoload_known_extensions = true', /locked/],
];

test.each(CLOSED)('even a statement of this room cannot %s once the engine is sealed', async (sql, message) => {
  const executor = await openEngine();
  await executor.query('SELECT 1');
  expect(executor.isSealed()).toBe(true);
  await expect(executor.run(sql)).rejects.toThrow(message);
});

test('it can be sealed once only', async () => {
  const executor = await openEngine();
  await executor.seal([]);
  await expect(executor.seal(['/etc/passwd'])).rejects.toThrow('sealed before');
});

const ENDLESS = 'SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range % 7 = b.range % 11';

test('an interrupt ends a running query, and the engine goes on', async () => {
  const executor = await openEngine();
  await executor.query('SELECT 1');
  const running = executor.query(ENDLESS).catch((error: unknown) => error);
  await new Promise((resolve) => setImmediate(resolve));
  executor.interrupt();
  expect(isInterrupted(await running)).toBe(true);
  expect(await rowsOf(executor, 'SELECT 2')).toEqual([['2']]);
});

test('closing ends what runs and refuses what comes', async () => {
  const executor = await openEngine();
  await executor.query('SELECT 1');
  const running = executor.query(ENDLESS).catch((error: unknown) => error);
  const waiting = executor.query('SELECT 1').catch((error: unknown) => error);
  await new Promise((resolve) => setImmediate(resolve));
  await executor.close();
  expect(isExecutionError(await running)).toBe(true);
  expect(String(await waiting)).toContain('closed');
  await expect(executor.query('SELECT 1')).rejects.toThrow('closed');
});

test('queries asked at once are answered one after another', async () => {
  const executor = await openEngine();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => rowsOf(executor, `SELECT count(*) + ${i} FROM range(3000) t(i)`)),
  );
  expect(answers.flat(2)).toEqual(Array.from({ length: 10 }, (_, i) => String(3000 + i)));
});
