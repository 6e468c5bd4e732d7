import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedFiles } from '../../../packages/cli/src/checking/changed-files.js';
import { folderOf, kpi, shop } from '../run-kpi.js';

// Only the option needs git, so the project can be tested without it.
const hasGit = (() => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], {
    cwd,
    stdio: 'pipe',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
  });
}

const warned = (name: string): string => `metrics:\n  ${name}: sum(orders.amount where channel = 'a') + 1 EUR\n`;

/** A repository with the shop in a folder of it, a branch `main`, and the branch `work` checked out. */
function repository(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(folderOf({ 'README.md': 'x\n' }));
  git(folder, 'init', '-q', '-b', 'main');
  for (const [path, text] of Object.entries({ ...shop, ...files })) {
    mkdirSync(join(folder, 'kpis', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'kpis', path), text);
  }
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'one');
  git(folder, 'checkout', '-qb', 'work');
  return folder;
}

const changedIn = (folder: string, ref = 'main'): readonly string[] => {
  const asked = changedFiles(folder, ref);
  if (asked.kind === 'problem') throw new Error(asked.message);
  return [...asked.files].map((path) => path.slice(folder.length + 1)).sort();
};

test.skipIf(!hasGit)(
  'committed, staged, unstaged and new files have changed; those of the other branch have not',
  () => {
    const folder = repository({ 'a.kpi.yaml': 'metrics: {}\n', 'b.kpi.yaml': 'metrics: {}\n', 'c.kpi.yaml': '{}\n' });
    const write = (path: string): void => writeFileSync(join(folder, path), `# ${path}\n`);
    write('kpis/a.kpi.yaml');
    git(folder, 'commit', '-qam', 'two');
    write('kpis/b.kpi.yaml');
    git(folder, 'add', '-A');
    write('kpis/größe neu.kpi.yaml');
    renameSync(join(folder, 'kpis/c.kpi.yaml'), join(folder, 'kpis/d.kpi.yaml'));
    const expected = [
      'kpis/a.kpi.yaml',
      'kpis/b.kpi.yaml',
      'kpis/c.kpi.yaml',
      'kpis/d.kpi.yaml',
      'kpis/größe neu.kpi.yaml',
    ];
    expect(changedIn(folder)).toEqual(expected);

    git(folder, 'stash', '-qu');
    git(folder, 'checkout', '-q', 'main');
    write('kpis/shop.kpi.yaml');
    git(folder, 'commit', '-qam', 'on main');
    git(folder, 'checkout', '-q', 'work');
    expect(changedIn(folder)).toEqual(['kpis/a.kpi.yaml']);
    expect(changedIn(folder, 'HEAD')).toEqual([]);
    expect(changedIn(folder, 'main~1')).toEqual(['kpis/a.kpi.yaml']);
  },
);

test.skipIf(!hasGit)('only findings about changed files are shown, and every error', async () => {
  const folder = repository({ 'old.kpi.yaml': warned('old'), 'same.kpi.yaml': 'metrics: { twice: revenue * 2 }\n' });
  writeFileSync(join(folder, 'kpis/new.kpi.yaml'), warned('new'));
  const cwd = join(folder, 'kpis');
  const changed = await kpi(['check', '--changed-since', 'main', '--format', 'compact', '--strict'], { cwd });
  expect(changed.exit).toBe(1);
  expect(changed.out).toMatch(/^new\.kpi\.yaml:2:8: warning\[/);
  expect(changed.out).not.toContain('old.kpi.yaml:2:8');
  // It speaks of the new file too.
  expect(changed.out).toContain('old.kpi.yaml:2:3: warning[KPI6042]: `old` and `new` are one formula');
  expect(changed.err).toMatch(/^note: \d findings? left out: nothing about (it|them) has changed since main\n$/);

  // What breaks in a file that has not changed is broken all the same.
  writeFileSync(
    join(cwd, 'shop.kpi.yaml'),
    readFileSync(join(cwd, 'shop.kpi.yaml'), 'utf8').replaceAll('revenue', 'income'),
  );
  const broken = await kpi(['check', '--changed-since', 'main', '--format', 'compact'], { cwd });
  expect(broken.exit).toBe(1);
  expect(broken.out).toContain('same.kpi.yaml:1:19: error[KPI2001]');
});

test.skipIf(!hasGit)('a folder that is reached by a link is the same folder', async () => {
  const folder = repository({ 'old.kpi.yaml': warned('old') });
  const link = join(folderOf({}), 'link');
  symlinkSync(join(folder, 'kpis'), link);
  writeFileSync(join(folder, 'kpis/new.kpi.yaml'), warned('new'));
  const { out } = await kpi(['check', '--changed-since', 'main', '--format', 'compact'], { cwd: link });
  expect(out).toContain('new.kpi.yaml');
  expect(out).not.toContain('old.kpi.yaml:2:8');
});

test.skipIf(!hasGit)('where git cannot answer, it says what is missing', async () => {
  const folder = repository();
  const said = async (ref: string, cwd = join(folder, 'kpis')) => kpi(['check', `--changed-since=${ref}`], { cwd });
  const missing = await said('origin/main');
  expect(missing).toMatchObject({ exit: 2, out: '' });
  expect(missing.err).toContain('error: git knows no commit `origin/main`');
  expect(missing.err).toContain('`fetch-depth: 0`');
  for (const odd of ['--output=x', 'main..work', '', 'main:kpis']) expect((await said(odd)).exit, odd).toBe(2);

  git(folder, 'checkout', '-q', '--orphan', 'other');
  git(folder, 'commit', '-qm', 'unrelated');
  expect((await said('main')).err).toContain('`main` and this branch have no commit in common');

  const outside = folderOf(shop);
  expect((await said('main', outside)).err).toContain('is in no git repository');
});

test.skipIf(!hasGit)('without git it says so', () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  try {
    expect(changedFiles(folderOf({}), 'main')).toMatchObject({
      kind: 'problem',
      message: '`--changed-since` needs git, and `git` cannot be run',
    });
  } finally {
    process.env['PATH'] = path;
  }
});
