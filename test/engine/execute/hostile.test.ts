// Names, values and files that would be statements if they were not quoted.
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { columnsOf, openEngine, prepare, prepareGiven, rowsOf, said, temporaryFolder } from './project.js';

const NAMES = [
  `x"; DROP TABLE "data"."x"; --`,
  `select`,
  `it's`,
  `a b`,
  `a.b`,
  `"`,
  `Umsatz €🙂`,
  `\\`,
  `$1`,
  `?`,
  `{{x}}`,
];
const VALUES = [
  `'); DROP SCHEMA "data" CASCADE; --`,
  `' OR '1'='1`,
  `\\'; SELECT 1; --`,
  `x\0'; DROP SCHEMA "data"; --`,
  `\n;\r\n`,
  `"quoted"`,
  `=cmd|' /C calc'!A0`,
  `🙂`,
];

test('names of columns', async () => {
  const fields = NAMES.map((name, i) => `      f${i}: { type: text, column: ${JSON.stringify(name)} }\n`).join('');
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const files = {
    'a.csv': `${NAMES.map(cell).join(',')}\n${NAMES.map((_, i) => String(i)).join(',')}\n`,
    'a.json': JSON.stringify([Object.fromEntries(NAMES.map((name, i) => [name, String(i)]))]),
  };
  for (const from of Object.keys(files)) {
    const { executor, diagnostics } = await prepare(
      `  things:\n    from: ${from}\n    time: none\n    fields:\n${fields}`,
      files,
    );
    expect(diagnostics.map(said)).toEqual([]);
    expect(await rowsOf(executor, 'SELECT * FROM "data"."things"')).toEqual([NAMES.map((_, i) => String(i))]);
  }
});

test('names of columns in a Parquet file', async () => {
  const path = `${await temporaryFolder()}/a.parquet`;
  const writer = await openEngine();
  const columns = NAMES.map((name, i) => `${i} AS "${name.replaceAll('"', '""')}"`).join(', ');
  await writer.run(`COPY (SELECT ${columns}) TO '${path}' (FORMAT parquet)`);
  const fields = NAMES.map((name, i) => `      f${i}: { type: integer, column: ${JSON.stringify(name)} }\n`).join('');
  const { executor, diagnostics } = await prepare(
    `  things:\n    from: a.parquet\n    time: none\n    fields:\n${fields}`,
    {},
    { extraSources: { things: path } },
  );
  expect(diagnostics.map(said)).toEqual([]);
  expect(await rowsOf(executor, 'SELECT * FROM "data"."things"')).toEqual([NAMES.map((_, i) => String(i))]);
});

test('names of datasets, fields and files', async () => {
  // The checker of names lets fewer of them through; what it lets through must do no harm here.
  for (const name of ['select', 'table', 'data', 'größe', 'memory', 'temp']) {
    const file = `${name}'; DROP.csv`;
    const { executor, diagnostics } = await prepare(
      `  ${name}:\n    from: ${JSON.stringify(file)}\n    key: ${name}\n    time: none\n    fields:\n      ${name}: text\n      from: text\n`,
      { [file]: `${name},from\n1,2\n` },
    );
    expect(diagnostics.map(said)).toEqual([]);
    expect(await columnsOf(executor, name)).toEqual([`${name} VARCHAR`, 'from VARCHAR']);
  }
});

/** A text in a definition has one line. */
const DECLARED = VALUES.filter((value) => !/\p{Cc}/u.test(value));
const TEXTS = `  things:
    key: id
    time: none
    fields:
      id: text
      t: text
      u: { type: text, optional: true, values: [${DECLARED.map((value) => JSON.stringify(value)).join(', ')}] }
`;

test('values, given and declared', async () => {
  const rows = VALUES.map((t, i) => ({ id: String(i), t, u: DECLARED[i] ?? null }));
  const { executor, diagnostics } = await prepareGiven(TEXTS, { things: rows });
  expect(diagnostics.map(said)).toEqual([]);
  expect(await rowsOf(executor, 'SELECT "t" FROM "data"."things" ORDER BY "id"')).toEqual(
    VALUES.map((value) => [value]),
  );
});

test('values in messages are cut and kept on one line', async () => {
  const { diagnostics } = await prepareGiven('  things: { time: none, fields: { n: integer } }\n', {
    things: [{ n: `\`x\`\n${'long '.repeat(100)}` }],
  });
  expect(diagnostics.map(said)).toEqual([
    `KPI7020: row 1 of \`things\`: \`'x' ${'long '.repeat(12).slice(0, 56)}...\` is not a number (column \`n\`)`,
  ]);
});

