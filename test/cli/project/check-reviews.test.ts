// `kpi check` says which reviews are overdue: on the day that is given, else today in the project's zone.
import { expect, test } from 'vitest';
import { folderOf, kpi, shop } from '../run-kpi.js';

const goals = (review: string): string => `
owners: { sales: { kind: team } }
goals: { grow: { title: Grow, owner: sales } }
kpis:
  web: { metric: web_share, goal: grow, owner: sales, every: month, at_least: 50%, worst: 10%, review: ${review} }
`;

const said = async (review: string, args: readonly string[], now?: string): Promise<readonly string[]> => {
  const cwd = folderOf({ ...shop, 'goals.kpi.yaml': goals(review) });
  const { out } = await kpi(['check', '--format', 'compact', ...args], { cwd, ...(now === undefined ? {} : { now }) });
  return out.split('\n').filter((line) => line.includes('KPI6059'));
};

const review = '{ every: 3 months, last: 2026-01-10 }';

test('overdue on a day', async () => {
  expect(await said(review, ['--as-of', '2026-04-10'])).toEqual([]);
  expect(await said(review, ['--as-of', '2026-04-11'])).toEqual([
    'goals.kpi.yaml:5:129: warning[KPI6059]: the review of `web` was due on 2026-04-10',
  ]);
  expect(await said('{ every: 3 months }', ['--as-of', '2026-01-01'])).toEqual([
    'goals.kpi.yaml:5:104: warning[KPI6059]: the KPI `web` was never reviewed',
  ]);
});

test('today is that of the zone of the project', async () => {
  // Late in the evening in London it is the next day in Berlin.
  expect(await said(review, [], '2026-04-10T21:30:00Z')).toEqual([]);
  expect(await said(review, [], '2026-04-10T22:30:00Z')).toHaveLength(1);
});

test('it can be ignored, and set as severe as a project wants', async () => {
  const ignoring = goals(review).replace('goal: grow,', 'goal: grow, ignore: { KPI6059: nobody has time },');
  const cwd = folderOf({ ...shop, 'goals.kpi.yaml': ignoring });
  expect(await kpi(['check', '--strict', '--as-of', '2027-01-01'], { cwd })).toMatchObject({ exit: 0 });
  const severe = folderOf({
    ...shop,
    'kpi.project.yaml': `${shop['kpi.project.yaml']}severity: { KPI6059: error }\n`,
    'goals.kpi.yaml': goals(review),
  });
  expect(await kpi(['check', '--as-of', '2027-01-01'], { cwd: severe })).toMatchObject({ exit: 1 });
});

test('a day is a day', async () => {
  const { exit, err } = await kpi(['check', '--as-of', '2026-02-30'], { cwd: folderOf(shop) });
  expect(exit).toBe(2);
  expect(err).toContain('`--as-of` cannot be `2026-02-30`');
});
