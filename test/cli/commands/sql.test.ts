import { expect, test } from 'vitest';
import { folderOf, kpi, shop } from '../run-kpi.js';

const cwd = folderOf(shop);

test('the SQL of a question', async () => {
  const { exit, out, err } = await kpi(['sql', 'revenue', '--by', 'channel', '--as-of', '2026-06-17'], { cwd });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/sum\("?.*amount"?/i);
  expect(out.trimEnd()).toMatch(/;$/);
});

test('a question that cannot be asked has none', async () => {
  const { exit, out, err } = await kpi(['sql', 'nothing'], { cwd });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('error[KPI2001]');
});
