import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handleOf } from '../../../packages/cli/src/owners/codeowners.js';
import { folderOf, kpi, shop } from '../run-kpi.js';

const files = {
  ...shop,
  'goals.kpi.yaml': [
    'owners:',
    '  head: { kind: role, team: sales, title: Head of sales }',
    '  sales: { kind: team, contact: "@shop/sales" }',
    '  support: { kind: team, contact: help@example.com }',
    '  dana: { kind: person }',
    'goals:',
    '  grow: { title: Grow, owner: head }',
    'kpis:',
    '  web: { title: Web | share, metric: web_share, goal: grow, owner: support, contributors: [dana], every: month, at_least: 50%, worst: 10%, review: { every: 3 months, last: 2026-01-10 } }',
    '  new: { metric: aov, goal: grow, owner: support, direction: up, baseline: 1 EUR/orders, target: 9 EUR/orders, every: month, review: { every: 1 year } }',
    'incentives:',
    '  bonus: { participants: [head], components: [{ goal: grow }], amount: 100 EUR }',
    '',
  ].join('\n'),
  'deeper/more kpis.kpi.yaml': 'metrics: { twice: { formula: revenue * 2, owner: dana } }\n',
};

test('who answers for what, by team', async () => {
  const { exit, out, err } = await kpi(['owners'], { cwd: folderOf(files) });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toBe(
    [
      'as of 2026-06-17',
      'sales (team, @shop/sales)',
      '  head "Head of sales" (role)',
      '    - goal grow "Grow"',
      '    - incentive bonus',
      'support (team, help@example.com)',
      '  - KPI web "Web | share": review overdue since 2026-04-10',
      '  - KPI new: never reviewed',
      'dana (person)',
      '  - contributes to KPI web "Web | share"',
      '  - metric twice',
      '',
    ].join('\n'),
  );
});

test('one owner, with the members of a team, on another day', async () => {
  const cwd = folderOf(files);
  const team = await kpi(['owners', 'sales'], { cwd });
  expect(team.out).toContain('head "Head of sales"');
  expect(team.out).not.toContain('support');
  const { out } = await kpi(['owners', 'support', '--as-of', '2026-04-10'], { cwd });
  expect(out).toMatch(/^as of 2026-04-10\nsupport .*\n {2}- KPI web "Web \| share"\n {2}- KPI new: never reviewed\n$/);
});

test('JSON and Markdown', async () => {
  const cwd = folderOf(files);
  const json = await kpi(['owners', '--format', 'json'], { cwd });
  expect(JSON.parse(json.out)).toMatchObject({
    version: 1,
    project: 'shop',
    asOf: '2026-06-17',
    owners: [
      { name: 'sales', kind: 'team', contact: '@shop/sales', team: null, department: 'sales', kpis: [] },
      { name: 'head', team: 'sales', department: 'sales', goals: [{ name: 'grow', title: 'Grow' }] },
      {
        name: 'support',
        kpis: [
          { name: 'web', review: { every: '3 months', last: '2026-01-10', due: '2026-04-10', overdue: true } },
          { name: 'new', review: { every: '1 year', last: null, due: null, overdue: true } },
        ],
      },
      { name: 'dana', department: null, contributesTo: [{ name: 'web' }], metrics: [{ name: 'twice', title: null }] },
    ],
  });
  const { out } = await kpi(['owners', '--format', 'markdown'], { cwd });
  expect(out).toContain('# Who answers for what\n\nAs of 2026-06-17.\n');
  expect(out).toContain('## Head of sales\n\nhead, role, in sales\n\n| what | name | title | review |\n');
  expect(out).toContain('| KPI | web | Web \\| share | review overdue since 2026-04-10 |\n');
});

