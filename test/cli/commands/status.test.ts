import { join } from 'node:path';
import { expect, test } from 'vitest';
import { widthOf } from '../../../packages/cli/src/scorecards/text-width.js';
import { folderOf, kpi, shop } from '../run-kpi.js';

const files = {
  ...shop,
  'goals.kpi.yaml': [
    'owners: { sales: { kind: team }, web: { kind: team } }',
    'goals:',
    '  company: { title: Grow, owner: sales, status: worst }',
    '  online: { title: Sell on the web, owner: web, parent: company, status: worst }',
    'kpis:',
    '  monthly:',
    '    title: Revenue of the month',
    '    metric: revenue',
    '    goal: company',
    '    owner: sales',
    '    direction: up',
    '    every: month',
    '    target: 30 EUR',
    '    status: { basis: score, on_track: 0.9, at_risk: 0.5 }',
    '  web_part:',
    '    title: Share of the web',
    '    metric: web_share',
    '    goal: online',
    '    owner: web',
    '    direction: up',
    '    every: month',
    '    at_least: 40%',
    '    worst: 0%',
    '    status: { basis: score, on_track: 1, at_risk: 0.5 }',
    'incentives:',
    '  bonus:',
    '    title: Bonus',
    '    participants: [sales]',
    '    components: [{ kpi: monthly, weight: 1 }]',
    '    amount: 100 EUR',
    '',
  ].join('\n'),
};
const cwd = folderOf(files);
const january = ['--as-of', '2026-01-31'];
const february = ['--as-of', '2026-02-28'];

test('goals, KPIs, and why', async () => {
  const { exit, out, err } = await kpi(['status', ...january], { cwd });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^shop, as of 2026-01-31\. 2 KPIs: 2 achieved\n/);
  expect(out).toMatch(/^Grow {2}sales +★ achieved {2}score 100% {2}coverage 100%$/m);
  expect(out).toMatch(/^ {2}Revenue of the month +30\.10 EUR +30 {2}★ achieved +.* 2026-01 +sales$/m);
  expect(out).toMatch(/^ {4}Share of the web +50\.0% +≥ 40% {2}★ achieved/m);
  const later = await kpi(['status', ...february], { cwd });
  expect(later.out).toMatch(/Revenue of the month +5\.90 EUR +30 {2}■ off track/);
  expect(later.out).toContain(
    '■ Revenue of the month (monthly): off track\n    score 19.6%: at risk from 50%, on track from 90%\n',
  );
});

test('the day is today where none is given, in the zone of the project', async () => {
  const { out } = await kpi(['status'], { cwd, now: '2026-01-31T23:30:00Z' });
  expect(out).toMatch(/^shop, as of 2026-02-01\. 2 KPIs: 2 not due\n/);
});

test('of a period nobody has reached the end of nothing is judged', async () => {
  const { out } = await kpi(['status', '--as-of', '2026-02-10'], { cwd });
  expect(out).toContain('◌ Revenue of the month, Share of the web: not due\n');
  expect(out).toContain('2026-02*');
  const past = await kpi(['status', '--as-of', '2026-02-10', '--period', '2026-01'], { cwd });
  expect(past.out).toContain('2 achieved');
});

test.each<[readonly string[], readonly string[]]>([
  [[], ['Revenue of the month', 'Share of the web']],
  [['monthly'], ['Revenue of the month']],
  [['--owner', 'web'], ['Share of the web']],
  [['--goal', 'online'], ['Share of the web']],
  [
    ['--goal', 'company'],
    ['Revenue of the month', 'Share of the web'],
  ],
  [['web_part', '--owner', 'web', '--goal', 'company'], ['Share of the web']],
])('%j chooses', async (args, titles) => {
  const { exit, out } = await kpi(['status', ...args, ...february], { cwd });
  expect(exit).toBe(0);
  const rows = ['Revenue of the month', 'Share of the web'].filter((title) =>
    new RegExp(`^ +${title} `, 'm').test(out),
  );
  expect(rows).toEqual(titles);
});

test('a KPI that is named is shown in detail', async () => {
  const { out } = await kpi(['status', 'monthly', ...january], { cwd });
  expect(out).toContain('In detail\n★ Revenue of the month (monthly): achieved\n');
  expect(out).toContain('target 30.00 EUR, from a baseline of 0.00 EUR; its formula: 30 EUR\n');
});

test.each([
  [['montly'], 'there is no KPI `montly`', 'did you mean `monthly`?'],
  [['--owner', 'nobody'], 'there is no owner `nobody`', 'there are sales, web'],
  [['--goal', 'onlin'], 'there is no goal `onlin`', 'did you mean `online`?'],
  [['monthly', '--owner', 'web'], 'there is no KPI named `monthly` and of the owner `web`', ''],
  [['--history', '0'], '`--history` cannot be `0`', 'a whole number'],
  [['--as-of', '2026-13-01'], '2026-13-01', ''],
  [['--period', 'soon'], 'soon', ''],
  [['--fail-on', 'stale'], '`--fail-on` cannot be `stale`', 'choose from off_track, at_risk'],
  [['monthly', '--incentives'], '`--incentives` needs the whole scorecard', 'name none'],
  [['--param', 'factor'], '`--param factor` has no `=`', ''],
  [['--project', 'data/nowhere'], 'there is no file or folder', ''],
])('%j is wrong usage', async (args, message, help) => {
  const { exit, out, err } = await kpi(['status', ...args], { cwd });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain(help);
});

