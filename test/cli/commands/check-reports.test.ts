import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sarifProblems } from '../reporters/sarif-schema.js';
import { readXml } from '../reporters/xml.js';
import { folderOf, kpi, shop } from '../run-kpi.js';

const wrong = 'metrics:\n  total: revenu + 1 EUR\n';
const warned = "metrics:\n  gap: sum(orders.amount where channel = 'a') - sum(orders.amount where channel = 'b')\n";

test('several reports at once, one of them on the standard output', async () => {
  const cwd = folderOf({ ...shop, 'wrong.kpi.yaml': wrong, 'out/x.txt': '' });
  const files = ['sarif=out/kpi.sarif', 'junit=out/kpi.xml', 'gitlab=out/kpi.json', 'json=all.json', 'text=kpi.txt'];
  const args = ['compact', ...files].flatMap((one) => ['--format', one]);
  const { exit, out, err } = await kpi(['check', ...args], { cwd, terminal: true });
  expect(exit).toBe(1);
  expect(out).toBe('wrong.kpi.yaml:2:10: error[KPI2001]: there is no metric `revenu`\n1 error\n');
  expect(err).toBe(files.map((one) => `wrote ${one.replace(/^.*=/, '')}: 1 finding\n`).join(''));
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');
  const log = JSON.parse(read('out/kpi.sarif'));
  expect(sarifProblems(log)).toEqual([]);
  expect(log.runs[0].results[0].ruleId).toBe('KPI2001');
  expect(readXml(read('out/kpi.xml')).attributes['failures']).toBe('1');
  expect(JSON.parse(read('out/kpi.json'))).toHaveLength(1);
  expect(JSON.parse(read('all.json'))).toMatchObject({ version: 1, summary: { errors: 1 } });
  expect(read('kpi.txt')).toContain('error[KPI2001]: there is no metric `revenu`\n --> wrong.kpi.yaml:2:10\n');
  expect(read('kpi.txt')).toMatch(/\nshop: 3 files, .*\n$/);
  // A report in a file has no colour.
  expect(read('kpi.txt')).not.toContain('\u001b');
});

test('where all reports go to files, the standard output is empty', async () => {
  const cwd = folderOf(shop);
  expect(await kpi(['check', '--format', 'sarif=r.sarif'], { cwd })).toEqual({
    exit: 0,
    out: '',
    err: 'wrote r.sarif: 0 findings\n',
  });
  expect(JSON.parse(readFileSync(join(cwd, 'r.sarif'), 'utf8')).runs[0].results).toEqual([]);
});

test.each([
  [['--format', 'xml'], '`--format` cannot be `xml`'],
  [['--format', 'sarif='], 'there is no name of a file behind `=`'],
  [['--format', 'jsn=x'], '`--format` cannot be `jsn=x`'],
  [['--format', 'text', '--format', 'json'], 'only one report can go to the standard output'],
  [['--format', 'sarif=a', '--format', 'json=./a'], 'two reports go to `./a`'],
  [['--format', 'json=data'], '`data` is a folder'],
  [['--format', 'json=nowhere/a.json'], 'there is no folder `nowhere`'],
  [['--fail-on', 'hint'], '`--fail-on` cannot be `hint`'],
  [['--fail-on', 'error', '--strict'], '`--fail-on` says nothing beside `--strict`'],
  [['--fix', '--fix-dry-run'], '`--fix` says nothing beside `--fix-dry-run`'],
  [['--fix', '--watch'], '`--fix` says nothing beside `--watch`'],
  [['--write-baseline', 'b.json', '--format', 'json'], '`--format` says nothing beside `--write-baseline`'],
  [['--write-baseline', 'nowhere/b.json'], 'there is no folder `nowhere`'],
  [['--baseline', 'b.json'], 'the baseline `b.json` cannot be read: it is not there'],
])('%j is wrong usage', async (args, message) => {
  const cwd = folderOf(shop);
  const before = readdirSync(cwd);
  const { exit, out, err } = await kpi(['check', ...args], { cwd });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(`error: ${message}`);
  expect(readdirSync(cwd)).toEqual(before);
});

test('the exit code depends on what is to fail', async () => {
  const cwd = folderOf({ ...shop, 'w.kpi.yaml': warned });
  const exits = [];
  for (const args of [[], ['--fail-on', 'error'], ['--fail-on', 'warning'], ['--fail-on', 'info'], ['--strict']]) {
    exits.push((await kpi(['check', ...args], { cwd })).exit);
  }
  expect(exits).toEqual([0, 0, 1, 1, 1]);
  const lenient = {
    ...shop,
    'kpi.project.yaml': `${shop['kpi.project.yaml']}severity:\n  KPI3025: info\n`,
    'w.kpi.yaml': warned,
  };
  const infos = folderOf(lenient);
  expect((await kpi(['check', '--format', 'compact'], { cwd: infos })).out).toContain('info[KPI3025]');
  expect((await kpi(['check', '--fail-on', 'warning'], { cwd: infos })).exit).toBe(0);
  expect((await kpi(['check', '--fail-on', 'info'], { cwd: infos })).exit).toBe(1);
});

test('what fails the build fails in the test report too', async () => {
  const cwd = folderOf({ ...shop, 'w.kpi.yaml': warned });
  expect((await kpi(['check', '--format', 'junit'], { cwd })).out).not.toContain('<failure');
  expect((await kpi(['check', '--format', 'junit', '--fail-on', 'warning'], { cwd })).out).toContain('<failure');
});

