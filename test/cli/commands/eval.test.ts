import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckDb } from '@sextant/engine';
import { expect, test } from 'vitest';
import { folderOf, kpi, shop } from '../run-kpi.js';

const cwd = folderOf(shop);
const csv = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

test('a table with units, order and the day that is known', async () => {
  const { exit, out, err } = await kpi(['eval', 'revenue', 'placed', '--by', 'channel', '--order', 'revenue desc'], {
    cwd,
  });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toBe(
    [
      'channel  revenue  placed',
      '             EUR  orders',
      '───────  ───────  ──────',
      'store      20.00       1',
      'web        15.60       2',
      '—           0.40       1',
      '',
      '— in a group: rows without a value for it',
      'as of 2026-06-17',
      '',
    ].join('\n'),
  );
});

test('today is that of the project’s zone, taken from the clock only where no day is given', async () => {
  const late = { cwd, now: '2026-01-10T23:30:00Z' };
  const clock = await kpi(['eval', 'placed', '--format', 'csv'], late);
  expect(clock).toEqual({ exit: 0, out: csv('placed', '2'), err: 'as of 2026-01-11\n' });
  const given = await kpi(['eval', 'placed', '--format', 'csv', '--as-of', '2026-01-10'], late);
  expect(given).toEqual({ exit: 0, out: csv('placed', '1'), err: 'as of 2026-01-10\n' });
});

test('formulas, filters and parameters of the command line', async () => {
  const { out } = await kpi(
    ['eval', 'revenue / placed', 'scaled', '--where', "channel = 'web'", '--param', 'factor=10', '--format', 'csv'],
    { cwd },
  );
  expect(out).toBe(csv('revenue / placed,scaled', '7.8,156'));
});

test('percentages are shown as such in tables, and are ratios in data', async () => {
  expect((await kpi(['eval', 'web_share'], { cwd })).out).toContain('\n    50.0%\n');
  expect((await kpi(['eval', 'web_share', '--format', 'ndjson'], { cwd })).out).toBe('{"web_share":"0.500"}\n');
});

test('lists may be written with commas', async () => {
  const { out } = await kpi(['eval', 'placed', '--by', 'channel,orders.id', '--limit', '1', '--format', 'csv'], {
    cwd,
  });
  expect(out).toBe(csv('channel,orders.id,placed', 'store,b,1'));
});

test('a named question, with a day and a format of the command line', async () => {
  const { out } = await kpi(['eval', '--question', 'sales', '--as-of', '2026-01-31', '--format', 'csv'], { cwd });
  expect(out).toBe(csv('channel,revenue,placed', 'store,20,1', 'web,10.1,1'));
});

test('data from elsewhere, named from where the person stands', async () => {
  const other = folderOf({ 'x.csv': 'id,day,channel,amount\nz,2026-01-01,web,1.25\n' });
  const args = ['eval', 'revenue', '--format', 'csv', '--project', cwd, '--data', 'orders=x.csv'];
  expect((await kpi(args, { cwd: other })).out).toBe(csv('revenue', '1.25'));
});

test('definitions read nothing outside the data folder', async () => {
  const outside = folderOf({ 'secret.csv': 'id,day,channel,amount\nz,2026-01-01,web,1.25\n' });
  const sly = folderOf({
    ...shop,
    'shop.kpi.yaml': shop['shop.kpi.yaml'].replace('orders.csv', `${outside}/secret.csv`),
  });
  const { exit, out, err } = await kpi(['eval', 'revenue'], { cwd: sly });
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toContain('error[KPI7002]');
});

test.each([
  [['reveneu'], 2, 'error[KPI2001]', 'metric 1:1:1'],
  [['revenue', '--by', 'chanel'], 2, 'error[KPI2001]', '--by 1:1:1'],
  [['revenue', '--where', 'channel = 5'], 2, 'error[KPI3006]', '--where:1:1'],
  [['revenue', '--from', 'soon'], 2, 'error[KPI4020]', '--from:1:1'],
  [['revenue', '--as-of', 'today'], 2, 'error[KPI4020]', '--as-of:1:1'],
  [['revenue', '--param', 'facto=1'], 2, 'error[KPI2001]', 'did you mean `factor`?'],
  [[], 2, 'error: nothing is asked', '--question NAME'],
  [['--question', 'sale'], 2, 'there is no question `sale`', 'did you mean `sales`?'],
  [['revenue', '--question', 'sales'], 2, '`revenue` says nothing beside `--question`', ''],
  [['--question', 'sales', '--grain', 'month'], 2, '`--grain` says nothing beside `--question`', ''],
  [['revenue', '--limit', 'ten'], 2, '`--limit` cannot be `ten`', ''],
  [['revenue', '--param', 'factor'], 2, '`--param factor` has no `=`', ''],
  [['revenue', '--data', 'order=x'], 2, 'there is no dataset `order`', 'did you mean `orders`?'],
  [['revenue', '--data', 'orders=gone.csv'], 1, 'error[KPI7001]', 'the command line gives it for `orders`'],
  [['revenue', '--data', 'orders=data'], 1, 'error[KPI7001]', 'is not a file'],
  [['revenue', '--data', 'orders=g*.csv'], 1, 'error[KPI7001]: no file fits', 'g*.csv'],
  [['revenue', '--memory', 'much'], 2, '`--memory` cannot be `much`', '2GB'],
  [['revenue', '--threads', '0'], 2, '`--threads` cannot be `0`', ''],
  [['revenue', '--format', 'parquet'], 2, 'parquet is not for a terminal', '--output'],
  [['revenue', '--output', 'data'], 2, '`data` is a folder', ''],
  [['revenue', '--output', 'nowhere/x.csv'], 2, 'there is no folder `nowhere`', ''],
  [['revenue', '-o', 'x.xlsx'], 2, '`x.xlsx` has an ending that is no format: `.xlsx`', '.csv, .json, .ndjson'],
])('%j exits with %i', async (args, code, message, more) => {
  const { exit, out, err } = await kpi(['eval', ...args], { cwd });
  expect(err).toContain(message);
  expect(err).toContain(more);
  expect({ exit, out }).toEqual({ exit: code, out: '' });
});

