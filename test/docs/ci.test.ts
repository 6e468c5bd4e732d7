// What docs/ci.md and examples/ci promise is run: the shell lines of the jobs, and the hooks.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../packages/cli/src/commands/registry.js';
import { sarifProblems } from '../cli/reporters/sarif-schema.js';
import { readXml } from '../cli/reporters/xml.js';

const root = join(import.meta.dirname, '../..');
const base = mkdtempSync(join(tmpdir(), 'kpi-ci-'));
// Beside the packages, so that the database is found; bundled, since a dozen starts from the sources take half a minute.
const bundled = mkdtempSync(join(root, 'node_modules/.kpi-ci-'));
const bin = join(base, 'bin');

beforeAll(async () => {
  await build({
    entryPoints: { kpi: join(root, 'packages/cli/src/main.ts') },
    outdir: bundled,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['source'],
    alias: { yaml: join(root, 'packages/parser/node_modules/yaml/browser/index.js') },
    external: ['@duckdb/node-api'],
    logLevel: 'warning',
  });
  mkdirSync(bin);
  writeFileSync(join(bin, 'kpi'), `#!/bin/sh\nexec '${process.execPath}' '${join(bundled, 'kpi.mjs')}' "$@"\n`);
  chmodSync(join(bin, 'kpi'), 0o755);
});

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
  rmSync(bundled, { recursive: true, force: true });
});

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

const text = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Job {
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: { readonly codequality: string; readonly junit: string } };
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

function shell(line: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', line], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      HOME: base,
      KPI: 'kpi',
      GIT_CONFIG_GLOBAL: '/dev/null',
      ...env,
    },
  });
  return { exit: status, out: stdout, err: stderr };
}

const hasGit = spawnSync('git', ['--version']).status === 0;

/** A repository as a job finds it: `main` on the remote, a change on a branch. */
function repository(change: Readonly<Record<string, string>>): string {
  const origin = join(mkdtempSync(join(base, 'repo-')), 'origin');
  mkdirSync(origin);
  const git = (cwd: string, ...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd,
      stdio: 'pipe',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  };
  git(origin, 'init', '-q', '-b', 'main');
  expect(shell('kpi init .', origin)).toMatchObject({ exit: 0 });
  git(origin, 'add', '-A');
  git(origin, 'commit', '-qm', 'one');
  const work = join(dirname(origin), 'work');
  git(dirname(origin), 'clone', '-q', origin, work);
  git(work, 'checkout', '-qb', 'change');
  for (const [path, text] of Object.entries(change)) writeFileSync(join(work, path), text);
  git(work, 'add', '-A');
  git(work, 'commit', '-qm', 'two', '--allow-empty');
  return work;
}

const wrong = 'metrics:\n  total: { formula: revenu, description: Of all. }\n';
const right = 'metrics:\n  total: { formula: revenue * 2, description: Twice. }\n';

const github: { readonly jobs: Readonly<Record<'check' | 'scorecard', { readonly steps: readonly Step[] }>> } = parse(
  text('examples/ci/github.yml'),
);
const builds = 'npx -y pnpm@10 --dir .sextant build';

test('the lines of the examples name commands and options that there are', () => {
  const texts = ['examples/ci/github.yml', 'examples/ci/gitlab.yml', 'docs/ci.md'].map(text);
  const known = new Map(commands.map(({ name, options }) => [name, Object.keys(options)]));
  for (const [, name = '', rest = ''] of texts.join('\n').matchAll(/(?:\$KPI|`kpi) (\w+)([^`\n]*)/g)) {
    expect([...known.keys()]).toContain(name);
    for (const [, option = ''] of rest.matchAll(/--([a-z-]+)/g)) expect(known.get(name), name).toContain(option);
  }
  expect(JSON.parse(text('package.json')).scripts).toHaveProperty('build');
});

