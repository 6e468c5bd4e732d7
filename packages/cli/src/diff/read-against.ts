// The other side of a comparison: a commit, or another folder.
import { parseProject, type Diagnostic, type Graph, type SourceFile } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';
import { oneProject } from '../project/find-projects.js';
import { readProject } from '../project/read-project.js';
import { gitFiles } from './git-files.js';

export interface Against {
  readonly kind: 'against';
  /** As it was named. */
  readonly label: string;
  readonly graph: Graph;
  readonly files: readonly SourceFile[];
  readonly errors: readonly Diagnostic[];
  /** There was no project yet. */
  readonly isEmpty: boolean;
}

export function readAgainst(named: string, root: string, cwd: string): Against | UsageProblem {
  if (named.startsWith('git:')) {
    const ref = named.slice('git:'.length);
    if (ref === '') return { kind: 'problem', message: '`git:` names no commit', help: 'write `--against git:main`' };
    const read = gitFiles(root, ref);
    return read.kind === 'problem' ? read : parsed(named, read.files, []);
  }
  const found = oneProject(named, cwd);
  if (found.kind === 'problem') {
    const help = 'name a folder with a project, or a commit: `--against git:main`';
    return { kind: 'problem', message: found.message, help };
  }
  const { files, diagnostics } = readProject(found.root);
  return parsed(named, files, diagnostics);
}

function parsed(label: string, files: readonly SourceFile[], before: readonly Diagnostic[]): Against {
  const { value: graph, diagnostics } = parseProject(files);
  const errors = [...before, ...diagnostics].filter(({ severity }) => severity === 'error');
  return { kind: 'against', label, graph, files, errors, isEmpty: files.length === 0 };
}