test('in a workflow of GitHub the annotations come by themselves, with paths from the root of the repository', async () => {
  const repository = folderOf({ 'README.md': '' });
  const cwd = join(repository, 'kpis/shop');
  for (const [path, text] of Object.entries({ ...shop, 'wrong.kpi.yaml': wrong })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: repository };
  const annotated = await kpi(['check'], { cwd, env });
  expect(annotated.out).toContain('::error file=kpis/shop/wrong.kpi.yaml,line=2,');
  expect((await kpi(['check', '--format', 'compact'], { cwd, env })).out).toMatch(/^wrong\.kpi\.yaml:2:10: /);
  const inGitlab = await kpi(['check', '--format', 'gitlab'], { cwd, env: { CI_PROJECT_DIR: repository } });
  expect(JSON.parse(inGitlab.out)[0].location.path).toBe('kpis/shop/wrong.kpi.yaml');
  // A folder that is not ours says nothing about our paths.
  const elsewhere = await kpi(['check', '--format', 'gitlab'], {
    cwd,
    env: { CI_PROJECT_DIR: join(repository, 'kp') },
  });
  expect(JSON.parse(elsewhere.out)[0].location.path).toBe('wrong.kpi.yaml');
});

test('known findings are left out, wherever they have moved to; new ones are not', async () => {
  const cwd = folderOf({ ...shop, 'team/wrong.kpi.yaml': wrong, 'w.kpi.yaml': warned });
  const written = await kpi(['check', '--write-baseline', 'known.json'], { cwd });
  expect(written).toEqual({ exit: 0, out: '', err: 'wrote known.json: 3 findings\n' });
  const { version, findings } = JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'));
  expect(version).toBe(1);
  expect(findings).toEqual([
    {
      file: 'team/wrong.kpi.yaml',
      code: 'KPI2001',
      message: 'there is no metric `revenu`',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      count: 1,
    },
    expect.objectContaining({ file: 'w.kpi.yaml', code: 'KPI3025', count: 2 }),
  ]);
  const known = await kpi(['check', '--baseline', 'known.json', '--strict'], { cwd });
  expect(known).toMatchObject({ exit: 0, err: 'note: 3 known findings left out, see known.json\n' });
  expect(known.out).toMatch(/^no problems\n/);

  // The same findings two lines further down, seen from another folder.
  writeFileSync(join(cwd, 'team/wrong.kpi.yaml'), `# moved\n\n${wrong}`);
  expect(await kpi(['check', '--baseline', '../known.json', '--strict'], { cwd: join(cwd, 'team') })).toMatchObject({
    exit: 0,
  });
  // One more of the same kind, on a line of its own.
  writeFileSync(join(cwd, 'team/wrong.kpi.yaml'), `${wrong}  more: revenu + 2 EUR\n`);
  const more = await kpi(['check', '--baseline', 'known.json', '--format', 'compact'], { cwd });
  expect(more.exit).toBe(1);
  expect(more.out).toBe('team/wrong.kpi.yaml:3:9: error[KPI2001]: there is no metric `revenu`\n1 error\n');
});

test('of equal findings as many are known as there were', async () => {
  const twice = 'questions:\n  a: { metrics: [revenu] }\n  b: { metrics: [revenu] }\n';
  const cwd = folderOf({ ...shop, 'q.kpi.yaml': 'metrics: { a: revenu + revenu }\n' });
  await kpi(['check', '--write-baseline', 'known.json'], { cwd });
  expect(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')).findings).toMatchObject([{ count: 2 }]);
  writeFileSync(join(cwd, 'q.kpi.yaml'), 'metrics: { a: revenu + revenu }\n');
  expect((await kpi(['check', '--baseline', 'known.json'], { cwd })).exit).toBe(0);
  writeFileSync(join(cwd, 'q.kpi.yaml'), twice);
  const other = await kpi(['check', '--baseline', 'known.json'], { cwd });
  expect(other.exit).toBe(1);
});

test('what is gone from the baseline is said, but only of files that were looked at', async () => {
  const cwd = folderOf({ ...shop, 'a/wrong.kpi.yaml': wrong, 'b/right.kpi.yaml': 'metrics: { twice: revenue * 2 }\n' });
  await kpi(['check', '--write-baseline', 'known.json'], { cwd });
  writeFileSync(join(cwd, 'a/wrong.kpi.yaml'), wrong.replace('revenu ', 'revenue '));
  const { exit, err } = await kpi(['check', '--baseline', 'known.json'], { cwd });
  expect(exit).toBe(0);
  expect(err).toBe('note: 1 finding of known.json is gone: `--write-baseline known.json` takes them out\n');
  expect((await kpi(['check', 'b', '--baseline', 'known.json'], { cwd })).err).toBe('');
});

test.each(['', '[]', '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"file": "a"}]}'])(
  '%j is no baseline',
  async (text) => {
    const cwd = folderOf({ ...shop, 'known.json': text });
    const { exit, err } = await kpi(['check', '--baseline', 'known.json'], { cwd });
    expect(exit).toBe(2);
    expect(err).toContain('error: `known.json` is no baseline of version 1');
    expect(existsSync(join(cwd, 'known.json'))).toBe(true);
  },
);
