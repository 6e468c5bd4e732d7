// The command over projects that use libraries: where files come from, what is said of whose files, what is written.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, kpi } from '../run-kpi.js';

const LIBRARY = {
  'kpi.library.yaml': `library: shop
version: 1.0.0
title: Shop
inputs:
  orders: Orders, one row each.
`,
  'shop.kpi.yaml': `datasets:
  orders:
    from: orders.csv
    one: order
    key: id
    time: on
    fields: { id: text, on: date, amount: decimal(2) EUR }
metrics:
  revenue: { title: Revenue, description: What orders bring., formula: sum(orders.amount * kept) }
  order_value: { title: Order value, description: What one order brings., formula: revenue / count(orders) }
parameters:
  kept: 100%
tests:
  the mean of orders:
    given:
      orders:
        - { id: a, on: 2026-01-01, amount: 10.00 }
        - { id: b, on: 2026-01-02, amount: 20.00 }
    expect:
      - { metric: order_value, over: 2026-01, value: 15 EUR/order }
`,
};

const OWN = {
  'kpi.project.yaml': 'project: own\n',
  'own.kpi.yaml': `datasets:
  sales: { from: sales.csv, key: nr, time: day, fields: { nr: text, day: date, net: decimal(2) USD } }
use:
  shop:
    from: libs/shop
    with: { orders: { dataset: sales, fields: { amount: net } } }
`,
  'sales.csv': 'nr,day,net\n1,2026-01-01,10.00\n2,2026-01-03,50.00\n',
};

/** The files of the library in a folder. */
function below(folder: string, files: Readonly<Record<string, string>> = LIBRARY): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

test('a library by itself', async () => {
  const cwd = folderOf(LIBRARY);
  expect((await kpi(['check'], { cwd })).out).toBe('no problems\nShop: 2 files, 1 dataset, 2 metrics, 0 KPIs\n');
  expect((await kpi(['test'], { cwd })).out).toContain('1 test: 1 passed');
});

test('a library in the folder of the project that uses it is checked as its own, and read by the other', async () => {
  const cwd = folderOf({ ...OWN, ...below('libs/shop') });
  const { out, exit } = await kpi(['check'], { cwd });
  expect(exit).toBe(0);
  expect(out).toContain('own: 2 files, 1 dataset, 2 metrics, 0 KPIs');
  expect(out).toContain('Shop: 2 files');
  expect((await kpi(['eval', 'shop.order_value', '--format', 'csv'], { cwd })).out).toBe('shop.order_value\r\n30\r\n');
  expect((await kpi(['eval', 'shop.revenue', '--param', 'shop.kept=50%', '--format', 'csv'], { cwd })).out).toBe(
    'shop.revenue\r\n30\r\n',
  );
});

test('a library beside the project', async () => {
  const use = OWN['own.kpi.yaml'].replace('libs/shop', '../shared/shop');
  const top = folderOf({ ...below('project', { ...OWN, 'own.kpi.yaml': use }), ...below('shared/shop') });
  const cwd = join(top, 'project');
  expect((await kpi(['eval', 'shop.order_value', '--format', 'csv'], { cwd })).out).toBe('shop.order_value\r\n30\r\n');
  writeFileSync(
    join(top, 'shared/shop/shop.kpi.yaml'),
    LIBRARY['shop.kpi.yaml'].replace('revenue / count', 'revenues / count'),
  );
  const { out, exit } = await kpi(['check', 'project', '--format', 'compact'], { cwd: top });
  expect(exit).toBe(1);
  // Named as it can be opened from where the person stands.
  expect(out).toMatch(/^shared\/shop\/shop\.kpi\.yaml:10:\d+: .*KPI2001/m);
});

