import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, kpi, shop } from '../run-kpi.js';

const wrong = 'metrics:\n  total: revenu + 1 EUR\n';

test('a sound project has no problems', async () => {
  const cwd = folderOf(shop);
  expect(await kpi(['check'], { cwd })).toEqual({
    exit: 0,
    out: 'no problems\nshop: 2 files, 1 dataset, 5 metrics, 0 KPIs\n',
    err: '',
  });
});

test('errors are drawn, and the exit code says so', async () => {
  const cwd = folderOf({ ...shop, 'wrong.kpi.yaml': wrong });
  const { exit, out } = await kpi(['check'], { cwd });
  expect(exit).toBe(1);
  expect(out).toContain('error[KPI2001]');
  expect(out).toContain('--> wrong.kpi.yaml:2:10');
  expect(out).toContain('did you mean `revenue`?');
  expect(out).not.toContain('\u001b[');
});

test('colour is for terminals that want it', async () => {
  const cwd = folderOf({ ...shop, 'wrong.kpi.yaml': wrong });
  expect((await kpi(['check'], { cwd, terminal: true })).out).toContain('\u001b[1;31merror[KPI2001]');
  expect((await kpi(['check'], { cwd, terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b[');
  expect((await kpi(['check'], { cwd, terminal: true, env: { TERM: 'dumb' } })).out).not.toContain('\u001b[');
});

test('paths are shown from where the person stands', async () => {
  const root = folderOf({ ...shop, 'team/wrong.kpi.yaml': wrong, 'other/x.txt': '' });
  expect((await kpi(['check'], { cwd: join(root, 'team') })).out).toContain('--> ../team/wrong.kpi.yaml:2:10');
  const { out } = await kpi(['check', '../team', '--format', 'json'], { cwd: join(root, 'other') });
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    diagnostics: [{ file: '../team/wrong.kpi.yaml', line: 2, column: 10, code: 'KPI2001' }],
    summary: { errors: 1 },
  });
});

test('of a path only what lies there is shown, against the whole project', async () => {
  const cwd = folderOf({ ...shop, 'a/wrong.kpi.yaml': wrong, 'b/right.kpi.yaml': 'metrics: { twice: revenue * 2 }\n' });
  const right = await kpi(['check', 'b'], { cwd });
  expect(right.exit).toBe(0);
  expect(right.out).toBe(
    'no problems\nshop: 1 file, 1 dataset, 7 metrics, 0 KPIs; 1 finding elsewhere in the project\n',
  );
  expect((await kpi(['check', 'a/wrong.kpi.yaml', '--format', 'compact'], { cwd })).out).toBe(
    'a/wrong.kpi.yaml:2:10: error[KPI2001]: there is no metric `revenu`\n1 error\n',
  );
});

test('projects inside a project, and beside one another, are projects of their own', async () => {
  const cwd = folderOf({
    ...shop,
    'inner/kpi.project.yaml': 'project: inner\n',
    'inner/same.kpi.yaml': 'parameters: { factor: 3 }\n',
    'x/one/kpi.project.yaml': 'project: one\n',
    'x/two/kpi.project.yaml': 'project: two\n',
  });
  const all = await kpi(['check'], { cwd });
  expect(all.exit).toBe(0);
  expect(all.out.split('\n').slice(1, -1)).toEqual([
    'shop: 2 files, 1 dataset, 5 metrics, 0 KPIs',
    'inner: 2 files, 0 datasets, 0 metrics, 0 KPIs',
    'one: 1 file, 0 datasets, 0 metrics, 0 KPIs',
    'two: 1 file, 0 datasets, 0 metrics, 0 KPIs',
  ]);
  expect(all.err).toContain('note: no definitions found in `x/one`: definitions are read from');
  expect((await kpi(['check', 'inner'], { cwd })).out).toContain('inner: 2 files');
});

test('warnings are findings only where they are wanted', async () => {
  const cwd = folderOf({
    ...shop,
    'w.kpi.yaml': "metrics:\n  gap: sum(orders.amount where channel = 'a') - sum(orders.amount where channel = 'b')\n",
  });
  const { exit, out } = await kpi(['check'], { cwd });
  expect(out).toContain('warning[KPI3025]');
  expect(exit).toBe(0);
  expect((await kpi(['check', '--strict'], { cwd })).exit).toBe(1);
});

test.each([
  [['nowhere'], 'there is no file or folder `nowhere`'],
  [['data/orders.csv'], '`data/orders.csv` is no file of definitions'],
  [['data'], 'no definitions found in `data`'],
])('%j is wrong input', async (paths, message) => {
  const { exit, err } = await kpi(['check', ...paths], { cwd: folderOf(shop) });
  expect(exit).toBe(2);
  expect(err).toContain(`error: ${message}`);
});

test.each([
  [{}, 'definitions are read from files that end in `.kpi.yaml`\n'],
  [{ 'x.yaml': wrong }, 'definitions are read from files that end in `.kpi.yaml`; `x.yaml` is not\n'],
  [{ 'x.yaml': wrong, 'a/y.yml': wrong }, '`.kpi.yaml`; `a/y.yml`, `x.yaml` are not\n'],
])('a project without definitions says which files were not read: %j', async (others, help) => {
  const cwd = folderOf({ 'kpi.project.yaml': 'project: shop\n', ...others });
  const { exit, out, err } = await kpi(['check'], { cwd });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('error: no definitions found in `.`\n');
  expect(err).toContain(help);
});

test('what is wrong with the project file is shown even where nothing else is there', async () => {
  const cwd = folderOf({ 'kpi.project.yaml': 'projct: shop\n' });
  expect(await kpi(['check'], { cwd })).toMatchObject({ exit: 1 });
});

test('outside of every project it says how to start one', async () => {
  const { exit, err } = await kpi(['check'], { cwd: folderOf({ 'a.txt': '' }) });
  expect(exit).toBe(2);
  expect(err).toContain('this folder is in no project');
  expect(err).toContain('`kpi init`');
});

test('bytes that are not UTF-8 are reported where they stand', async () => {
  const cwd = folderOf({ ...shop, 'latin.kpi.yaml': Buffer.from('parameters:\n  caf\xe9: 1\n', 'latin1') });
  const { exit, out } = await kpi(['check', '--format', 'compact'], { cwd });
  expect(exit).toBe(1);
  expect(out).toContain('latin.kpi.yaml:2:6: error[KPI1002]');
});

test('a file that leads nowhere is a finding beside the others', async () => {
  const cwd = folderOf(shop);
  symlinkSync(join(cwd, 'gone.yaml'), join(cwd, 'lost.kpi.yaml'));
  symlinkSync(join(cwd, 'round.kpi.yaml'), join(cwd, 'round.kpi.yaml'));
  const { exit, out } = await kpi(['check', '--format', 'compact'], { cwd });
  expect(exit).toBe(1);
  expect(out).toBe(
    [
      'lost.kpi.yaml: error[KPI9002]: `lost.kpi.yaml` cannot be read: it is not there',
      'round.kpi.yaml: error[KPI9002]: `round.kpi.yaml` cannot be read: its links go in a circle',
      '2 errors',
      '',
    ].join('\n'),
  );
});

test.skipIf(process.getuid?.() === 0)('a file without permission is a finding', async () => {
  const cwd = folderOf({ ...shop, 'closed.kpi.yaml': 'metrics: {}\n' });
  chmodSync(join(cwd, 'closed.kpi.yaml'), 0);
  expect((await kpi(['check'], { cwd })).out).toContain('its permissions forbid it');
});

test('links that go in circles end, and no file is read twice', async () => {
  const cwd = folderOf({ ...shop, 'more/a.kpi.yaml': 'parameters: { other: 3 }\n' });
  symlinkSync(cwd, join(cwd, 'more/up'));
  symlinkSync(join(cwd, 'more'), join(cwd, 'again'));
  symlinkSync(join(cwd, 'more/a.kpi.yaml'), join(cwd, 'b.kpi.yaml'));
  expect((await kpi(['check'], { cwd })).out).toBe('no problems\nshop: 3 files, 1 dataset, 5 metrics, 0 KPIs\n');
});

test('a folder that a link leads to from outside belongs to the project', async () => {
  const shared = folderOf({ 'shared.kpi.yaml': 'metrics: { twice: revenue * 2 }\n' });
  const cwd = folderOf(shop);
  symlinkSync(shared, join(cwd, 'linked'));
  expect((await kpi(['check'], { cwd })).out).toContain('3 files, 1 dataset, 6 metrics');
});

test('folders of tools are not searched, and names that look like definitions are mentioned', async () => {
  const cwd = folderOf({ ...shop, 'node_modules/x/a.kpi.yaml': wrong, '.git/a.kpi.yaml': wrong, 'b.kpi.yml': wrong });
  mkdirSync(join(cwd, 'folder.kpi.yaml'));
  writeFileSync(join(cwd, 'folder.kpi.yaml/c.kpi.yaml'), 'parameters: { c: 1 }\n');
  const { exit, out, err } = await kpi(['check'], { cwd });
  expect({ exit, out }).toEqual({ exit: 0, out: 'no problems\nshop: 3 files, 1 dataset, 5 metrics, 0 KPIs\n' });
  expect(err).toBe('note: b.kpi.yml is not read: definitions are in files that end in .kpi.yaml\n');
});

test('what takes long is said on a terminal, and taken back', async () => {
  const cwd = folderOf({ ...shop, 'long.kpi.yaml': `# ${'x'.repeat(78)}\n`.repeat(40_000) });
  expect((await kpi(['check'], { cwd, terminal: true })).err).toBe('checking 3 files\r\u001b[K');
  expect((await kpi(['check'], { cwd })).err).toBe('');
});
