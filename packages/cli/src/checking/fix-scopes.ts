// Fixes checked projects and writes what has changed, or shows what would.
import { join } from 'node:path';
import { sayProblem } from '../command-line/say-problem.js';
import type { ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import { relocateDiagnostics, relocateFiles, shownPath } from '../project/relocate.js';
import { indexSources, showPlace } from '../reporters/places.js';
import { visibleLine } from '../reporters/visible-text.js';
import type { CheckedScope } from './check-scopes.js';
import { fixRounds, type FixedScope } from './fix-rounds.js';
import { count } from './project-summary.js';
import { replaceFile } from './replace-file.js';
import type { Select } from './select-findings.js';
import { unifiedDiff } from './unified-diff.js';

export interface FixedScopes {
  readonly scopes: readonly CheckedScope[];
  /** Where a file could not be written, which was said. */
  readonly exit: ExitCode | null;
}

export async function fixScopes(
  checked: readonly CheckedScope[],
  select: Select,
  what: 'write' | 'show',
  host: Host,
): Promise<FixedScopes> {
  const scopes: CheckedScope[] = [];
  const lines: string[] = [];
  let exit: ExitCode | null = null;
  for (const before of checked) {
    const fixed = await fixRounds(before, (scope) => select([scope]).scopes[0] ?? scope, host);
    lines.push(...fixLines(fixed, host));
    scopes.push(fixed.scope);
    const { root } = before.read;
    for (const [i, file] of before.read.files.entries()) {
      const after = fixed.scope.read.files[i] ?? file;
      if (after.text === file.text) continue;
      const shown = shownPath(root, host.cwd, file.path);
      if (what === 'show') {
        host.out.write(unifiedDiff(shown, file.text, after.text));
        continue;
      }
      const problem = replaceFile(join(root, file.path), file.text, after.text);
      if (problem !== null) exit ??= sayProblem(host, `\`${shown}\` cannot be fixed: ${problem}`);
    }
  }
  const would = what === 'show' ? 'would fix' : 'fixed';
  for (const line of lines) host.err.write(`${would} ${line}\n`);
  host.err.write(`${lines.length === 0 ? 'nothing to fix' : `${would} ${count(lines.length, 'finding')}`}\n`);
  return { scopes, exit };
}

/** `sales.kpi.yaml:14:24: KPI1110: quote the formula`. */
function fixLines({ scope, applied }: FixedScope, { cwd }: Pick<Host, 'cwd'>): readonly string[] {
  const { root } = scope.project;
  return applied.map(({ diagnostic, fix, files }) => {
    const [moved] = relocateDiagnostics([diagnostic], files, root, cwd);
    const place = showPlace(indexSources(relocateFiles(files, root, cwd)), (moved ?? diagnostic).span);
    return visibleLine(`${place}: ${diagnostic.code}: ${fix.title}`);
  });
}
