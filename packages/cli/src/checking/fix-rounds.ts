// Fixes a project round by round, until there is nothing left that is safe to fix. It works on texts: nothing is written here.
import type { Diagnostic, SourceFile } from '@sextant/parser';
import type { Host } from '../host.js';
import { applyFixes, type AppliedFix } from './apply-fixes.js';
import { checkScope, type CheckedScope } from './check-scopes.js';

export interface FixedScope {
  /** Checked as it is after the fixes. */
  readonly scope: CheckedScope;
  /** In the order in which they were applied; their places are those of the texts of their round. */
  readonly applied: readonly (AppliedFix & { readonly files: readonly SourceFile[] })[];
}

/** One fix can make room for the next, as quotes around a formula for what is wrong inside. */
const MOST_ROUNDS = 5;

/** `select` says which findings of a checked scope are looked at. */
export async function fixRounds(
  first: CheckedScope,
  select: (scope: CheckedScope) => CheckedScope,
  host: Pick<Host, 'err' | 'now'>,
): Promise<FixedScope> {
  const applied: FixedScope['applied'][number][] = [];
  // Bytes that are no text were read as U+FFFD: written back, they would be lost.
  const held = new Set(first.read.files.filter(({ text }) => text.includes('\ufffd')).map(({ path }) => path));
  let scope = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { files } = scope.read;
    const inScope = new Set(scope.files.map(({ path }) => path));
    const candidates = select(scope).shown.filter(({ fixes }) =>
      fixes.some(({ safe, edits }) => safe && edits.every(({ span }) => inScope.has(span.file))),
    );
    const fixed = applyFixes(files, candidates, held);
    if (fixed.applied.length === 0) break;
    const after = await checkScope({ ...scope.read, files: fixed.files }, scope.scope, scope.asOf, host);
    const useless = fixed.applied.filter(({ diagnostic }) => {
      const alike = (one: Diagnostic): boolean =>
        one.code === diagnostic.code && one.message === diagnostic.message && one.span.file === diagnostic.span.file;
      const count = ({ project }: CheckedScope): number => project.diagnostics.filter(alike).length;
      return count(after) > count(scope) - fixed.applied.filter((other) => alike(other.diagnostic)).length;
    });
    if (useless.length > 0) {
      // A fix that did not help could go on for ever and grow with each round; the round is done again without its files.
      for (const { fix } of useless) for (const { span } of fix.edits) held.add(span.file);
      continue;
    }
    applied.push(...fixed.applied.map((one) => ({ ...one, files })));
    scope = after;
  }
  return { scope, applied };
}
