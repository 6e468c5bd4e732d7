// Which projects a command line means: the one that holds a path, and those below it.
import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { DEFINITIONS, isRoot, LIBRARY_FILE, PROJECT_FILE, walkProject } from './walk-project.js';

export interface SelectedProject {
  /** Absolute. */
  readonly root: string;
  /** Files and folders below the root, with `/`; null where all of the project is meant. */
  readonly scope: readonly string[] | null;
}

export interface PathProblem {
  readonly kind: 'problem';
  readonly message: string;
  readonly help?: string;
}

export type Selected = { readonly kind: 'found'; readonly projects: readonly SelectedProject[] } | PathProblem;

/** The folder of a project or a library, from `start` upwards. */
export function projectAbove(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** The project of a question: a folder that a person named, or where they stand. */
export function oneProject(
  path: string | null,
  cwd: string,
): { readonly kind: 'found'; readonly root: string } | PathProblem {
  const start = resolve(cwd, path ?? '.');
  const about = statSync(start, { throwIfNoEntry: false });
  if (about === undefined) return noSuchPath(path ?? '.');
  const root = projectAbove(about.isDirectory() ? start : dirname(start));
  return root === null ? noProject(path ?? '.') : { kind: 'found', root };
}

/** For each path the project that holds it, and for a folder every project below; each project is there once. */
export function selectProjects(paths: readonly string[], cwd: string): Selected {
  const scopes = new Map<string, string[] | null>();
  const add = (root: string, scope: string | null): void => {
    const before = scopes.get(root);
    if (scope === null || before === null) scopes.set(root, null);
    else scopes.set(root, [...(before ?? []), scope]);
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const start = resolve(cwd, path);
    const about = statSync(start, { throwIfNoEntry: false });
    if (about === undefined) return noSuchPath(path);
    if (about.isDirectory()) {
      const above = projectAbove(start);
      const below = projectsBelow(start).filter((root) => root !== above);
      if (above === null && below.length === 0) return noProject(path);
      if (above !== null) add(above, above === start ? null : slashed(relative(above, start)));
      for (const root of below) add(root, null);
      continue;
    }
    const name = basename(start);
    if (!isHead(name) && !name.endsWith(DEFINITIONS)) {
      return { kind: 'problem', message: `\`${path}\` is no file of definitions`, help: endings };
    }
    const root = projectAbove(dirname(start));
    if (root === null) return noProject(path);
    add(root, isHead(name) ? null : slashed(relative(root, start)));
  }
  const projects = [...scopes].map(([root, scope]) => ({ root, scope })).sort((a, b) => (a.root < b.root ? -1 : 1));
  return { kind: 'found', projects };
}

/** Whether a file of a project is in the scope that a path gave. */
export function inScope(scope: SelectedProject['scope'], path: string): boolean {
  return scope === null || scope.some((one) => path === one || path.startsWith(`${one}/`));
}

/** The roots of the projects in a folder, the folder itself among them where it is one. */
export function projectsBelow(folder: string): readonly string[] {
  const roots: string[] = [];
  const waiting = [folder];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (isRoot(next)) roots.push(next);
    waiting.push(...walkProject(next).nested);
  }
  return roots.sort();
}

function isHead(name: string): boolean {
  return name === PROJECT_FILE || name === LIBRARY_FILE;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

const endings = 'definitions are in files that end in `.kpi.yaml`';

function noSuchPath(path: string): PathProblem {
  return { kind: 'problem', message: `there is no file or folder \`${path}\`` };
}

function noProject(path: string): PathProblem {
  const where = path === '.' ? 'this folder' : `\`${path}\``;
  return {
    kind: 'problem',
    message: `${where} is in no project: there is no \`kpi.project.yaml\` in it or above it`,
    help: 'start one with `kpi init`',
  };
}
