import { expect, test } from 'vitest';
import { folderOf, kpi } from '../run-kpi.js';

test('the example answers from anywhere, the same each time', async () => {
  const first = await kpi(['demo'], { cwd: folderOf({}) });
  expect(first.err).toMatch(/warning\[KPI7026\]/);
  expect(first.exit).toBe(0);
  // The scorecard comes first.
  expect(first.out.indexOf('$ kpi status --as-of 2026-04-30\n')).toBeGreaterThan(0);
  expect(first.out.indexOf('$ kpi status')).toBeLessThan(first.out.indexOf('$ kpi eval'));
  expect(first.out).toMatch(/Cost to win a customer +67\.62 EUR\/customer +62 {2}■ off track/);
  expect(first.out).toContain('$ kpi eval --question sales_by_channel --as-of 2026-06-17\n');
  expect(first.out).toMatch(/\n2026-06\* +9703\.62 /);
  expect((await kpi(['demo'], { cwd: folderOf({}), now: '2030-01-01T00:00:00Z' })).out).toBe(first.out);
});
