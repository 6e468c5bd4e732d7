// Runs git, with its words in one language and nothing that waits for a person.
import { execFileSync } from 'node:child_process';

export type RanGit =
  | { readonly kind: 'done'; readonly out: Buffer }
  | { readonly kind: 'failed'; readonly said: string }
  | { readonly kind: 'no_git' };

export function runGit(folder: string, args: readonly string[], input = ''): RanGit {
  try {
    const out = execFileSync('git', args, {
      cwd: folder,
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
    });
    return { kind: 'done', out };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'no_git' };
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    return { kind: 'failed', said: (said.split('\n')[0] ?? '').replace(/^fatal: /, '').trim() };
  }
}
