// The command over folders and over a git repository of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { folderOf, kpi, shop } from '../run-kpi.js';

const people = [
  'owners:',
  '  sales: { kind: team, contact: "#sales" }',
  'goals:',
  '  grow: { title: Grow, owner: sales }',
  'kpis:',
  '  web_kpi:',
  "    { metric: revenue, where: channel = 'web', goal: grow, owner: sales, direction: up, every: month, target: 10 EUR }",
  '',
].join('\n');

const before = { ...shop, 'shop.kpi.yaml': `${shop['shop.kpi.yaml']}${people}` };

function after(...edits: readonly (readonly [string, string])[]): Record<string, string> {
  let text = before['shop.kpi.yaml'];
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`not in the text: ${from}`);
    text = text.replace(from, () => to);
  }
  return { ...before, 'shop.kpi.yaml': text };
}

/** Runs in the later version, against the earlier one in another folder. */
async function run(
  files: Record<string, string>,
  ...args: readonly string[]
): Promise<{ exit: number; out: string; err: string }> {
  const old = folderOf(before);
  const ran = await kpi(['diff', '--against', old, ...args], { cwd: folderOf(files) });
  return { ...ran, out: ran.out.replaceAll(old, 'OLD'), err: ran.err.replaceAll(old, 'OLD') };
}

function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
  execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'pipe' });
}

test('nothing differs', async () => {
  const { exit, out, err } = await run(before, '--fail-on', 'metadata');
  expect({ exit, out, err }).toEqual({ exit: 0, out: 'shop against OLD: nothing differs\n', err: '' });
});

test('a changed formula: both sides, what it moves, whom to ask, rows that show it', async () => {
  const { exit, out } = await run(
    after(['revenue: sum(orders.amount)', "revenue: sum(orders.amount where channel <> 'web')"]),
  );
  expect(exit).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "shop against OLD: numbers may change 1

    numbers may change (no law says that the numbers stay)
      metric revenue
        formula
          - sum(orders.amount)
          + sum(orders.amount where channel <> 'web')
        moves metrics aov, scaled; KPI web_kpi; goal grow; question sales
        ask   sales, #sales: KPI web_kpi, goal grow
        example: 2 EUR -> 1 EUR, as a test:
          tests:
            revenue as it is now:
              given:
                orders:
                  - { id: a, day: 2026-05-10, amount: 1.00 }
                  - { id: b, day: 2026-05-10, amount: 1.00, channel: x }
              expect:
                - { metric: revenue, over: 2026-05, value: 1 EUR }    # was 2 EUR
    "
  `);
});

test('values as of a day, by both versions over the data that is there', async () => {
  const files = after(['revenue: sum(orders.amount)', 'revenue: sum(orders.amount) * 2']);
  const { out } = await run(files, '--as-of', '2026-01-31', '--no-examples');
  expect(out.split('\n').filter((line) => /^ {2}(?:KPI|metric) .*2026-01/.test(line))).toEqual([
    '  KPI web_kpi     2026-01  10.10 EUR         20.20 EUR',
    '  metric revenue  2026-01  30.10 EUR         60.20 EUR',
    '  metric aov      2026-01  15.05 EUR/orders  30.1 EUR/orders',
    '  metric scaled   2026-01  60.20 EUR         120.40 EUR',
  ]);
  // The data of the earlier folder plays no part: here it has none.
  const bare = folderOf({ 'kpi.project.yaml': before['kpi.project.yaml'], 'shop.kpi.yaml': before['shop.kpi.yaml'] });
  const without = await kpi(['diff', '--against', bare, '--as-of', '2026-01-31', '--no-examples'], {
    cwd: folderOf(files),
  });
  expect(without.out).toContain('KPI web_kpi     2026-01  10.10 EUR         20.20 EUR');
  expect((await run(files, '--as-of', '2026-01-31', '--no-data')).out).not.toContain('values');
});

test('an earlier version that cannot be computed says why', async () => {
  const old = folderOf(after(['amount: decimal(2) EUR', 'amount: { type: decimal(2) EUR, column: total }']));
  const { out } = await kpi(['diff', '--against', old, '--as-of', '2026-01-31', '--no-examples'], {
    cwd: folderOf(before),
  });
  expect(out).toMatch(/KPI web_kpi +2026-01 +not known: .*total.* +10\.10 EUR/);
});

test.each([
  ['breaking', 'channel: { type: text, optional: true }', 'channel: integer', 1],
  ['breaking', 'revenue: sum(orders.amount)', 'revenue: sum(orders.amount) * 2', 0],
  ['numbers', 'revenue: sum(orders.amount)', 'revenue: sum(orders.amount) * 2', 1],
  ['numbers', 'target: 10 EUR', 'target: 12 EUR', 0],
  ['target', 'target: 10 EUR', 'target: 12 EUR', 1],
  ['target', 'goal: grow, owner: sales, ', 'goal: grow, owner: sales, question: Enough?, ', 0],
  ['meaning', "where: channel = 'web'", 'where: "\'web\' = channel"', 1],
  ['meaning', 'title: Grow', 'title: Grow more', 0],
  ['metadata', 'title: Grow', 'title: Grow more', 1],
  ['metadata', 'sum(orders.amount)', 'sum( orders.amount )', 0],
] as const)('--fail-on %s: %s, %s', async (verdict, from, to, exit) => {
  expect((await run(after([from, to]), '--fail-on', verdict, '--no-examples')).exit).toBe(exit);
});

test('what has errors is not known, and fails', async () => {
  const { exit, out, err } = await run(
    after(['placed: count(orders)', 'placed: count(order)']),
    '--fail-on',
    'breaking',
  );
  expect(exit).toBe(1);
  expect(err).toContain('note: shop has 1 error; what they touch is not known');
  expect(err).toContain('shop.kpi.yaml');
  expect(out).toContain('not known (errors stand in the way)');
  expect(out).toContain('it has an error, see `kpi check`');
});

test('errors of the earlier version are told as its own', async () => {
  const old = folderOf(after(['placed: count(orders)', 'placed: count(order)']));
  const { err, out } = await kpi(['diff', '--against', old], { cwd: folderOf(before) });
  expect(err).toContain(`note: \`${old}\` has 1 error`);
  expect(err).toContain(`${old}:shop.kpi.yaml:`);
  expect(out).toContain('the earlier version has an error');
});

