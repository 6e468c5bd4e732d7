import { chmodSync, existsSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, kpi } from '../run-kpi.js';

const untidy = 'metrics:\n    a:   1+2\n';
const tidy = 'metrics:\n  a: 1 + 2\n';
const broken = 'metrics:\n\ta: 1\n';
const project = 'project: shop\ncalendar: {timezone: UTC}\n';

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test('all files of the project are formatted, from wherever one stands', async () => {
  const root = folderOf({
    'kpi.project.yaml': project,
    'a.kpi.yaml': untidy,
    'sub/b.kpi.yaml': untidy,
    'c.yaml': untidy,
  });
  chmodSync(join(root, 'a.kpi.yaml'), 0o640);
  const { exit, out, err } = await kpi(['fmt'], { cwd: join(root, 'sub') });
  expect({ exit, out, err }).toEqual({
    exit: 0,
    out: 'formatted ../a.kpi.yaml\nformatted ../kpi.project.yaml\nformatted ../sub/b.kpi.yaml\n3 files formatted, 0 unchanged\n',
    err: '',
  });
  expect(read(root, 'a.kpi.yaml')).toBe(tidy);
  expect(read(root, 'sub/b.kpi.yaml')).toBe(tidy);
  expect(read(root, 'kpi.project.yaml')).toBe('project: shop\ncalendar: { timezone: UTC }\n');
  expect(read(root, 'c.yaml')).toBe(untidy);
  expect(statSync(join(root, 'a.kpi.yaml')).mode & 0o777).toBe(0o640);
  expect(readdirSync(root).sort()).toEqual(['a.kpi.yaml', 'c.yaml', 'kpi.project.yaml', 'sub']);
  expect((await kpi(['fmt'], { cwd: root })).out).toBe('0 files formatted, 3 unchanged\n');
});

test('only what is named, and a link stays one', async () => {
  const root = folderOf({
    'kpi.project.yaml': project,
    'a.kpi.yaml': untidy,
    'sub/b.kpi.yaml': untidy,
    'real.txt': untidy,
  });
  symlinkSync(join(root, 'real.txt'), join(root, 'link.kpi.yaml'));
  expect((await kpi(['fmt', 'kpi.project.yaml'], { cwd: root })).out).toBe(
    'formatted kpi.project.yaml\n1 file formatted, 0 unchanged\n',
  );
  expect((await kpi(['fmt', 'sub', 'link.kpi.yaml'], { cwd: root })).out).toBe(
    'formatted link.kpi.yaml\nformatted sub/b.kpi.yaml\n2 files formatted, 0 unchanged\n',
  );
  expect(read(root, 'a.kpi.yaml')).toBe(untidy);
  expect(read(root, 'real.txt')).toBe(tidy);
  expect(lstatSync(join(root, 'link.kpi.yaml')).isSymbolicLink()).toBe(true);
});

test('--check lists and writes nothing', async () => {
  const root = folderOf({ 'kpi.project.yaml': 'project: shop\n', 'a.kpi.yaml': untidy });
  expect(await kpi(['fmt', '--check'], { cwd: root })).toEqual({
    exit: 1,
    out: 'would format a.kpi.yaml\n1 file would change, 1 is formatted\n',
    err: '',
  });
  expect(read(root, 'a.kpi.yaml')).toBe(untidy);
  await kpi(['fmt'], { cwd: root });
  expect(await kpi(['fmt', '--check'], { cwd: root })).toEqual({
    exit: 0,
    out: '0 files would change, 2 are formatted\n',
    err: '',
  });
});

