import { expect, test } from 'vitest';
import { folderOf, kpi } from '../run-kpi.js';

test('the example answers from anywhere, the same each time', async () => {
  const first = await kpi(['demo'], { cwd: folderOf({}) });
  expect(first.err).toMatch(/warning\[KPI7026\]/);
  expect(first.exit).toBe(0);
  expect(first.out).toContain('$ kpi eval --question sales_by_channel --as-of 2026-06-17\n');
  expect(first.out).toMatch(/\n2026-06\* +9703\.62 /);
  expect((await kpi(['demo'], { cwd: folderOf({}), now: '2030-01-01T00:00:00Z' })).out).toBe(first.out);
});