test.skipIf(!hasGit).each([
  ['sound', right, { exit: 0, findings: 0 }],
  ['unsound', wrong, { exit: 1, findings: 1 }],
])('the steps of the GitHub job on a change that is %s', (_, change, { exit, findings }) => {
  const cwd = repository({ 'change.kpi.yaml': change });
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, GITHUB_BASE_REF: 'main' };
  const { steps } = github.jobs.check;
  const lines = steps.flatMap(({ run }) => (run === undefined || run === builds ? [] : [run]));
  expect(lines).toHaveLength(2);
  const ran = lines.map((line) => shell(line, cwd, env));
  expect(ran.map((one) => one.exit)).toEqual([exit, exit]);
  if (findings > 0) for (const { out } of ran) expect(out).toContain('::error file=change.kpi.yaml,line=2,');
  const upload = steps.at(-1);
  expect(upload?.with?.['sarif_file']).toBe('kpi.sarif');
  const log = JSON.parse(readFileSync(join(cwd, 'kpi.sarif'), 'utf8'));
  expect(sarifProblems(log)).toEqual([]);
  expect(log.runs[0].results).toHaveLength(findings);
});

test.skipIf(!hasGit).each([
  ['sound', right, { exit: 0, findings: 0 }],
  ['unsound', wrong, { exit: 1, findings: 1 }],
])('the lines of the GitLab job on a change that is %s', (_, change, { exit, findings }) => {
  const cwd = repository({ 'change.kpi.yaml': change });
  const { kpis }: { readonly kpis: Job } = parse(text('examples/ci/gitlab.yml'));
  const env = { CI_PROJECT_DIR: cwd, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' };
  expect(kpis.before_script).toContain(builds);
  const ran = kpis.script.map((line) => shell(line, cwd, env).exit);
  expect(ran).toEqual([exit, 0, exit]);
  const { codequality, junit } = kpis.artifacts.reports;
  expect(JSON.parse(readFileSync(join(cwd, codequality), 'utf8'))).toHaveLength(findings);
  expect(readXml(readFileSync(join(cwd, junit), 'utf8')).attributes['failures']).toBe(String(findings));
});

test.skipIf(!hasGit)('the scorecard of the GitHub job goes to the summary of its step', () => {
  const cwd = repository({});
  const summary = join(cwd, 'summary.md');
  const { steps } = github.jobs.scorecard;
  const lines = steps.flatMap(({ run }) => (run === undefined || run === builds ? [] : [run]));
  expect(lines.map((line) => shell(line, cwd, { GITHUB_STEP_SUMMARY: summary }).exit)).toEqual([0, 0]);
  expect(readFileSync(summary, 'utf8')).toMatch(/^## \S+, as of \d{4}-\d\d-\d\d\n[^]*&emsp;Revenue of the month \|/);
});

const hooks: readonly Hook[] = parse(text('.pre-commit-hooks.yaml'));

test('the hooks are for definitions, and the example names those that there are', () => {
  expect(hooks.map(({ id }) => id)).toEqual(['kpi-check', 'kpi-fmt']);
  const { repos }: { readonly repos: readonly { readonly hooks: readonly { readonly id: string }[] }[] } = parse(
    text('examples/ci/pre-commit.yml'),
  );
  expect(repos[0]?.hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
  for (const { files, pass_filenames } of hooks) {
    expect(pass_filenames).toBe(false);
    const pattern = new RegExp(files);
    for (const path of ['kpi.project.yaml', 'a/kpi.project.yaml', 'sales.kpi.yaml', 'a/b/sales.kpi.yaml'])
      expect(pattern.test(path), path).toBe(true);
    for (const path of ['sales.yaml', 'sales.kpi.yaml.bak', 'xkpi.project.yaml', '.kpi.yml'])
      expect(pattern.test(path), path).toBe(false);
  }
});

// A hook whose command is not there yet is not run.
const there = hooks.filter(({ entry }) => commands.some(({ name }) => entry.split(' ')[1] === name));

test.each(there)('the hook $id passes what is right and fails for what is wrong', ({ entry }) => {
  const cwd = mkdtempSync(join(base, 'hook-'));
  expect(shell('kpi init .', cwd)).toMatchObject({ exit: 0 });
  expect(shell(entry, cwd)).toMatchObject({ exit: 0 });
  writeFileSync(join(cwd, 'wrong.kpi.yaml'), 'metrics:\n    total:   {formula:   revenu}\n');
  expect(shell(entry, cwd)).toMatchObject({ exit: 1 });
  expect(existsSync(join(cwd, 'wrong.kpi.yaml'))).toBe(true);
});