test('a project without KPIs, and one with errors', async () => {
  const none = await kpi(['status'], { cwd: folderOf(shop) });
  expect(none).toMatchObject({ exit: 2, out: '' });
  expect(none.err).toContain('error: the project has no KPIs');
  const wrong = await kpi(['status'], { cwd: folderOf({ ...files, 'x.kpi.yaml': 'metrics: { x: revenu }\n' }) });
  expect(wrong).toMatchObject({ exit: 1, out: '' });
  expect(wrong.err).toContain('error[KPI2001]');
});

test('data that cannot be read is a finding, not a KPI that is off track', async () => {
  const broken = folderOf({ ...files, 'data/orders.csv': 'id,day,channel,amount\na,2026-01-10,web,abc\n' });
  const { exit, out, err } = await kpi(['status', '--fail-on', 'off_track'], { cwd: broken });
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toContain('error[KPI70');
});

test('the exit code is 4 where a KPI that is shown stands too badly', async () => {
  const exits = [];
  for (const args of [
    [...february, '--fail-on', 'off_track'],
    [...january, '--fail-on', 'at_risk'],
    ['web_part', ...february, '--fail-on', 'at_risk'],
    february,
  ]) {
    exits.push((await kpi(['status', ...args], { cwd })).exit);
  }
  expect(exits).toEqual([4, 0, 0, 0]);
  const { out } = await kpi(['status', ...february, '--fail-on', 'off_track', '--format', 'json'], { cwd });
  expect(JSON.parse(out).kpis[0].status).toBe('off_track');
});

test('JSON and Markdown', async () => {
  const json = JSON.parse((await kpi(['status', ...february, '--format', 'json', '--history', '2'], { cwd })).out);
  expect(json).toMatchObject({ version: 1, project: 'shop', asOf: '2026-02-28', diagnostics: [] });
  expect(json.kpis.map((one: { kpi: string }) => one.kpi)).toEqual(['monthly', 'web_part']);
  expect(json.kpis[0].standing.score.value).toMatch(/^0\.1966666/);
  expect(json.kpis[0].history).toHaveLength(2);
  expect(json.incentives).toHaveLength(1);
  const markdown = (await kpi(['status', ...february, '--format', 'markdown'], { cwd })).out;
  expect(markdown).toMatch(/^## shop, as of 2026-02-28\n/);
  expect(markdown).toContain('Revenue of the month | 5.90 EUR | 30 | ■ off track |');
});

test('incentives are shown where they are asked for', async () => {
  const { out } = await kpi(['status', ...january, '--incentives'], { cwd });
  expect(out).toContain('Incentives\n  Bonus: 100.00 EUR\n');
  expect((await kpi(['status', ...january], { cwd })).out).not.toContain('Bonus');
});

test('colour and Unicode are for terminals that have them', async () => {
  const run = async (env: Readonly<Record<string, string>>, terminal = true) =>
    (await kpi(['status', ...february], { cwd, terminal, env })).out;
  expect(await run({ LANG: 'en_US.UTF-8' })).toContain('\u001b[1;31m■ off track\u001b[0m');
  expect(await run({ NO_COLOR: '1' })).not.toContain('\u001b[');
  const ascii = await run({ LC_ALL: 'C', NO_COLOR: '1' });
  expect(ascii).toMatch(/^[\n -~]*$/);
  expect(ascii).toContain('x off track');
  expect(await run({ LC_ALL: 'C' }, false)).toContain('■ off track');
});

test('another file for a dataset, another value for a parameter', async () => {
  const other = folderOf({ 'o.csv': 'id,day,channel,amount\na,2026-01-10,web,90.00\n' });
  const { out } = await kpi(['status', 'monthly', ...january, '--data', `orders=${join(other, 'o.csv')}`], { cwd });
  expect(out).toContain('90.00 EUR');
  expect((await kpi(['status', ...january, '--param', 'factor=3'], { cwd })).exit).toBe(0);
  expect((await kpi(['status', ...january, '--param', 'nothing=3'], { cwd })).exit).toBe(2);
});

test('an interrupt ends it', async () => {
  expect(await kpi(['status', ...january, '--no-cache'], { cwd, interrupted: true })).toMatchObject({
    exit: 130,
    out: '',
  });
});

const trailhead = join(import.meta.dirname, '../../../examples/trailhead');

test.each(['2026-01-31', '2026-04-30', '2026-06-17', '2024-01-01', '2030-01-01'])(
  'the example as of %s fits 80 columns, the same each time',
  async (day) => {
    const setting = { cwd: trailhead, env: { COLUMNS: '80' } };
    const first = await kpi(['status', '--as-of', day, '--incentives'], setting);
    expect(first.exit).toBe(0);
    for (const line of first.out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80);
    expect(
      first.out.match(/[★●▲■◇◌○] (?:on track|at risk|off track|achieved|stale|not due|no data)/g)?.length,
    ).toBeGreaterThan(12);
    expect((await kpi(['status', '--as-of', day, '--incentives'], setting)).out).toBe(first.out);
  },
);
