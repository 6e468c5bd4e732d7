// `kpi docs`: a folder of pages, the same bytes every time, and nothing foreign is touched.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, kpi } from '../run-kpi.js';

const PROJECT = {
  'kpi.project.yaml': 'project: shop\ndata: data\n',
  'shop.kpi.yaml': `
datasets:
  orders:
    from: orders.csv
    one: order
    key: order_id
    time: ordered_on
    fields: { order_id: text, ordered_on: date, amount: decimal(2) EUR }
metrics:
  revenue: { title: Revenue, formula: sum(orders.amount), decimals: 2 }
  placed: count(orders)
  aov: { title: Average order, formula: revenue / placed, decimals: 2 }
`,
  'data/orders.csv': 'order_id,ordered_on,amount\na,2026-01-10,10.00\nb,2026-01-20,20.00\nc,2026-02-03,5.50\n',
};

function pagesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('numbers from the data, worked out for the last whole month', async () => {
  const cwd = folderOf(PROJECT);
  const run = await kpi(['docs', '--as-of', '2026-02-14'], { cwd });
  expect(run).toMatchObject({ exit: 0, out: '' });
  expect(run.err).toMatch(/^wrote handbook\/index\.html and \d+ pages beside it\n$/);
  const page = readFileSync(join(cwd, 'handbook/metrics/aov.html'), 'utf8');
  expect(page).toContain('Worked out for 2026-01');
  // 15.00 = 30.00 / 2
  for (const number of ['15.00', '30.00']) expect(page).toContain(`<span class="num">${number}</span>`);
  expect(page).toContain('orders: 2 rows');
  expect(page).toContain('so far');
  expect(page.includes(cwd)).toBe(false);
  const again = await kpi(['docs', '--as-of', '2026-02-14', '-o', 'again'], { cwd, now: '2031-01-01T00:00:00Z' });
  expect(again.exit).toBe(0);
  expect([...pagesIn(join(cwd, 'again'))]).toEqual([...pagesIn(join(cwd, 'handbook'))]);
});

test('without data, where there is none', async () => {
  const cwd = folderOf({ ...PROJECT, 'data/orders.csv': '' });
  const read = await kpi(['docs', '--as-of', '2026-02-14'], { cwd });
  expect(read.exit).toBe(1);
  expect(read.err).toContain('`--no-data` writes the definitions alone');
  expect(existsSync(join(cwd, 'handbook'))).toBe(false);
  const alone = await kpi(['docs', '--no-data'], { cwd });
  expect(alone.exit).toBe(0);
  const page = readFileSync(join(cwd, 'handbook/metrics/aov.html'), 'utf8');
  expect(page).toContain('Average order is Revenue divided by Placed');
  expect(page).not.toContain('Worked out');
});

test('the pages of what is gone are taken away, and foreign folders are left alone', async () => {
  const cwd = folderOf(PROJECT);
  await kpi(['docs', '--no-data'], { cwd });
  writeFileSync(join(cwd, 'handbook/notes.txt'), 'mine');
  writeFileSync(join(cwd, 'shop.kpi.yaml'), PROJECT['shop.kpi.yaml'].replace(/ {2}aov:.*\n/, ''));
  expect((await kpi(['docs', '--no-data'], { cwd })).exit).toBe(0);
  expect(existsSync(join(cwd, 'handbook/metrics/aov.html'))).toBe(false);
  expect(existsSync(join(cwd, 'handbook/metrics/revenue.html'))).toBe(true);
  expect(readFileSync(join(cwd, 'handbook/notes.txt'), 'utf8')).toBe('mine');

  mkdirSync(join(cwd, 'mine'));
  writeFileSync(join(cwd, 'mine/index.html'), 'mine');
  const refused = await kpi(['docs', '--no-data', '-o', 'mine'], { cwd });
  expect(refused.exit).toBe(2);
  expect(refused.err).toContain('`mine` holds other files, and no handbook');
  expect(readdirSync(join(cwd, 'mine'))).toEqual(['index.html']);
  const file = await kpi(['docs', '--no-data', '-o', 'shop.kpi.yaml'], { cwd });
  expect(file.exit).toBe(2);
  expect(file.err).toContain('is a file');
});

test('definitions with errors have no handbook', async () => {
  const cwd = folderOf({ ...PROJECT, 'more.kpi.yaml': 'metrics: { wrong: revenue + placed }\n' });
  const run = await kpi(['docs'], { cwd });
  expect(run.exit).toBe(1);
  expect(run.err).toContain('KPI3');
  expect(existsSync(join(cwd, 'handbook'))).toBe(false);
});

test('a list that somebody changed leads nowhere else', async () => {
  const cwd = folderOf({ ...PROJECT, 'keep.txt': 'mine' });
  await kpi(['docs', '--no-data'], { cwd });
  writeFileSync(join(cwd, 'handbook/handbook.json'), '{"files":["../keep.txt","/etc/nothing",7]}');
  expect((await kpi(['docs', '--no-data'], { cwd })).exit).toBe(0);
  expect(readFileSync(join(cwd, 'keep.txt'), 'utf8')).toBe('mine');
});
