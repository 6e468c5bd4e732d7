// Files read in memory give the rows that the database reads from them, and the same words for what is wrong with them.
import { describe, expect, it } from 'vitest';
import { gzip, openEngine, temporaryFolder } from '../execute/project.js';
import { readBoth } from './both.js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const things = (from: string): string => `  t:
    time: none
    key: a
    from: ${from}
    fields:
      a: text
      b: { type: decimal(2), optional: true }
      c: { type: date, optional: true }
`;

async function expectSame(datasets: string, files: Record<string, string | Uint8Array>, codes: readonly string[] = []) {
  const { memory, duckdb } = await readBoth(datasets, files);
  expect(memory).toEqual(duckdb);
  expect(memory.diagnostics.map(({ code }) => code)).toEqual(codes);
  return memory;
}

describe('CSV', () => {
  it.each([
    ['plain', 'a,b,c\nx,1.50,2026-01-01\ny,,\n'],
    ['spaces round quotes, and quotes inside', 'a,b,c\n "x" ,1.50,2026-01-01\ny"z"w,,\n'],
    ['spaces in values', 'a,b,c\n x ,1.50,2026-01-01\n'],
    ['empty lines', 'a,b,c\n\nx,1.50,2026-01-01\n\n\ny,,\n\n'],
    ['line ends of Windows', 'a,b,c\r\nx,1.50,2026-01-01\r\n"y\r\nz",,\r\n'],
    ['line ends of old', 'a,b,c\rx,1.50,2026-01-01\ry,,\r'],
    ['a byte order mark', '\ufeffa,b,c\nx,1.50,2026-01-01\n'],
    ['a NUL', 'a,b,c\nx\0y,1.50,2026-01-01\n'],
    ['no last line end', 'a,b,c\nx,1.50,2026-01-01'],
    ['a header only', 'a,b,c\n'],
    ['quoted names', '"a","b","c"\nx,1,2026-01-01\n'],
    ['more columns, in another order', 'z,c,b,a\n1,2026-01-01,2,x\n'],
    ['38 digits', 'a,b,c\nx,123456789012345678901234567890123456.78,2026-01-01\n'],
    ['signs, zeros in front and behind', 'a,b,c\nx,-007.1000,2026-01-01\ny,+0,\nz,-0.00,\n'],
    ['a character that stands for none', 'a,b,c\nx\uFFFDy,,\n'],
  ])('%s', async (_what, text) => {
    await expectSame(things('t.csv'), { 't.csv': text });
  });

  it.each([
    ['too few values', 'a,b,c\nx,1.50\ny,,\n', ['KPI7003']],
    ['too many values', 'a,b,c\nx,1.50,2026-01-01,zz\ny,,\n', ['KPI7003']],
    ['an empty value too many', 'a,b,c\nx,1.50,2026-01-01,\ny,,\n', ['KPI7003']],
    ['a quote that is not closed', 'a,b,c\n"x,1.50,2026-01-01\ny,,\n', ['KPI7003']],
    ['text after a quote', 'a,b,c\n"x"y,1.50,2026-01-01\ny,,\n', ['KPI7003']],
    ['a last line in a quote', 'a,b,c\nx,1,2026-01-01\n"q', ['KPI7003']],
    ['Latin 1', Buffer.from('a,b,c\nx,1,\nMünchen,1.50,2026-01-01\n', 'latin1'), ['KPI7003']],
    ['nothing', '', ['KPI7003']],
    ['a column that stands twice', 'a,b,a,c\nx,1,y,2026-01-01\n', ['KPI7011']],
    ['a column that is missing', 'a,bb,c\nx,1,2026-01-01\n', ['KPI7010']],
    ['a column that is missing, and a row too short', 'a,bb,c\nx,1\n', ['KPI7010']],
    ['a header in one piece', 'a;b;c\nx;1;2026-01-01\n', ['KPI7010']],
    ['spaces in names', 'a, b,c\nx,1,2026-01-01\n', ['KPI7010']],
    [
      'values that do not fit',
      'a,b,c\nx,1.505,2026-01-01\ny,abc,2026-02-30\nz,"1,5",\nw,1e5,\n"v\nv", 1,\nu,1.,\nt,1,2026-1-1\n',
      ['KPI7020', 'KPI7020'],
    ],
    ['39 digits', 'a,b,c\nx,1234567890123456789012345678901234567.78,\n', ['KPI7020']],
    ['no key', 'a,b,c\n"","",""\n', ['KPI7022']],
    ['a key twice', 'a,b,c\nx,1,\nx,2,\n', ['KPI7023']],
  ])('%s', async (_what, text, codes) => {
    await expectSame(things('t.csv'), { 't.csv': text }, codes);
  });

  it('one column has empty lines as records', async () => {
    const one = `  t:\n    time: none\n    from: t.csv\n    fields: { a: { type: integer, optional: true } }\n`;
    const { rows } = await expectSame(one, { 't.csv': 'a\n1\n\n3\n""\n\n' });
    expect(rows['t']).toHaveLength(5);
  });

  it('tabs, another delimiter, a text for no value, and packed files', async () => {
    await expectSame(things('t.tsv'), { 't.tsv': 'a\tb\tc\n"x\ty"\t1\t\n' });
    await expectSame(things('{ path: t.csv, delimiter: ";" }'), { 't.csv': 'a;b;c\nx;1,5;\n' }, ['KPI7020']);
    await expectSame(things('{ path: t.csv, null: NA }'), { 't.csv': 'a,b,c\nx,NA,"NA"\n' });
    await expectSame(things('t.csv.gz'), { 't.csv.gz': gzip('a,b,c\nx,1,\n') });
  });

  it('several files, each with its own order of columns', async () => {
    const files = {
      'in/b.csv': 'b,a,c\n1,x,\n',
      'in/a.csv': 'a,b,c\ny,2,2026-02-01\n',
      'in/.c.csv': 'a\n',
      'in/d.txt': '',
    };
    const { rows } = await expectSame(things('"in/*.csv"'), files);
    expect(rows['t']?.map(([a]) => a)).toEqual(['text y', 'text x']);
    await expectSame(things('"**/*.csv"'), files);
    await expectSame(
      things('"in/*.csv"'),
      { 'in/a.csv': 'a,c\ny,\n', 'in/b.csv': 'a,b,c\n', 'in/e.csv': 'c,a\n,z\n' },
      ['KPI7010'],
    );
  });

  it('files that are not there', async () => {
    await expectSame(things('orders.csv'), { 'order.csv': 'a,b,c\n' }, ['KPI7001']);
    await expectSame(things('"x/*.csv"'), { 'order.csv': 'a,b,c\n' }, ['KPI7001']);
  });
});

const wide = (from: string): string => `  t:
    time: none
    key: a
    from: ${from}
    fields:
      a: text
      b: { type: decimal(2), optional: true }
      c: { type: date, optional: true }
      d: { type: boolean, optional: true }
      e: { type: integer, optional: true }
