// From the text of a `from:` to real files, none of them outside the folder it may name.
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { expandGlob } from './expand-glob.js';
import { isGlob } from './glob.js';

export interface DataFile {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** As messages name it: relative to the project's root, with `/`. */
  readonly shown: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A fact about a path that names no readable file inside the folder; `errors.ts` has the words. */
export interface PathProblem {
  readonly kind: 'problem';
  readonly problem: 'empty' | 'url' | 'absolute' | 'parent' | 'outside' | 'missing' | 'noMatch' | 'notAFile';
  readonly path: string;
  /** Of a missing file: the paths of those beside it, any of which may have been meant. */
  readonly beside?: readonly string[];
}

export type Located<T> = { readonly kind: 'found'; readonly found: T } | PathProblem;

/** The real folder that `path` names below `root`. */
export async function locateFolder(root: string, path: string): Promise<Located<string>> {
  const realRoot = await realpath(root);
  const problem = pathProblem(path);
  if (problem !== null) return problem;
  const real = await realpath(join(realRoot, path)).catch(() => null);
  if (real === null) return { kind: 'problem', problem: 'missing', path };
  return isWithin(realRoot, real) ? { kind: 'found', found: real } : { kind: 'problem', problem: 'outside', path };
}

/** The files that a path or glob names, strictly inside a real folder; sorted. */
export async function locateFiles(root: string, folder: string, path: string): Promise<Located<readonly DataFile[]>> {
  const problem = pathProblem(path);
  if (problem !== null) return problem;
  // A file whose own name holds a star is itself, not a pattern.
  const glob = isGlob(path) && (await stat(join(folder, path)).catch(() => null)) === null;
  const names = glob ? await expandGlob(folder, path) : [path];
  if (names.length === 0) return { kind: 'problem', problem: 'noMatch', path };
  const files: DataFile[] = [];
  for (const name of names) {
    const file = await readableFile(root, join(folder, name));
    if (file === 'missing') return { kind: 'problem', problem: file, path: name, beside: await besides(folder, name) };
    if (file === 'notAFile') return { kind: 'problem', problem: file, path: name };
    if (!isWithin(folder, file.path)) return { kind: 'problem', problem: 'outside', path: name };
    files.push(file);
  }
  return { kind: 'found', found: files };
}

/** A file or glob that the person at the command line named: it may lie anywhere. */
export async function locateGivenFiles(root: string, path: string): Promise<Located<readonly DataFile[]>> {
  if (path === '') return { kind: 'problem', problem: 'empty', path };
  const direct = await readableFile(root, path);
  if (typeof direct === 'object') return { kind: 'found', found: [direct] };
  if (direct === 'notAFile' || !isGlob(path)) return { kind: 'problem', problem: direct, path };
  const steps = path.split('/');
  const first = steps.findIndex((step) => isGlob(step));
  const folder = steps.slice(0, first).join('/') || (path.startsWith('/') ? '/' : '.');
  const names = await expandGlob(folder, steps.slice(first).join('/'));
  if (names.length === 0) return { kind: 'problem', problem: 'noMatch', path };
  const files: DataFile[] = [];
  for (const name of names) {
    const file = await readableFile(root, join(folder, name));
    if (typeof file !== 'object') return { kind: 'problem', problem: file, path: join(folder, name) };
    files.push(file);
  }
  return { kind: 'found', found: files };
}

function pathProblem(path: string): PathProblem | null {
  if (path === '') return { kind: 'problem', problem: 'empty', path };
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)) return { kind: 'problem', problem: 'url', path };
  if (isAbsolute(path) || /^([A-Za-z]:|\\|~)/.test(path)) return { kind: 'problem', problem: 'absolute', path };
  if (path.split(/[/\\]/).includes('..')) return { kind: 'problem', problem: 'parent', path };
  return path.includes('\0') ? { kind: 'problem', problem: 'missing', path } : null;
}

/** Files in the folder of a path, as the path would name them; none where a link leads out. */
async function besides(folder: string, path: string): Promise<readonly string[]> {
  const real = await realpath(join(folder, dirname(path))).catch(() => null);
  if (real === null || !isWithin(folder, real)) return [];
  const entries = await readdir(real, { withFileTypes: true }).catch(() => []);
  const prefix = path.slice(0, path.lastIndexOf('/') + 1);
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => `${prefix}${name}`);
}

async function readableFile(root: string, path: string): Promise<DataFile | 'missing' | 'notAFile'> {
  const real = await realpath(path).catch(() => null);
  const about = real === null ? null : await stat(real).catch(() => null);
  if (real === null || about === null) return 'missing';
  // A pipe or a device would never end.
  if (!about.isFile()) return 'notAFile';
  const inside = relative(root, path);
  const shown = inside.startsWith('..') || isAbsolute(inside) ? path : inside;
  return { path: real, shown: shown.split(sep).join('/'), size: about.size, modified: about.mtimeMs };
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
