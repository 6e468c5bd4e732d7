// The files that `kpi fmt` is about: those of whole projects, or only the ones that were named.
import { join, resolve, sep } from 'node:path';
import type { Diagnostic, SourceFile } from '@sextant/parser';
import { projectAbove, selectProjects, type PathProblem } from '../project/find-projects.js';
import { readProject } from '../project/read-project.js';
import { relocateDiagnostics, shownPath } from '../project/relocate.js';

export interface SelectedFile extends SourceFile {
  /** Absolute; `path` is as seen from where the person stands. */
  readonly absolute: string;
}

export interface SelectedFiles {
  readonly kind: 'found';
  readonly files: readonly SelectedFile[];
  /** Of files that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
}

export function selectFiles(paths: readonly string[], cwd: string): SelectedFiles | PathProblem {
  const selected = selectProjects(paths.length === 0 ? [projectAbove(cwd) ?? '.'] : paths, cwd);
  if (selected.kind === 'problem') return selected;
  const named = paths.map((path) => resolve(cwd, path));
  const files: SelectedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { root } of selected.projects) {
    const project = readProject(root);
    for (const { path, text } of project.files) {
      const absolute = join(root, path);
      if (!project.libraryFiles.has(path) && isNamed(absolute))
        files.push({ path: shownPath(root, cwd, path), text, absolute });
    }
    const unread = project.diagnostics.filter(({ span }) => isNamed(join(root, span.file)));
    diagnostics.push(...relocateDiagnostics(unread, project.files, root, cwd));
  }
  return { kind: 'found', files, diagnostics };

  function isNamed(absolute: string): boolean {
    const within = (one: string): boolean => absolute.startsWith(one.endsWith(sep) ? one : one + sep);
    return named.length === 0 || named.some((one) => absolute === one || within(one));
  }
}