test('a hostile database: its views cannot read other files, and nothing of it is written', async () => {
  const folder = await temporaryFolder();
  const writer = await openEngine();
  for (const sql of [
    `ATTACH '${folder}/w.duckdb' AS w`,
    `CREATE VIEW w.v AS SELECT content AS x FROM read_text('/etc/passwd')`,
    `CREATE TABLE w.t AS SELECT 'x' AS x`,
    `CREATE MACRO w.lower(x) AS 'owned'`,
    'DETACH w',
  ]) {
    await writer.run(sql);
  }
  await writer.close();
  const files = { 'w.duckdb': await readFile(`${folder}/w.duckdb`) };
  const project = 'project: test\nconnections: { w: { type: duckdb, file: w.duckdb } }\n';
  const from = (table: string) =>
    `  things: { from: { connection: w, table: ${table} }, time: none, fields: { x: text } }\n`;

  const view = await prepare(from('v'), files, { project });
  expect(view.diagnostics.map(said)).toEqual(['KPI7003: v cannot be read']);
  expect(view.diagnostics[0]?.notes.join()).toContain('Cannot access file "/etc/passwd"');

  const table = await prepare(from('t'), files, { project });
  expect(table.diagnostics).toEqual([]);
  expect(await rowsOf(table.executor, 'SELECT lower("x") FROM "data"."things"')).toEqual([['x']]);
  await expect(table.executor.run('INSERT INTO "connection w".main.t VALUES (1)')).rejects.toThrow('read-only');
  await expect(table.executor.run('INSERT INTO "data"."things" VALUES (1)')).rejects.toThrow();
  expect((await readdir(table.root)).sort()).toEqual(['kpi.project.yaml', 'test.kpi.yaml', 'w.duckdb']);
});

test('what is no database, and a connection outside the project', async () => {
  const from = '  things: { from: { connection: w, table: t }, time: none, fields: { x: text } }\n';
  const project = (file: string) => `project: test\nconnections: { w: { type: duckdb, file: ${file} } }\n`;
  const bad = await prepare(from, { 'w.duckdb': 'this is no database' }, { project: project('w.duckdb') });
  expect(bad.diagnostics.map(said)).toEqual(['KPI7003: w.duckdb cannot be read']);
  const outside = await prepare(from, {}, { project: project('../w.duckdb') });
  expect(outside.diagnostics.map(said)).toEqual(['KPI7002: `../w.duckdb` leads upwards']);
  const unknown = await prepare(
    from.replace('table: t', 'table: things'),
    { 'w.duckdb': await emptyDatabase() },
    { project: project('w.duckdb') },
  );
  expect(unknown.diagnostics.map(said)).toEqual(['KPI7001: there is no table `things` in w.duckdb']);
  expect(unknown.diagnostics[0]?.help).toBe('did you mean `thing`?');
});

async function emptyDatabase(): Promise<Uint8Array> {
  const folder = await temporaryFolder();
  const writer = await openEngine();
  for (const sql of [`ATTACH '${folder}/w.duckdb' AS w`, 'CREATE TABLE w.thing (x TEXT)', 'DETACH w'])
    await writer.run(sql);
  return readFile(`${folder}/w.duckdb`);
}

test('names that differ in letter case only are one name to the database', async () => {
  const { diagnostics } = await prepare(
    `  things: { from: a.csv, time: none, fields: { x: text, X: text } }\n  Things: { from: a.csv, time: none, fields: { x: text } }\n`,
    { 'a.csv': 'x,X\n1,2\n' },
  );
  expect(diagnostics.map(said)).toEqual([
    'KPI7005: the datasets `things` and `Things` differ in letter case only',
    'KPI7005: the fields `X` and `x` differ in letter case only',
  ]);
});

test('columns that differ in letter case only are two columns', async () => {
  const { executor, diagnostics } = await prepare(
    '  things: { from: a.csv, time: none, fields: { x: text, big: { type: text, column: X } } }\n',
    { 'a.csv': 'X,x\n1,2\n' },
  );
  expect(diagnostics).toEqual([]);
  expect(await rowsOf(executor, 'SELECT * FROM "data"."things"')).toEqual([['2', '1']]);
});
