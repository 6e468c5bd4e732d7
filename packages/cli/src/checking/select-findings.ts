// Which findings of checked projects are shown: not the known ones, and of the others those that a change may have brought.
import type { UsageProblem } from '../command-line/read-arguments.js';
import { compareBaseline } from './baseline.js';
import { changedFiles } from './changed-files.js';
import type { CheckedScope } from './check-scopes.js';
import { keepChanged } from './keep-changed.js';
import { count } from './project-summary.js';
import type { CheckSettings } from './read-check-options.js';

export interface Selection {
  readonly kind: 'selection';
  readonly scopes: readonly CheckedScope[];
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

export type Select = (scopes: readonly CheckedScope[]) => Selection;

/** git is asked once, whatever is checked how often. */
export function selecting(
  roots: readonly string[],
  { baseline, changedSince }: Pick<CheckSettings, 'baseline' | 'changedSince'>,
): { readonly kind: 'select'; readonly select: Select } | UsageProblem {
  const changed = new Map<string, ReadonlySet<string>>();
  for (const root of changedSince === null ? [] : roots) {
    const asked = changedFiles(root, changedSince ?? '');
    if (asked.kind === 'problem') return asked;
    changed.set(root, asked.files);
  }
  const select: Select = (checked) => {
    const notes: string[] = [];
    let scopes = checked;
    if (baseline !== null) {
      const compared = compareBaseline(scopes, baseline.findings, baseline.path);
      scopes = compared.scopes;
      if (compared.known > 0) notes.push(`${count(compared.known, 'known finding')} left out, see ${baseline.shown}`);
      if (compared.gone > 0) {
        const are = compared.gone === 1 ? 'is' : 'are';
        notes.push(
          `${count(compared.gone, 'finding')} of ${baseline.shown} ${are} gone: \`--write-baseline ${baseline.shown}\` takes them out`,
        );
      }
    }
    if (changedSince !== null) {
      const before = shownIn(scopes);
      scopes = scopes.map((scope) => keepChanged(scope, changed.get(scope.project.root) ?? new Set()));
      const left = before - shownIn(scopes);
      if (left > 0)
        notes.push(`${count(left, 'finding')} left out: nothing about them has changed since ${changedSince}`);
    }
    return { kind: 'selection', scopes, notes };
  };
  return { kind: 'select', select };
}

function shownIn(scopes: readonly CheckedScope[]): number {
  return scopes.reduce((sum, { shown }) => sum + shown.length, 0);
}
