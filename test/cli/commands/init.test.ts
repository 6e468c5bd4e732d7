import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, kpi } from '../run-kpi.js';

test('what it writes is a sound project that answers', async () => {
  const cwd = folderOf({});
  const made = await kpi(['init', 'my-shop'], { cwd });
  expect(made).toMatchObject({ exit: 0, err: '' });
  expect(made.out).toContain('wrote my-shop/kpi.project.yaml\n');
  expect(made.out).toContain(
    '\nNext:\n  kpi check my-shop\n' +
      '  kpi eval revenue --by channel --grain month --as-of 2026-03-31 --project my-shop\n',
  );
  const project = join(cwd, 'my-shop');
  expect(await kpi(['check', '--strict'], { cwd: project })).toMatchObject({
    exit: 0,
    out: 'no problems\nmy_shop: 2 files, 1 dataset, 4 metrics, 2 KPIs\n',
  });
  const { exit, out, err } = await kpi(
    ['eval', 'revenue', '--by', 'channel', '--grain', 'month', '--as-of', '2026-03-31', '--format', 'csv'],
    { cwd: project },
  );
  expect({ exit, err }).toEqual({ exit: 0, err: 'as of 2026-03-31\n' });
  expect(out).toBe(
    [
      'month,channel,revenue',
      '2026-01,store,89.90',
      '2026-01,web,330.50',
      '2026-02,store,75.25',
      '2026-02,web,410.09',
      '2026-03,store,64.40',
      '2026-03,web,435.75',
      '',
    ].join('\r\n'),
  );
  expect((await kpi(['eval', '--question', 'monthly_sales'], { cwd: project })).exit).toBe(0);
});

test('the next steps name the folder from where the person stands', async () => {
  const beside = await kpi(['init', "../Anna's shop"], { cwd: folderOf({}) });
  expect(beside.out).toContain("  kpi check '../Anna'\\''s shop'\n");
  const here = await kpi(['init'], { cwd: folderOf({}) });
  expect(here.out).toMatch(/\nNext:\n  kpi check\n  kpi eval .* 2026-03-31\n$/);
});

test('it never overwrites, and then writes nothing at all', async () => {
  const cwd = folderOf({ 'data/orders.csv': 'mine\n' });
  const { exit, err } = await kpi(['init'], { cwd });
  expect(exit).toBe(2);
  expect(err).toContain('`data/orders.csv` exists already, and nothing was written');
  expect(readFileSync(join(cwd, 'data/orders.csv'), 'utf8')).toBe('mine\n');
  expect(existsSync(join(cwd, 'kpi.project.yaml'))).toBe(false);
});

test('a file is no folder', async () => {
  expect(await kpi(['init', 'a.txt'], { cwd: folderOf({ 'a.txt': '' }) })).toMatchObject({ exit: 2 });
});
