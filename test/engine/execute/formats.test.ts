// Every format of a source gives the same relation: the declared fields, in the declared types, with every digit.
import { expect, test } from 'vitest';
import { columnsOf, gzip, openEngine, prepare, rowsOf, said, temporaryFolder, type Files } from './project.js';

const HEADER = ['id', 'who', 'amount', 'count', 'ok', 'day', 'clock', 'moment', 'rough'];
const ROWS = [
  [
    'a',
    'Ann',
    '12345678901234567.89',
    '9007199254740993',
    'true',
    '2026-02-28',
    '2026-02-28T10:00:00',
    '2026-02-28T10:00:00+02:00',
    '0.5',
  ],
  ['b', 'x, "y"\nz', '0.10', '-7', 'false', '2024-02-29', '2024-02-29 23:59:59.123456', '2024-02-29T00:30:00Z', '1e3'],
  ['c', '', '', '', '', '', '', '', ''],
];
const EXPECTED = [
  [
    'a',
    'Ann',
    '12345678901234567.89',
    '9007199254740993',
    'true',
    '2026-02-28',
    '2026-02-28T10:00:00',
    '2026-02-28T08:00:00',
    '0.5',
  ],
  ['b', 'x, "y"\nz', '0.1', '-7', 'false', '2024-02-29', '2024-02-29T23:59:59.123456', '2024-02-29T00:30:00', '1000'],
  ['c', null, null, null, null, null, null, null, null],
];

const definition = (from: string): string => `  things:
    from: ${from}
    key: id
    time: none
    fields:
      id: text
      who: { type: text, optional: true }
      amount: { type: decimal(2) EUR, optional: true }
      count: { type: integer, optional: true }
      ok: { type: boolean, optional: true }
      day: { type: date, optional: true }
      clock: { type: datetime, optional: true }
      moment: { type: timestamp, optional: true }
      rough: { type: float, optional: true }
`;

const csv = (delimiter: string, end = '\n'): string =>
  [HEADER, ...ROWS]
    .map((row) =>
      row.map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
    )
    .map((line) => line + end)
    .join('');

/** Numbers and truth values without quotes, with their digits as they are. */
const object = (row: readonly string[]): string => {
  const value = (cell: string, i: number): string => {
    if (cell === '') return 'null';
    return ['amount', 'count', 'ok', 'rough'].includes(HEADER[i] ?? '') ? cell : JSON.stringify(cell);
  };
  return `{${row.map((cell, i) => `${JSON.stringify(HEADER[i])}: ${value(cell, i)}`).join(', ')}, "extra": {"n": [1.50]}}`;
};

const SOURCES: readonly (readonly [string, string, Files])[] = [
  ['csv', 'data.csv', { 'data.csv': csv(',') }],
  ['csv with BOM and CRLF', 'data.csv', { 'data.csv': `\uFEFF${csv(',', '\r\n')}` }],
  ['csv with semicolons', '{ path: data.csv, delimiter: ";" }', { 'data.csv': csv(';') }],
  ['csv, gzipped', 'data.csv.gz', { 'data.csv.gz': gzip(csv(',')) }],
  ['tsv', 'data.tsv', { 'data.tsv': csv('\t') }],
  ['another ending', '{ path: data.txt, format: csv }', { 'data.txt': csv(',') }],
  ['json', 'data.json', { 'data.json': `[${ROWS.map(object).join(',\n')}]` }],
  ['json, gzipped', 'data.json.gz', { 'data.json.gz': gzip(`[${ROWS.map(object).join(',\n')}]`) }],
  ['json, objects one after another', 'data.json', { 'data.json': ROWS.map(object).join('\n\n') }],
  ['ndjson', 'data.ndjson', { 'data.ndjson': ROWS.map(object).join('\n') }],
  ['ndjson, gzipped', 'data.ndjson.gz', { 'data.ndjson.gz': gzip(`${ROWS.map(object).join('\n')}\n`) }],
];

test.each(SOURCES)('%s', async (_, from, files) => {
  const { executor, diagnostics } = await prepare(definition(from), files);
  expect(diagnostics.map(said)).toEqual([]);
  expect(await columnsOf(executor, 'things')).toEqual([
    'id VARCHAR',
    'who VARCHAR',
    // Wider than usual, and no wider than it must be.
    'amount DECIMAL(19,2)',
    'count BIGINT',
    'ok BOOLEAN',
    'day DATE',
    'clock TIMESTAMP',
    'moment TIMESTAMP',
    'rough DOUBLE',
  ]);
  expect(await rowsOf(executor, 'SELECT * FROM "data"."things" ORDER BY "id"')).toEqual(EXPECTED);
});

const TYPED = `SELECT * FROM (VALUES
  ('a', 'Ann', 12345678901234567.89::DECIMAL(20,2), 9007199254740993, true, DATE '2026-02-28', TIMESTAMP '2026-02-28 10:00:00', TIMESTAMPTZ '2026-02-28 10:00:00+02:00', 0.5::DOUBLE),
  ('b', 'x, "y"' || chr(10) || 'z', 0.10, -7, false, DATE '2024-02-29', TIMESTAMP '2024-02-29 23:59:59.123456', TIMESTAMPTZ '2024-02-29 00:30:00Z', 1e3),
  ('c', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
) AS t(${HEADER.join(', ')})`;

async function written(name: string, statements: (path: string) => readonly string[]): Promise<string> {
  const path = `${await temporaryFolder()}/${name}`;
  const writer = await openEngine();
  for (const statement of statements(path)) await writer.run(statement);
  await writer.close();
  return path;
}

test('parquet is a view with its own width', async () => {
  const path = await written('data.parquet', (path) => [`COPY (${TYPED}) TO '${path}' (FORMAT parquet)`]);
  const { executor, diagnostics, data } = await prepare(
    definition('things.parquet'),
    {},
    { extraSources: { things: path } },
  );
  expect(diagnostics.map(said)).toEqual([]);
  expect(data.datasets.get('things')?.form).toBe('view');
  expect(await columnsOf(executor, 'things')).toContain('amount DECIMAL(20,2)');
  expect(await columnsOf(executor, 'things')).toContain('moment TIMESTAMP');
  expect(await rowsOf(executor, 'SELECT * FROM "data"."things" ORDER BY "id"')).toEqual(EXPECTED);
});

test('a table of a DuckDB file is a view', async () => {
  const path = await written('w.duckdb', (path) => [
    `ATTACH '${path}' AS w`,
    'CREATE SCHEMA w.sales',
    `CREATE TABLE w.things AS ${TYPED}`,
    `CREATE TABLE w.sales."Things ""2""" AS ${TYPED}`,
    'DETACH w',
  ]);
  const { readFile } = await import('node:fs/promises');
  const project = 'project: test\nconnections: { w: { type: duckdb, file: w.duckdb } }\n';
  for (const table of ['things', '\'sales.Things "2"\'']) {
    const { executor, diagnostics, data } = await prepare(
      definition(`{ connection: w, table: ${table} }`),
      { 'w.duckdb': await readFile(path) },
      { project },
    );
    expect(diagnostics.map(said)).toEqual([]);
    expect(data.datasets.get('things')?.form).toBe('view');
    expect(await rowsOf(executor, 'SELECT * FROM "data"."things" ORDER BY "id"')).toEqual(EXPECTED);
  }
});