test('JSON has everything, and a version', async () => {
  const files = after(
    ['revenue: sum(orders.amount)', 'revenue: max(orders.amount)'],
    ['target: 10 EUR', 'target: 11 EUR'],
  );
  const { out } = await run(files, '--format', 'json', '--as-of', '2026-02-28');
  const read: unknown = JSON.parse(out);
  expect(read).toMatchObject({
    version: 1,
    project: 'shop',
    changes: [
      {
        id: 'metric:revenue',
        verdict: 'breaking',
        details: [{ key: 'formula', before: 'sum(orders.amount)', after: 'max(orders.amount)' }, { key: 'additive' }],
        effects: { kpis: ['web_kpi'], goals: ['grow'] },
        example: { kind: 'found', of: 'metric:revenue' },
      },
      { id: 'metric:scaled', verdict: 'breaking', details: [{ key: 'additive', why: 'turned_non_additive' }] },
      { id: 'kpi:web_kpi', verdict: 'breaking', example: null },
    ],
    values: {
      asOf: '2026-02-28',
      rows: [{ id: 'kpi:web_kpi', before: { value: '5.5' }, after: { value: '5.5' } }, {}, {}, {}],
    },
  });
});

test('Markdown folds what is long, and fits into a comment', async () => {
  const files = after(['revenue: sum(orders.amount)', 'revenue: sum(orders.amount) * 2']);
  const { out } = await run(files, '--format', 'markdown', '--as-of', '2026-01-31');
  expect(out).toContain('| KPI `web_kpi` | 2026-01 | 10.10 EUR | **20.20 EUR** |');
  expect(out).toContain('<details><summary>metric revenue: formula</summary>');
  expect(out).toContain('```diff\n- sum(orders.amount)\n+ sum(orders.amount) * 2\n```');
  expect(out).toContain('```yaml\ntests:\n');

  const many = Array.from({ length: 900 }, (_, i) => `  m${i}: sum(orders.amount where id <> 'x${i}')\n`).join('');
  const [a, b] = [`metrics:\n${many}`, `metrics:\n${many.replaceAll('<>', '=')}`];
  const old = folderOf({ ...before, 'more.kpi.yaml': a });
  const long = await kpi(['diff', '--against', old, '--format', 'markdown', '--no-examples'], {
    cwd: folderOf({ ...before, 'more.kpi.yaml': b }),
  });
  expect(long.out.length).toBeLessThan(65_536);
  expect(long.out).toMatch(/…and \d+ more, which do not fit here/);
});

