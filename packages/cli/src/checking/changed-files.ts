// Asks git which files have changed since a commit: the only program that the command runs.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { UsageProblem } from '../command-line/read-arguments.js';

/** Absolute paths, or why they cannot be known. */
export type ChangedFiles = { readonly kind: 'files'; readonly files: ReadonlySet<string> } | UsageProblem;

/**
 * What is other than where the branch of `ref` and this one parted: committed, staged, not yet staged and new. What only
 * the other branch has changed since does not count.
 */
export function changedFiles(folder: string, ref: string): ChangedFiles {
  const top = git(folder, ['rev-parse', '--show-toplevel']);
  if (top.kind === 'no_git') {
    return problem('`--changed-since` needs git, and `git` cannot be run', 'install git, or leave the option out');
  }
  if (top.kind === 'failed') {
    return problem(
      `\`${folder}\` is in no git repository`,
      firstLine(top.said) || '`--changed-since` compares commits',
    );
  }
  const commit = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit.kind !== 'done') {
    return problem(
      `git knows no commit \`${ref}\``,
      'fetch it first: `git fetch origin BRANCH`; on GitHub give actions/checkout `fetch-depth: 0`',
    );
  }
  const base = git(folder, ['merge-base', commit.out.trim(), 'HEAD']);
  if (base.kind !== 'done') {
    return problem(
      `\`${ref}\` and this branch have no commit in common`,
      'in a shallow clone the history ends too early: `git fetch --unshallow`',
    );
  }
  const changed = git(folder, ['diff', '--name-only', '-z', '--no-renames', '--no-relative', base.out.trim(), '--']);
  const root = top.out.replace(/\r?\n$/, '');
  const fresh = git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  if (changed.kind !== 'done' || fresh.kind !== 'done') {
    const said = changed.kind === 'failed' ? changed.said : fresh.kind === 'failed' ? fresh.said : '';
    return problem(`git cannot say what has changed since \`${ref}\``, firstLine(said) || undefined);
  }
  const names = `${changed.out}${fresh.out}`.split('\0').filter((name) => name !== '');
  return { kind: 'files', files: new Set(names.map((name) => join(root, name))) };
}

type Ran =
  | { readonly kind: 'done'; readonly out: string }
  | { readonly kind: 'failed'; readonly said: string }
  | { readonly kind: 'no_git' };

function git(folder: string, args: readonly string[]): Ran {
  try {
    const out = execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
      // Its words are shown, and its settings of colour and pager are for people.
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    });
    return { kind: 'done', out };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'no_git' };
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    return { kind: 'failed', said };
  }
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^fatal: /, '').trim();
}

function problem(message: string, help?: string): UsageProblem {
  return { kind: 'problem', message, ...(help === undefined ? {} : { help }) };
}
