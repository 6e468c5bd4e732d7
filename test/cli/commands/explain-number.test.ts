// `kpi explain` of a number: text, JSON and Markdown, and what is said where it cannot be.
import { expect, test } from 'vitest';
import { folderOf, kpi, shop } from '../run-kpi.js';

const cwd = folderOf(shop);

test('a tree with values under one another, rows and places', async () => {
  const { exit, out, err } = await kpi(['explain', 'aov', '--at', '2026-01'], { cwd });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toBe(
    [
      'aov',
      '2026-01 (2026-01-01 to 2026-01-31), as of 2026-06-17',
      '',
      '15.05 EUR/orders  aov = revenue / placed  shop.kpi.yaml:14',
      '30.10 EUR         ├─ revenue = sum(orders.amount)  shop.kpi.yaml:12',
      '                  │     orders: 2026-01-01 to 2026-01-31, 2 rows counted',
      ' 2    orders      └─ ÷ placed = count(orders)  shop.kpi.yaml:13',
      '                        orders: 2026-01-01 to 2026-01-31, 2 rows counted',
      '',
    ].join('\n'),
  );
});

test('without a period it is about all that is known', async () => {
  const { out } = await kpi(['explain', 'web_share', '--as-of', '2026-01-31'], { cwd });
  expect(out).toContain('all time up to 2026-01-31, as of 2026-01-31\n');
  expect(out).toContain("50.0%         web_share = count(orders where channel = 'web') / placed  shop.kpi.yaml:16\n");
  expect(out).toContain('orders: all time up to 2026-01-31, 1 of 2 rows counted\n');
});

test('a change by operands and by groups, with nothing left', async () => {
  const { exit, out } = await kpi(['explain', 'aov', '--at', '2026-02', '--versus', 'prior', '--by', 'channel'], {
    cwd,
  });
  expect(exit).toBe(0);
  const [, change = ''] = out.split('\n\nbefore');
  expect(`before${change}`.replace(/ +/g, ' ').split('\n')).toEqual([
    'before 2026-01 (2026-01-01 to 2026-01-31): 15.05 EUR/orders',
    'after 2026-02 (2026-02-01 to 2026-02-28): 2.95 EUR/orders',
    'change -12.1 EUR/orders (-80.4%)',
    '',
    'by operands: what each would have changed, whatever the order (Shapley); inner rows are parts of the row above',
    'operand before after effect share',
    ' EUR/orders',
    'aov 15.05 2.95 EUR/orders -12.1 100.0%',
    ' revenue 30.10 5.90 EUR -12.1 100.0%',
    ' placed 2 2 orders 0 0.0%',
    'adds up to the change exactly: residual 0',
    '',
    // The mean of both sides is 9. The store goes: -20 * 1/2 + 9 * 1/2; what is new comes with 0.4 * 1/2 - 9 * 1/2.
    'by channel: what the groups’ own rates did, and what their weights did (Kitagawa)',
    'channel weight before after rate before after by rate by mix effect share',
    ' EUR/orders EUR/orders EUR/orders EUR/orders EUR/orders',
    'store 50.0% 0.0% 20 — 0 -5.5 -5.5 45.5%',
    '— 0.0% 50.0% — 0.4 0 -4.3 -4.3 35.5%',
    'web 50.0% 50.0% 10.1 5.5 -2.3 0 -2.3 19.0%',
    'together -2.3 -9.8',
    'adds up to the change exactly: residual 0',
    '',
  ]);
});

test('JSON has every digit, places and versions', async () => {
  const { out } = await kpi(['explain', 'revenue / 3', '--format', 'json', '--versus', '2026-01', '--at', '2026-02'], {
    cwd,
  });
  const json = JSON.parse(out) as Record<string, unknown>;
  expect(json).toMatchObject({
    version: 1,
    project: 'shop',
    subject: { kind: 'formula', name: 'revenue / 3', place: null },
    asOf: '2026-06-17',
    at: { label: '2026-02', complete: true },
    tree: {
      kind: 'operator',
      operator: 'product',
      value: '1.966666666666666666666666666666667',
      children: [
        { kind: 'metric', metric: 'revenue', place: { file: 'shop.kpi.yaml', line: 12, column: 3 } },
        { kind: 'constant', value: '3' },
      ],
    },
    change: {
      against: 'period',
      operands: { residual: '0' },
      segments: [{ kind: 'additive', dimension: 'channel', residual: '0' }],
    },
    diagnostics: [],
  });
});

test('files are named as they are seen from where the person stands', async () => {
  const { out } = await kpi(['explain', 'revenue', '--project', cwd.split('/').at(-1) ?? ''], {
    cwd: cwd.slice(0, cwd.lastIndexOf('/')),
  });
  expect(out).toContain(`${cwd.split('/').at(-1) ?? ''}/shop.kpi.yaml:12\n`);
});

test('Markdown', async () => {
  const args = ['explain', 'web_share', '--at', '2026-02', '--versus', 'prior', '--format', 'markdown'];
  const { out } = await kpi(args, { cwd });
  expect(out).toContain('## web\\_share\n');
  expect(out).toContain(
    "- **web\\_share** = `count(orders where channel = 'web') / placed`: 50.0% (shop.kpi.yaml:16)\n",
  );
  expect(out).toContain(
    '| operand | before | after |  | effect (pp) | share |\n| :--- | ---: | ---: | :--- | ---: | ---: |\n',
  );
  expect(out).toContain('#### by channel: ');
});

