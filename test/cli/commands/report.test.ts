// `kpi report`: one file, whole or not at all, the same bytes every time.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kpi, folderOf } from '../run-kpi.js';

const trailhead = join(import.meta.dirname, '../../../examples/trailhead');
const AS_OF = ['--project', trailhead, '--as-of', '2026-06-17'];

test('the example company, twice', async () => {
  const cwd = folderOf({});
  const first = await kpi(['report', ...AS_OF], { cwd });
  expect(first).toMatchObject({ exit: 0, out: '' });
  expect(first.err).toMatch(/^wrote report\.html: \d+ KPIs, as of 2026-06-17\n$/);
  const again = await kpi(['report', ...AS_OF, '--output', 'again.html'], { cwd, now: '2031-01-01T00:00:00Z' });
  expect(again.exit).toBe(0);
  const page = readFileSync(join(cwd, 'report.html'), 'utf8');
  expect(readFileSync(join(cwd, 'again.html'), 'utf8') === page).toBe(true);
  expect(readdirSync(cwd).toSorted()).toEqual(['again.html', 'report.html']);
  expect(page.includes('As of <time datetime="2026-06-17">17 June 2026</time>')).toBe(true);
  // Where the project lies is nobody's business.
  expect(page.includes(trailhead)).toBe(false);
  // KPIs without groups of their own are shown by dimensions.
  expect(/<caption class="hidden">\s*Orders a month by channel\s*<\/caption>/.test(page)).toBe(true);
  expect(page.includes('<code>KPI7026</code>')).toBe(true);
});

test('narrowed to an owner, a goal', async () => {
  const cwd = folderOf({});
  const titles = async (...narrowed: readonly string[]): Promise<readonly (string | undefined)[]> => {
    const { exit } = await kpi(['report', ...AS_OF, ...narrowed, '-o', 'a.html'], { cwd });
    expect(exit).toBe(0);
    const page = readFileSync(join(cwd, 'a.html'), 'utf8');
    expect(page.includes(', narrowed to ')).toBe(true);
    return [...page.matchAll(/<article class="kpi" id="([^"]+)"/g)].map(([, id]) => id);
  };
  const owned = await titles('--owner', 'marketing');
  expect(owned).toContain('kpi-cac_fy27');
  expect(owned).toContain('kpi-ad_budget_fy27');
  expect(owned).not.toContain('kpi-nps_fy27');
  const below = await titles('--goal', 'more_sales');
  expect(below).toContain('kpi-revenue_fy27');
  expect(below).not.toContain('kpi-cac_fy27');
});

test('what is wrong is said before anything is written', async () => {
  const cwd = folderOf({});
  const owner = await kpi(['report', ...AS_OF, '--owner', 'markting'], { cwd });
  expect(owner).toMatchObject({ exit: 2, out: '' });
  expect(owner.err).toContain('there is no owner `markting`');
  expect(owner.err).toContain('marketing');
  const goal = await kpi(['report', ...AS_OF, '--goal', 'none'], { cwd });
  expect(goal).toMatchObject({ exit: 2 });
  const day = await kpi(['report', '--project', trailhead, '--as-of', '2026-02-30'], { cwd });
  expect(day.exit).toBe(2);
  expect(readdirSync(cwd)).toEqual([]);
});

test('a file that cannot be written leaves nothing behind', async () => {
  const cwd = folderOf({});
  const ran = await kpi(['report', ...AS_OF, '--output', 'absent/report.html'], { cwd });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('`absent/report.html` cannot be written');
  expect(readdirSync(cwd)).toEqual([]);
});

test('an interrupt leaves the file of before', async () => {
  const cwd = folderOf({});
  writeFileSync(join(cwd, 'report.html'), 'before');
  const ran = await kpi(['report', ...AS_OF], { cwd, interrupted: true });
  expect(ran.exit).toBe(130);
  expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toBe('before');
});

test('a project without KPIs has nothing to report', async () => {
  const cwd = folderOf({ 'kpi.project.yaml': 'project: p\n' });
  const ran = await kpi(['report'], { cwd });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('the project has no KPIs');
  expect(existsSync(join(cwd, 'report.html'))).toBe(false);
});