test('a project with errors gives no numbers', async () => {
  const wrong = folderOf({ ...shop, 'wrong.kpi.yaml': 'metrics: { total: nothing }\n' });
  const { exit, out, err } = await kpi(['eval', 'revenue'], { cwd: wrong });
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toContain('error[KPI2001]');
});

test('what the data says stands beside the answer, and in JSON inside it', async () => {
  const doubtful = folderOf({
    ...shop,
    'shop.kpi.yaml': shop['shop.kpi.yaml'].replace('channel: {', 'channel: { values: [web],'),
  });
  const table = await kpi(['eval', 'placed'], { cwd: doubtful });
  expect(table.exit).toBe(0);
  expect(table.err).toMatch(/^shop\.kpi\.yaml:6:\d+: warning\[KPI7025\]: /);
  const json = await kpi(['eval', 'placed', '--format', 'json'], { cwd: doubtful });
  expect(json.err).toBe('');
  expect(JSON.parse(json.out)).toMatchObject({
    version: 1,
    project: 'shop',
    asOf: '2026-06-17',
    columns: [{ kind: 'metric', name: 'placed', unit: 'orders' }],
    rows: [{ bucket: null, keys: [], cells: [{ value: '4' }] }],
    diagnostics: [{ code: 'KPI7025', file: 'shop.kpi.yaml', line: 6 }],
  });
});

test('a file is written whole, and its ending names the format', async () => {
  const folder = folderOf(shop);
  const { exit, out, err } = await kpi(['eval', 'placed', '-o', 'n.csv'], { cwd: folder });
  expect({ exit, out, err }).toEqual({ exit: 0, out: '', err: 'wrote n.csv: 1 row, as of 2026-06-17\n' });
  expect(readFileSync(join(folder, 'n.csv'), 'utf8')).toBe(csv('placed', '4'));
});

test('Parquet holds exact decimals', async () => {
  const folder = folderOf(shop);
  const args = ['eval', 'revenue', 'placed', 'revenue / 3', '--by', 'channel', '--output', "it's.parquet"];
  const { exit, err } = await kpi(args, { cwd: folder });
  expect(err).toBe("wrote it's.parquet: 3 rows, as of 2026-06-17\n");
  expect(exit).toBe(0);
  const db = await openDuckDb({ threads: 1 });
  const path = join(folder, "it's.parquet");
  try {
    await db.seal([path]);
    const from = `FROM read_parquet('${path.replaceAll("'", "''")}')`;
    const rows = await db.query(
      `SELECT channel, CAST(revenue AS VARCHAR), typeof(revenue), typeof(placed), CAST("revenue / 3" AS VARCHAR) ${from}`,
    );
    const texts = rows.columns.map((column) =>
      column.map((value) => (value.kind === 'text' ? value.value : value.kind)),
    );
    expect(texts).toEqual([
      ['store', 'web', 'none'],
      ['20.00', '15.60', '0.40'],
      ['DECIMAL(38,2)', 'DECIMAL(38,2)', 'DECIMAL(38,2)'],
      ['BIGINT', 'BIGINT', 'BIGINT'],
      [
        '6.6666666666666666666666666666666670',
        '5.2000000000000000000000000000000000',
        '0.1333333333333333333333333333333333',
      ],
    ]);
  } finally {
    await db.close();
  }
});

test('an interrupt leaves no file and no number', async () => {
  const folder = folderOf(shop);
  const before = readdirSync(folder);
  const ran = await kpi(['eval', 'revenue', '--output', 'r.csv'], { cwd: folder, interrupted: true });
  expect(ran).toEqual({ exit: 130, out: '', err: '' });
  expect(readdirSync(folder)).toEqual(before);
});

test('data that passed is remembered, unless it is not wanted', async () => {
  const cache = folderOf({});
  const file = join(cache, 'sextant/passed-checks.json');
  const setting = { cwd, env: { XDG_CACHE_HOME: cache } };
  await kpi(['eval', 'revenue', '--no-cache'], setting);
  expect(existsSync(file)).toBe(false);
  await kpi(['eval', 'revenue'], setting);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1, passed: [expect.any(String)] });
});