test('--diff shows a patch and writes nothing', async () => {
  const root = folderOf({ 'kpi.project.yaml': 'project: shop\n', 'a.kpi.yaml': untidy });
  const { exit, out, err } = await kpi(['fmt', '--diff'], { cwd: root });
  expect({ exit, err }).toEqual({ exit: 0, err: '1 file would change, 1 is formatted\n' });
  expect(out).toBe('--- a/a.kpi.yaml\n+++ b/a.kpi.yaml\n@@ -1,2 +1,2 @@\n metrics:\n-    a:   1+2\n+  a: 1 + 2\n');
  expect(read(root, 'a.kpi.yaml')).toBe(untidy);
  expect((await kpi(['fmt', '--diff', '--check'], { cwd: root })).exit).toBe(1);
  if (spawnSync('git', ['--version']).status !== 0) return;
  expect(spawnSync('git', ['apply', '-'], { cwd: root, input: out }).status).toBe(0);
  expect(read(root, 'a.kpi.yaml')).toBe(tidy);
});

test('a patch of a file that changes everywhere', async () => {
  const many = (indent: string, end: string): string =>
    `metrics:${end}${Array.from({ length: 4000 }, (_, i) => `${indent}m${i}: ${i}${end}`).join('')}`;
  const root = folderOf({ 'kpi.project.yaml': 'project: shop\n', 'a.kpi.yaml': many('    ', '\n') });
  const { out } = await kpi(['fmt', '--diff'], { cwd: root });
  expect(out.split('\n').filter((line) => line.startsWith('+'))).toHaveLength(4001);
});

test('a file that YAML cannot read is said and left alone, the others are formatted', async () => {
  const root = folderOf({ 'kpi.project.yaml': 'project: shop\n', 'a.kpi.yaml': untidy, 'b.kpi.yaml': broken });
  const { exit, out, err } = await kpi(['fmt'], { cwd: root });
  expect({ exit, out }).toEqual({
    exit: 1,
    out: 'formatted a.kpi.yaml\n1 file formatted, 1 unchanged, 1 left alone\n',
  });
  expect(err).toContain('error[KPI1004]: a tab is used as indentation\n --> b.kpi.yaml:2:1\n');
  expect(read(root, 'b.kpi.yaml')).toBe(broken);
});

test('--stdin is a filter', async () => {
  const cwd = folderOf({});
  expect(await kpi(['fmt', '--stdin'], { cwd, input: untidy })).toEqual({ exit: 0, out: tidy, err: '' });
  expect(await kpi(['fmt', '--stdin', 'x/kpi.project.yaml'], { cwd, input: project })).toEqual({
    exit: 0,
    out: 'project: shop\ncalendar: { timezone: UTC }\n',
    err: '',
  });
  expect(await kpi(['fmt', '--stdin', '--check', 's.kpi.yaml'], { cwd, input: untidy })).toEqual({
    exit: 1,
    out: 'would format s.kpi.yaml\n',
    err: '',
  });
  expect((await kpi(['fmt', '--stdin', '--diff'], { cwd, input: untidy })).out).toContain('\n+  a: 1 + 2\n');
  const wrong = await kpi(['fmt', '--stdin', 's.kpi.yaml'], { cwd, input: broken });
  expect(wrong).toMatchObject({ exit: 1, out: '' });
  expect(wrong.err).toContain(' --> s.kpi.yaml:2:1\n');
  expect(existsSync(join(cwd, 's.kpi.yaml'))).toBe(false);
});

test.each([
  [['nowhere'], 'there is no file or folder `nowhere`'],
  [['--stdin', 'a', 'b'], 'too many arguments: `b`'],
  [['--chek'], 'unknown option `--chek`'],
  [[], 'this folder is in no project'],
])('%j is wrong usage', async (args, message) => {
  const { exit, out, err } = await kpi(['fmt', ...args], { cwd: folderOf({ 'a.txt': '' }) });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(message);
});

test('the examples and a new project are formatted', async () => {
  const root = join(import.meta.dirname, '../../..');
  const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
    .filter(({ name }) => existsSync(join(root, 'examples', name, 'kpi.project.yaml')))
    .map(({ name }) => `examples/${name}`);
  const { exit, out } = await kpi(['fmt', '--check', ...examples], { cwd: root });
  expect({ exit, out }).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^0 files would change, \d\d+ are formatted\n$/),
  });
  const cwd = folderOf({});
  await kpi(['init'], { cwd });
  expect((await kpi(['fmt', '--check'], { cwd })).exit).toBe(0);
});