test('a printed test is one that can be put into the project', async () => {
  const files = after(['revenue: sum(orders.amount)', "revenue: sum(orders.amount where channel = 'web')"]);
  const { out } = await run(files);
  const lines = out.split('\n');
  const start = lines.findIndex((line) => line.trim() === 'tests:');
  const text = lines
    .slice(start)
    .filter((line) => line.startsWith('      '))
    .map((line) => line.slice(6))
    .join('\n');
  const parsed = parseProject([
    { path: 'kpi.project.yaml', text: files['kpi.project.yaml'] ?? '' },
    { path: 'shop.kpi.yaml', text: files['shop.kpi.yaml'] ?? '' },
    { path: 'more.kpi.yaml', text: `${text}\n` },
  ]);
  expect(parsed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([...parsed.value.tests.keys()]).toEqual(['revenue as it is now']);
});

test('a commit of git, for a project below the top of its repository', async () => {
  const top = folderOf({ 'README.md': 'a repository\n' });
  const root = join(top, 'analytics', 'shop');
  mkdirSync(root, { recursive: true });
  cpSync(folderOf(before), root, { recursive: true });
  // What a folder leaves out is left out of a commit too.
  for (const path of ['.hidden', 'node_modules/x', 'inner']) mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, '.hidden', 'a.kpi.yaml'), 'metrics: { hidden: count(orders) }\n');
  writeFileSync(join(root, 'node_modules', 'x', 'a.kpi.yaml'), 'metrics: { packed: count(orders) }\n');
  writeFileSync(join(root, 'inner', 'kpi.project.yaml'), 'project: inner\n');
  writeFileSync(join(root, 'inner', 'a.kpi.yaml'), 'metrics: { inner: count(orders) }\n');
  writeFileSync(join(root, 'ümläut.kpi.yaml'), 'metrics: { other: count(orders) }\n');
  git(top, 'init', '-q');
  git(top, 'add', '-f', '.');
  git(top, 'commit', '-qm', 'one');
  git(top, 'tag', 'first');
  expect((await kpi(['diff'], { cwd: root })).out).toBe('shop against git:HEAD: nothing differs\n');

  writeFileSync(
    join(root, 'shop.kpi.yaml'),
    after(['revenue: sum(orders.amount)', 'revenue: sum(orders.amount) * 2'])['shop.kpi.yaml'] ?? '',
  );
  rmSync(join(root, 'ümläut.kpi.yaml'));
  const { out } = await kpi(['diff', '--against', 'git:first', '--no-examples', '--as-of', '2026-01-31'], {
    cwd: root,
  });
  expect(out).toContain('shop against git:first: numbers may change 2');
  expect(out).toContain('removed metric other');
  // The data is that of the working tree.
  expect(out).toContain('KPI web_kpi     2026-01  10.10 EUR         20.20 EUR');
  git(top, 'commit', '-qam', 'two');
  expect((await kpi(['diff', '--against', 'git:HEAD'], { cwd: root })).out).toContain('nothing differs');
  expect(
    (await kpi(['diff', '--against', 'git:HEAD~1', '--no-examples'], { cwd: top + '/analytics/shop' })).out,
  ).toContain('metric revenue');
});

test('a project that a commit does not have yet is new as a whole', async () => {
  const top = folderOf({ 'README.md': 'a repository\n' });
  git(top, 'init', '-q');
  git(top, 'add', '.');
  git(top, 'commit', '-qm', 'one');
  cpSync(folderOf(before), join(top, 'shop'), { recursive: true });
  const { exit, out, err } = await kpi(['diff'], { cwd: join(top, 'shop') });
  expect(exit).toBe(0);
  expect(err).toBe('note: there is no project in `git:HEAD`: everything is new\n');
  expect(out).toContain('metric revenue');
});

test.each([
  [['--against', 'git:nope'], 'git knows no commit `nope`'],
  [['--against', 'git:'], '`git:` names no commit'],
  [['--against', 'git:--output=x'], 'git knows no commit `--output=x`'],
  [['--against', 'nowhere'], 'there is no file or folder `nowhere`'],
  [['--as-of', '2026-02-30'], '`2026-02-30` is no day'],
  [['--fail-on', 'anything'], '`--fail-on` cannot be `anything`'],
] as const)('%s', async (args, message) => {
  const root = folderOf(before);
  git(root, 'init', '-q');
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'one');
  const { exit, err } = await kpi(['diff', ...args], { cwd: root });
  expect(exit).toBe(2);
  expect(err).toContain(message);
});

test('without a repository', async () => {
  const { exit, err } = await kpi(['diff'], { cwd: folderOf(before), env: {} });
  expect(exit).toBe(2);
  expect(err).toContain('the project is in no git repository');
});