`;

describe.each(['t.json', 't.ndjson'])('%s', (from) => {
  const layout = (text: string): string =>
    from === 't.json' || !text.startsWith('[') ? text : text.slice(1, -1).replaceAll('},{', '}\n{');

  it.each([
    ['every type', '[{"a":"x","b":1.50,"c":"2026-01-01","d":true,"e":7},{"a":"y"}]'],
    [
      'texts of numbers keep every digit',
      '[{"a":1.10,"b":"1.50","e":"7"},{"a":1},{"a":-0},{"a":1e5},{"a":true},{"a":12345678901234567890.120},{"a":""}]',
    ],
    ['numbers past a double', '[{"a":"x","b":12345678901234567890.12,"e":12345678901234567890}]'],
    ['zeros', '[{"a":"z","b":0.10,"e":1.0},{"a":"v","e":-0,"b":-0.00}]'],
    ['a text like a list', '[{"a":"[1]"},{"a":"{}"}]'],
    ['no values', '[{"a":"x","b":null},{"a":"y"}]'],
    ['escapes', '[{"a":"\\u00e9\\ud83d\\ude00\\n\\"\\/"}]'],
    ['a key twice', '[{"a":"x","a":"y"}]'],
    ['nothing', ''],
    ['white space', '  \n'],
    ['more keys', '[{"a":"x","z":{"a":[{"b":[1,2,{"c":null}]}]}}]'],
    ['words of truth', '[{"a":"x","d":"TRUE"},{"a":"y","d":false}]'],
  ])('%s', async (_what, text) => {
    await expectSame(wide(from), { [from]: layout(text) });
  });

  it.each([
    [
      'numbers that do not fit',
      '[{"a":"x","b":1E2},{"a":"y","b":1.505,"e":1.5},{"a":"z","b":"","c":"","d":"","e":""}]',
      ['KPI7020', 'KPI7020', 'KPI7020', 'KPI7020'],
    ],
    ['values in values', '[{"a":{"x":1.5},"b":[1]},{"a":"y","b":"[1]"}]', ['KPI7020', 'KPI7020']],
    ['truth that is none', '[{"a":"y","d":1},{"a":"z","d":"no"}]', ['KPI7020']],
    ['a key without a value', '[{"a":null},{"a":"y"}]', ['KPI7022']],
    ['a key that is missing', '[{"b":1},{"b":2,"z":1}]', ['KPI7010']],
    ['a key that is missing at first', '[{"b":1},{"a":"q","b":2}]', ['KPI7022']],
    ['no objects', '"x"', ['KPI7010']],
  ])('%s', async (_what, text, codes) => {
    // Two objects stand on two lines.
    const shaped = from === 't.ndjson' ? layout(text).replace(']},{', ']}\n{') : text;
    await expectSame(wide(from), { [from]: shaped }, codes);
  });

  it.each([
    ['[{"a":"x"} {"a":"y"}]'],
    ['[{"a":01}]'],
    ['[{"a":"x\ty"}]'],
    ["[{'a':1}]"],
    ['[{"a":+1}]'],
    ['[{"a":.5}]'],
    ['[{"a":5.}]'],
    ['[{"a":"\\ud83d"}]'],
    ['[{"a":"\\x"}]'],
    ['[{"a" 1}]'],
    ['[{"a":tru}]'],
    ['[{"a":"x'],
    ['[{"a":"x"}/*c*/]'],
  ])('refuses %s', async (text) => {
    const { memory, duckdb } = await readBoth(wide(from), { [from]: layout(text) });
    expect(memory.diagnostics.map(({ message }) => message)).toEqual([`${from} cannot be read`]);
    expect(duckdb.diagnostics.map(({ message }) => message)).toEqual([`${from} cannot be read`]);
    expect(memory.diagnostics[0]?.notes[0]).toMatch(/^line \d+: /);
  });
});

it('objects one after another', async () => {
  await expectSame(wide('t.json'), { 't.json': '{"a":"x"}{"a":"y"} \n {"a":"z"}' });
  await expectSame(wide('t.json'), { 't.json': '\ufeff[{"a":"x"}]' });
  await expectSame(wide('t.json'), { 't.json': '[{"a":"x"},null,{"a":"y"}]' }, ['KPI7022']);
});

/** A Parquet file that the database writes from a query. */
async function parquet(query: string, options = ''): Promise<Uint8Array> {
  const folder = await temporaryFolder();
  const executor = await openEngine();
  const path = join(folder, 't.parquet');
  await executor.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
  return readFile(path);
}

const PARQUET = `SELECT * FROM (VALUES
  ('x', 1.10::DECIMAL(4,2), DATE '2026-02-28', TIMESTAMP '2026-02-28 10:00:00.123456', make_timestamptz(1772272800123456), true, 7::BIGINT, 0.5::DOUBLE),
  ('', -99.99, DATE '1969-12-31', TIMESTAMP '1969-12-31 23:59:59.999999', make_timestamptz(-1), false, -9223372036854775808, -1e300),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)) v(a, b, c, d, e, f, g, h)`;

const typed = `  t:
    time: none
    from: t.parquet
    fields:
      a: { type: text, optional: true }
      b: { type: decimal(2), optional: true }
      c: { type: date, optional: true }
      d: { type: datetime, optional: true }
      e: { type: timestamp, optional: true }
      f: { type: boolean, optional: true }
      g: { type: integer, optional: true }
      h: { type: float, optional: true }