test('the standard library', async () => {
  const cwd = folderOf({
    'kpi.project.yaml': 'project: own\n',
    'own.kpi.yaml': 'use:\n  ads: { from: std/advertizing }\n',
  });
  const { err, out } = await kpi(['check'], { cwd });
  expect(err).toBe('');
  expect(out).toContain('there is no library `std/advertizing`');
  expect(out).toContain('did you mean `std/advertising`?');
  expect(out).toContain('`std/subscription`');
  writeFileSync(join(cwd, 'own.kpi.yaml'), 'use:\n  ads: { from: std/advertising }\n');
  const { out: found } = await kpi(['check'], { cwd });
  expect(found).toContain('error[KPI2008]: `ads` needs');
});

test('what does not fit is shown with the place in the standard library', async () => {
  const cwd = folderOf({
    'kpi.project.yaml': 'project: own\n',
    'own.kpi.yaml': 'use:\n  ads: { from: std/advertising, version: 99 }\n',
  });
  const top = join(cwd, '..');
  const { out } = await kpi(['check', cwd], { cwd: top });
  expect(out).toContain('std/advertising/kpi.library.yaml:');
  expect(out).not.toContain('/std/advertising/kpi.library.yaml:2');
});

test('files of libraries elsewhere are not formatted', async () => {
  const use = OWN['own.kpi.yaml'].replace('libs/shop', '../shop');
  const messy = { ...LIBRARY, 'kpi.library.yaml': LIBRARY['kpi.library.yaml'].replace('version: 1', 'version:   1') };
  const top = folderOf({ ...below('project', { ...OWN, 'own.kpi.yaml': use }), ...below('shop', messy) });
  await kpi(['fmt'], { cwd: join(top, 'project') });
  expect(readFileSync(join(top, 'shop/kpi.library.yaml'), 'utf8')).toBe(messy['kpi.library.yaml']);
  await kpi(['fmt'], { cwd: join(top, 'shop') });
  expect(readFileSync(join(top, 'shop/kpi.library.yaml'), 'utf8')).toContain('version: 1.0.0\n');
});

test('a change of a library is one of the numbers of who uses it', async () => {
  const cwd = folderOf({ ...OWN, ...below('libs/shop') });
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'one');
  expect((await kpi(['diff'], { cwd })).out).toBe('own against git:HEAD: nothing differs\n');
  writeFileSync(
    join(cwd, 'libs/shop/shop.kpi.yaml'),
    LIBRARY['shop.kpi.yaml'].replace('count(orders)', 'count(distinct orders.on)').replace('EUR/order }', 'EUR }'),
  );
  writeFileSync(join(cwd, 'own.kpi.yaml'), OWN['own.kpi.yaml'].replace('amount: net', 'amount: net, on: day'));
  const { out } = await kpi(['diff', '--no-examples', '--as-of', '2026-01-31'], { cwd });
  expect(out).toContain('metric shop.order_value');
  expect(out).not.toContain('metric shop.revenue');
});

test('an error says where it is, and the project has no more of them', async () => {
  const cwd = folderOf({
    ...OWN,
    ...below('libs/shop', {
      ...LIBRARY,
      'shop.kpi.yaml': LIBRARY['shop.kpi.yaml'].replace('revenue / count', 'revenues / count'),
    }),
  });
  const { out } = await kpi(['check', 'own.kpi.yaml'], { cwd });
  expect(out).toContain('1 finding elsewhere in the project');
});

test('the graph, and who owns which file', async () => {
  const cwd = folderOf({ ...OWN, ...below('libs/shop') });
  expect((await kpi(['graph', 'shop.order_value'], { cwd })).out).toContain('uses metric shop.revenue "Revenue"');
  expect((await kpi(['owners', '--format', 'codeowners'], { cwd })).out).not.toContain('libs/');
});

test('a folder `std` of its own', async () => {
  const cwd = folderOf({ ...OWN, ...below('libs/shop'), ...below('std/shop') });
  const { out, exit } = await kpi(['check'], { cwd });
  expect(exit).toBe(1);
  expect(out).toContain('error[KPI2014]: a project has no folder `std`');
});