test('a CODEOWNERS file, from the root of the repository', async () => {
  const alone = await kpi(['owners', '--format', 'codeowners'], { cwd: folderOf(files) });
  expect(alone.out).toBe(
    [
      '# Made by `kpi owners --format codeowners` from the owners of KPIs, goals and metrics.',
      '# Change the definitions, and make it again.',
      '/deeper/more\\ kpis.kpi.yaml @dana',
      '/goals.kpi.yaml @head help@example.com',
      '',
    ].join('\n'),
  );
  const repository = folderOf({ 'README.md': 'a repository' });
  mkdirSync(join(repository, '.git'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(repository, 'kpis', path, '..'), { recursive: true });
    writeFileSync(join(repository, 'kpis', path), text);
  }
  const { out } = await kpi(['owners', '--format', 'codeowners', '--project', 'kpis'], { cwd: repository });
  expect(out).toContain('`kpi owners --format codeowners --project kpis`');
  expect(out).toContain('\n/kpis/goals.kpi.yaml @head help@example.com\n');
});

test.each([
  ['sales', '@shop/sales', '@shop/sales'],
  ['sales', '@dana-n', '@dana-n'],
  ['sales', 'sales@example.com', 'sales@example.com'],
  ['sales', '#sales', '@sales'],
  ['sales', null, '@sales'],
  ['head of sales', 'room 5', '@head-of-sales'],
])('the handle of %s with the contact %s', (name, contact, wanted) => {
  const at = (text: string) => ({ text, span: { file: 'a', start: 0, end: 0 } });
  expect(handleOf({ name: at(name), contact: contact === null ? null : at(contact) })).toBe(wanted);
});

test('a file is written, and checked', async () => {
  const cwd = folderOf(files);
  const args = ['owners', '--format', 'codeowners'];
  const missing = await kpi([...args, '--check', 'CODEOWNERS'], { cwd });
  expect(missing).toEqual({
    exit: 1,
    out: '',
    err: 'CODEOWNERS is not there: write it with `kpi owners --format codeowners --output CODEOWNERS`\n',
  });
  const written = await kpi([...args, '--output', 'CODEOWNERS'], { cwd });
  expect(written).toEqual({ exit: 0, out: '', err: 'wrote CODEOWNERS: 4 owners\n' });
  expect(await kpi([...args, '--check', 'CODEOWNERS'], { cwd })).toEqual({
    exit: 0,
    out: 'CODEOWNERS is current\n',
    err: '',
  });
  const path = join(cwd, 'CODEOWNERS');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  expect((await kpi([...args, '--check', 'CODEOWNERS'], { cwd })).exit).toBe(0);
  writeFileSync(join(cwd, 'x.kpi.yaml'), 'metrics: { thrice: { formula: revenue * 3, owner: sales } }\n');
  expect(await kpi([...args, '--check', 'CODEOWNERS'], { cwd })).toMatchObject({ exit: 1, out: '' });
});

test.each([
  [['owners', 'suport'], 'there is no owner `suport`', 'did you mean `support`?'],
  [['owners', '--as-of', 'today'], '`--as-of` cannot be `today`', 'write a day such as'],
  [['owners', '--check', 'a', '--output', 'b'], '`--output` says nothing beside `--check`', ''],
  [['owners', 'sales', '--format', 'codeowners'], 'CODEOWNERS is about all owners', ''],
  [['owners', '--format', 'codeowners', '--as-of', '2026-01-01'], '`--as-of` says nothing beside', ''],
  [['owners', '--output', 'nowhere/CODEOWNERS'], 'there is no folder `nowhere`', ''],
])('%j is wrong usage', async (args, message, help) => {
  const { exit, out, err } = await kpi(args, { cwd: folderOf(files) });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain(help);
});

test('a project without owners, and one with errors', async () => {
  expect((await kpi(['owners'], { cwd: folderOf(shop) })).out).toBe('no owners are defined\n');
  const circle = folderOf({
    ...shop,
    'o.kpi.yaml': 'owners: { a: { kind: team, team: b }, b: { kind: team, team: a } }\n',
  });
  const { exit, out, err } = await kpi(['owners'], { cwd: circle });
  expect({ exit, err }).toEqual({ exit: 0, err: 'note: the definitions have 1 error, see `kpi check`\n' });
  expect(out).toBe('as of 2026-06-17\na (team)\n  b (team)\n');
});