test('a KPI says its target and the rule of its status, and takes its own period', async () => {
  const goals = [
    'owners: { sales: { kind: team } }',
    'goals: { grow: { title: Grow, owner: sales, period: 2026 } }',
    'kpis:',
    '  web_2026:',
    '    title: Web revenue',
    '    metric: revenue',
    "    where: channel = 'web'",
    '    goal: grow',
    '    owner: sales',
    '    direction: up',
    '    every: month',
    '    target: { 2026-01: 10 EUR, 2026-02: 11 EUR }',
    '',
  ].join('\n');
  const folder = folderOf({ ...shop, 'goals.kpi.yaml': goals });
  const { exit, out } = await kpi(['explain', 'web_2026', '--as-of', '2026-02-28', '--versus', 'prior'], {
    cwd: folder,
  });
  expect(exit).toBe(0);
  expect(out.split('\n').slice(0, 10)).toEqual([
    'web_2026: Web revenue',
    '2026-02 (2026-02-01 to 2026-02-28), as of 2026-02-28',
    // Half of the way: the words are those of `kpi status`.
    expect.stringMatching(/off track.*score 50/),
    expect.stringMatching(/^value 5\.50 EUR; target 11/),
    '',
    "5.50 EUR  revenue where channel = 'web'  goals.kpi.yaml:7",
    '5.50 EUR  └─ revenue = sum(orders.amount)  shop.kpi.yaml:12',
    "                orders: 2026-02-01 to 2026-02-28, 1 row counted, only where channel = 'web'",
    '',
    'before  2026-01 (2026-01-01 to 2026-01-31): 10.10 EUR',
  ]);
  expect((await kpi(['explain', 'web_2027'], { cwd: folder })).err).toContain('did you mean `web_2026`?');
});

test('colour is for terminals', async () => {
  const plain = await kpi(['explain', 'revenue'], { cwd });
  const coloured = await kpi(['explain', 'revenue'], { cwd, terminal: true });
  expect(plain.out).not.toContain('\u001b[');
  const [first, ...rest] = coloured.out.split('\u001b');
  expect([first, ...rest.map((part) => part.replace(/^\[[\d;]*m/, ''))].join('')).toBe(plain.out);
  expect(coloured.out).toContain('\u001b[1mrevenue\u001b[0m');
});

test('parameters, conditions and other data', async () => {
  const scaled = await kpi(['explain', 'scaled', '--param', 'factor=10', '--where', "channel = 'web'"], { cwd });
  expect(scaled.out).toContain('156.00 EUR  scaled = revenue * factor');
  expect(scaled.out).toContain("only where channel = 'web'");
  const other = folderOf({ 'x.csv': 'id,day,channel,amount\nz,2026-01-01,web,1.25\n' });
  const { out } = await kpi(['explain', 'revenue', '--project', cwd, '--data', 'orders=x.csv'], { cwd: other });
  expect(out).toContain('1.25 EUR  revenue');
});

test.each([
  [['reveneu'], 2, 'there is no metric and no KPI `reveneu`', 'did you mean `revenue`?'],
  [['revenue / place'], 2, 'error[KPI2001]', 'did you mean `placed`?'],
  [['revenue', '--at', '2026-13'], 2, 'error[KPI4020]', 'months are 01 to 12'],
  [['revenue', '--at', '2026', '--versus', 'before'], 2, 'error[KPI4020]', '--versus:1:1'],
  [['revenue', '--versus', 'prior'], 2, 'error[KPI4015]', 'name the period to explain'],
  [['revenue', '--at', '2026-01..2026-02', '--versus', 'prior'], 2, 'error[KPI4015]', 'name the range to compare with'],
  [['prior(revenue, 1 year)'], 2, 'error[KPI4015]', 'name the period to explain'],
  [['revenue', '--by', 'channel'], 2, '`--by` takes a change apart', '`--versus prior`'],
  [['revenue', '--at', '2026-01', '--versus', 'prior', '--by', 'chanel'], 2, 'error[KPI2001]', '--by 1:1:1'],
  [['revenue', '--as-of', 'today'], 2, 'error[KPI4020]', '--as-of:1:1'],
  [['revenue', '--where', 'channel = 5'], 2, 'error[KPI3006]', '--where:1:1'],
  [['revenue', '--param', 'factor'], 2, '`--param factor` has no `=`', ''],
  [['revenue', '--data', 'orders=gone.csv'], 1, 'error[KPI7001]', 'the command line gives it'],
  [['KPI2001', '--at', '2026'], 2, '`--at` says nothing beside a code', ''],
  [['--format', 'json'], 2, '`--format` says nothing without a NAME', ''],
])('%j exits with %i', async (args, code, message, more) => {
  const { exit, out, err } = await kpi(['explain', ...args], { cwd });
  expect(err).toContain(message);
  expect(err).toContain(more);
  expect({ exit, out }).toEqual({ exit: code, out: '' });
});