`;

describe('Parquet', () => {
  it.each([
    '',
    ', COMPRESSION zstd',
    ', COMPRESSION gzip',
    ', COMPRESSION uncompressed',
    ', COMPRESSION lz4_raw',
    ', COMPRESSION brotli',
  ])('every type%s', async (options) => {
    const { rows } = await expectSame(typed, { 't.parquet': await parquet(PARQUET, options) });
    expect(rows['t']?.[1]?.[0]).toBe('text ');
  });

  const one = (type: string): string =>
    `  t:\n    time: none\n    from: t.parquet\n    fields: { v: { type: ${type}, optional: true } }\n`;

  it.each([
    ['decimal(2)', '12345678901234567.89::DECIMAL(19,2)'],
    ['decimal(2)', '-123456789012345678901234567890123456.78::DECIMAL(38,2)'],
    ['decimal(4)', '1.10::DECIMAL(4,2)'],
    ['decimal(1)', '1.10::DECIMAL(4,2)'],
    ['decimal(2)', '5::TINYINT'],
    ['decimal(2)', '0.1::DOUBLE'],
    ['decimal(2)', '1.15::DOUBLE'],
    ['decimal(2)', '-1.15::FLOAT'],
    ['decimal(0)', '7.0::DOUBLE'],
    ['decimal(0)', '7::DECIMAL(10,0)'],
    ['integer', '7::UTINYINT'],
    ['integer', '65535::USMALLINT'],
    ['integer', '4294967295::UINTEGER'],
    ['integer', '18446744073709551615::UBIGINT'],
    ['integer', '-7::SMALLINT'],
    ['integer', '7.00::DECIMAL(6,2)'],
    ['integer', '9007199254740992::DOUBLE'],
    ['float', '1.10::DECIMAL(4,2)'],
    ['float', '0.1::FLOAT'],
    ['float', '7::INTEGER'],
    ['float', "'nan'::DOUBLE"],
    ['date', "TIMESTAMP '2026-01-01 00:00:00'"],
    ['datetime', "TIMESTAMP_NS '2026-01-01 10:00:00.123456'"],
    ['datetime', "TIMESTAMP_MS '2026-01-01 10:00:00.123'"],
    ['text', '7::INTEGER'],
    ['text', "'12345678-1234-1234-1234-123456789abc'::UUID"],
    ['text', "'b'::ENUM('a', 'b')"],
    ['decimal(2)', "'1.10'::VARCHAR"],
    ['timestamp', "'2026-01-01T10:00:00+02:00'::VARCHAR"],
    ['date', "'2026-01-01'::VARCHAR"],
  ])('%s of %s', async (type, sql) => {
    const { memory, duckdb } = await readBoth(one(type), { 't.parquet': await parquet(`SELECT ${sql} AS v`) });
    expect(memory.rows).toEqual(duckdb.rows);
    expect(memory.diagnostics).toEqual(duckdb.diagnostics);
  });

  it.each([
    ['decimal(2)', '1.155::DOUBLE'],
    ['decimal(2)', '12345678901234.56::DOUBLE'],
    ['decimal(1)', '1.15::DECIMAL(4,2)'],
    ['decimal(2)', '1234567890123456789012345678901234567.8::DECIMAL(38,1)'],
    ['integer', '7.50::DECIMAL(6,2)'],
    ['integer', '7.5::DOUBLE'],
    ['date', "TIMESTAMP '2026-01-01 10:00:00'"],
    ['datetime', "TIMESTAMP_NS '2026-01-01 10:00:00.123456789'"],
    ['decimal(2)', "'1.105'::VARCHAR"],
    ['decimal(2)', "''::VARCHAR"],
    ['date', '7::INTEGER'],
    ['timestamp', "TIMESTAMP '2026-01-01 10:00:00'"],
    ['datetime', 'make_timestamptz(0)'],
    ['text', '1.5::DOUBLE'],
    ['boolean', '1::INTEGER'],
    ['integer', 'true'],
    ['decimal(2)', "DATE '2026-01-01'"],
    ['text', "TIME '10:00:00'"],
    ['text', "'x'::BLOB"],
  ])('%s is not %s', async (type, sql) => {
    const { memory, duckdb } = await readBoth(one(type), { 't.parquet': await parquet(`SELECT ${sql} AS v`) });
    expect(memory.rows).toEqual({});
    expect(memory.diagnostics).toEqual(duckdb.diagnostics);
    expect(memory.diagnostics).toHaveLength(1);
  });

  it('texts beside values with types', async () => {
    const two = one('decimal(2)') + '      w: integer\n';
    const fields = two.replace(
      '{ v: { type: decimal(2), optional: true } }\n      w: integer',
      '\n      v: decimal(2)\n      w: integer',
    );
    await expectSame(fields, { 't.parquet': await parquet("SELECT 1.15::DOUBLE AS v, '7' AS w") });
    await expectSame(fields, { 't.parquet': await parquet("SELECT 1.155::DOUBLE AS v, '7' AS w") }, ['KPI7020']);
  });

  it('several row groups, and several files', async () => {
    const file = await parquet('SELECT i AS v FROM range(300000) r(i) ORDER BY i', ', ROW_GROUP_SIZE 100000');
    const { memory, duckdb } = await readBoth(one('integer'), { 't.parquet': file });
    expect(memory.rows['t']?.length).toBe(300_000);
    expect(memory.rows).toEqual(duckdb.rows);
    const many = one('integer').replace('t.parquet', '"*.parquet"');
    await expectSame(many, {
      'a.parquet': await parquet('SELECT 1::TINYINT AS v'),
      'b.parquet': await parquet("SELECT 'x' AS w, 2::BIGINT AS v"),
    });
  });

  it('what is no Parquet, and what lacks a column', async () => {
    const { memory } = await readBoth(one('integer'), { 't.parquet': 'PAR0' });
    expect(memory.diagnostics.map(({ message }) => message)).toEqual(['t.parquet cannot be read']);
    await expectSame(one('integer'), { 't.parquet': await parquet('SELECT 1 AS w') }, ['KPI7010']);
  });
});
