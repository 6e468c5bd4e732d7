import { codes } from '@sextant/parser';
import { expect, test } from 'vitest';
import { kpi } from '../run-kpi.js';

const cwd = import.meta.dirname;

test('a page is printed for its code, however it is written', async () => {
  const { exit, out } = await kpi(['explain', 'KPI1101'], { cwd });
  expect(exit).toBe(0);
  expect(out).toMatch(/^# KPI1101: unknown key\n/);
  expect(out).toContain('## Fails');
  expect((await kpi(['explain', 'kpi1101'], { cwd })).out).toBe(out);
  expect((await kpi(['explain', '1101'], { cwd })).out).toBe(out);
});

test('without a code all of them are listed', async () => {
  const { out } = await kpi(['explain'], { cwd });
  expect(out.trimEnd().split('\n').length).toBe(Object.keys(codes).length);
  expect(out).toContain('KPI1101  error    unknown key\n');
});

test('an unknown code has near ones', async () => {
  const { exit, err } = await kpi(['explain', 'KPI11O1'], { cwd });
  expect(exit).toBe(2);
  expect(err).toContain('there is no code `KPI11O1`');
  expect(err).toContain('`KPI1101`');
});
