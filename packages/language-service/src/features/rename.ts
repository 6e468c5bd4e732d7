// Another name for something, everywhere in the project.
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { noNameHere } from '../rename/errors.js';
import { planRename, renameable } from '../rename/plan-rename.js';
import { occurrencesAt } from '../symbols/index-of.js';
import type { Workspace } from '../workspace/workspace.js';
import { offsetIn, type At } from './at.js';
import { rangeIn } from './locations.js';

export interface RenameParams extends At {
  readonly newName: string;
}

export type RenameResult =
  | { readonly kind: 'edit'; readonly edit: WorkspaceEdit }
  /** Why not, in a sentence to be shown. */
  | { readonly kind: 'refused'; readonly message: string };

/** What would be renamed, with its present name; null where there is nothing to rename. */
export function prepareRename(
  workspace: Workspace,
  at: At,
): { readonly range: Range; readonly placeholder: string } | null {
  const [found] = occurrencesAt(workspace, at.path, offsetIn(workspace, at));
  const target = found === undefined ? null : renameable(workspace, found.symbol);
  if (found === undefined || target === null) return null;
  return { range: rangeIn(workspace, at.path, found.span), placeholder: target.name };
}

export function rename(workspace: Workspace, params: RenameParams): RenameResult {
  const [found] = occurrencesAt(workspace, params.path, offsetIn(workspace, params));
  if (found === undefined) return { kind: 'refused', message: noNameHere };
  const plan = planRename(workspace, found.symbol, params.newName);
  if (plan.kind === 'refused') return plan;
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const [path, edits] of plan.files)
    changes[workspace.host.uriOf(path)] = edits
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end, text }) => ({ range: rangeIn(workspace, path, { start, end }), newText: text }));
  return { kind: 'edit', edit: { changes } };
}
