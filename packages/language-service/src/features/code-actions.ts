// Fixes of what is wrong in a range, out of the diagnostics themselves; and all safe ones of a file at once.
import type { CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Diagnostic, Edit, Fix } from '@sextant/parser';
import { linesOf, offsetAt } from '../text/lines.js';
import { checked, type Workspace } from '../workspace/workspace.js';
import { toLsp } from './diagnostics.js';
import { rangeIn } from './locations.js';

export interface CodeActionParams {
  readonly path: string;
  readonly range: Range;
  /** Kinds that are wanted, such as `quickfix` or `source.fixAll`; all where nothing is said. */
  readonly only?: readonly string[];
}

export const FIX_ALL = 'source.fixAll.kpi';

export function codeActions(workspace: Workspace, { path, range, only }: CodeActionParams): readonly CodeAction[] {
  const file = workspace.files.get(path);
  if (file === undefined) return [];
  const wants = (kind: string): boolean =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const lines = linesOf(file);
  const [start, end] = [offsetAt(lines, range.start), offsetAt(lines, range.end)];
  const found = checked(workspace).diagnostics.filter(({ span }) => span.file === path);
  const actions: CodeAction[] = [];
  if (wants('quickfix')) {
    for (const diagnostic of found) {
      if (diagnostic.span.start > end || diagnostic.span.end < start) continue;
      for (const fix of diagnostic.fixes) actions.push(quickFix(workspace, diagnostic, fix));
    }
  }
  // It is offered where there is something to fix, and where it is asked for, as on saving.
  const edits = safeEdits(found);
  if (edits.length > 0 && wants(FIX_ALL) && (only !== undefined || actions.length > 0)) {
    actions.push({ title: 'fix all that can be fixed safely', kind: FIX_ALL, edit: editOf(workspace, edits) });
  }
  return actions;
}

function quickFix(workspace: Workspace, diagnostic: Diagnostic, { title, edits, safe }: Fix): CodeAction {
  return {
    title,
    kind: 'quickfix',
    diagnostics: [toLsp(workspace, diagnostic)],
    ...(safe ? { isPreferred: true } : {}),
    edit: editOf(workspace, edits),
  };
}

/** The safe fixes of a file that do not touch each other: of two that do, the first. What is left is found by the next check. */
function safeEdits(diagnostics: readonly Diagnostic[]): readonly Edit[] {
  const taken: Edit[] = [];
  const isFree = ({ span }: Edit): boolean =>
    taken.every((one) => one.span.file !== span.file || one.span.end < span.start || one.span.start > span.end);
  for (const { fixes } of diagnostics) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix !== undefined && fix.edits.every(isFree)) taken.push(...fix.edits);
  }
  return taken;
}

function editOf(workspace: Workspace, edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text } of edits)
    (changes[workspace.host.uriOf(span.file)] ??= []).push({
      range: rangeIn(workspace, span.file, span),
      newText: text,
    });
  return { changes };
}
