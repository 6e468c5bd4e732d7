// The tutorial is done, step by step, in an empty folder: what the page shows is what a newcomer sees.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, kpi } from '../cli/run-kpi.js';
import { storyOf, type Step } from './story.js';

const steps = storyOf('docs/tutorial.md');
const hasGit = spawnSync('git', ['--version']).status === 0;
const place = { cwd: folderOf({}) };

test('the tutorial makes files, edits some, and runs commands', () => {
  for (const kind of ['write', 'edit', 'run']) expect(steps.some((step) => step.kind === kind)).toBe(true);
});

test.each(steps.map((step): readonly [string, Step] => [titleOf(step), step]))('%s', async (_, step) => {
  if (step.kind === 'write') {
    mkdirSync(dirname(join(place.cwd, step.path)), { recursive: true });
    writeFileSync(join(place.cwd, step.path), step.text);
  } else if (step.kind === 'edit') {
    const pieces = readFileSync(join(place.cwd, step.path), 'utf8').split(step.before);
    expect(pieces).toHaveLength(2);
    writeFileSync(join(place.cwd, step.path), pieces.join(step.after));
  } else {
    const [name = '', ...rest] = wordsOf(step.command);
    if (name === 'git' && !hasGit) return;
    const ran = name === 'kpi' ? await kpi(rest, place) : other(name, rest);
    const text = ran.err + ran.out;
    expect({ text: tidy(text), exit: ran.exit }).toEqual({ text: tidy(step.shown), exit: step.exit });
  }
});

function titleOf(step: Step): string {
  return `line ${step.line}: ${step.kind === 'run' ? step.command : `${step.kind} ${step.path}`}`;
}

/** Blank lines at the ends do not matter. */
function tidy(text: string): string {
  return text.replace(/\n+$/, '');
}

/** Words of a shell line without anything but quotes. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, plain]) => one ?? two ?? plain ?? '');
}

function other(
  name: string,
  args: readonly string[],
): { readonly out: string; readonly err: string; readonly exit: number } {
  if (name === 'cd') {
    place.cwd = resolve(place.cwd, args[0] ?? '');
    return { out: '', err: '', exit: 0 };
  }
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: place.cwd,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: place.cwd, encoding: 'utf8', env });
  return { out: stdout, err: stderr, exit: status ?? 3 };
}
