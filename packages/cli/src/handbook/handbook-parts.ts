// Which folders a handbook is made of: a project or a library, all libraries of a folder, or the standard library.
import { basename } from 'node:path';
import { bundledFolder } from '../bundled-folder.js';
import { projectsBelow, selectProjects, type PathProblem } from '../project/find-projects.js';

export interface HandbookParts {
  readonly kind: 'found';
  readonly roots: readonly string[];
  /** For several: what they are together. */
  readonly title: string;
  readonly description: string | null;
}

const STANDARD = 'std';

export function handbookParts(path: string | null, cwd: string): HandbookParts | PathProblem {
  if (path === STANDARD) {
    const folder = bundledFolder('std', 'packages/std');
    if (folder === null)
      return { kind: 'problem', message: 'the standard library did not come with this installation' };
    return {
      kind: 'found',
      roots: projectsBelow(folder),
      title: 'The standard library',
      description:
        'Definitions of what companies measure most, written in the language itself: what each one means, who defines it so, ' +
        'and the mistake that is commonest with it. A project uses them over its own numbers.',
    };
  }
  const selected = selectProjects(path === null ? [] : [path], cwd);
  if (selected.kind === 'problem') return selected;
  const roots = selected.projects.map(({ root }) => root);
  return { kind: 'found', roots, title: basename(path ?? cwd), description: null };
}
