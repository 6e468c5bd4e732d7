// The projects of a command line, checked, each with the findings that are asked for.
import type { Diagnostic, SourceFile } from '@sextant/parser';
import type { Host } from '../host.js';
import { checkRead, type CheckedProject, type ProjectMemories } from '../project/check-project.js';
import { withQuestions } from '../project/check-questions.js';
import { withReviews } from '../project/check-reviews.js';
import { inScope, type SelectedProject } from '../project/find-projects.js';
import { readProject, type ReadProject } from '../project/read-project.js';

export interface CheckedScope {
  readonly scope: SelectedProject['scope'];
  /** The day of the check; null is today in the project's zone. */
  readonly asOf: string | null;
  /** As it was read, for another check of other texts. */
  readonly read: ReadProject;
  readonly project: CheckedProject;
  /** The files in scope. */
  readonly files: readonly SourceFile[];
  /** The findings to be shown. */
  readonly shown: readonly Diagnostic[];
}

export async function checkScopes(
  selected: readonly SelectedProject[],
  asOf: string | null,
  host: Pick<Host, 'err' | 'now'>,
  memories: ProjectMemories = new Map(),
): Promise<readonly CheckedScope[]> {
  const checked: CheckedScope[] = [];
  for (const { root, scope } of selected)
    checked.push(await checkScope(readProject(root), scope, asOf, host, memories));
  return checked;
}

export async function checkScope(
  read: ReadProject,
  scope: SelectedProject['scope'],
  asOf: string | null,
  host: Pick<Host, 'err' | 'now'>,
  memories: ProjectMemories = new Map(),
): Promise<CheckedScope> {
  const project = withReviews(await withQuestions(checkRead(read, host, memories)), asOf, host);
  return {
    scope,
    asOf,
    read,
    project,
    files: project.files.filter(({ path }) => inScope(scope, path) && !read.libraryFiles.has(path)),
    shown: project.diagnostics.filter(({ span }) => inScope(scope, span.file)),
  };
}
