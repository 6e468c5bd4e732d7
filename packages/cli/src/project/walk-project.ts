// Finds the files of a project in its folder: without those of projects inside it, and without going in circles.
import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';

export const PROJECT_FILE = 'kpi.project.yaml';
export const LIBRARY_FILE = 'kpi.library.yaml';
export const DEFINITIONS = '.kpi.yaml';

export interface ProjectFolder {
  /** Relative to the root, with `/`, sorted. */
  readonly files: readonly string[];
  /** Roots of the projects inside, absolute. */
  readonly nested: readonly string[];
  /** What looks like definitions and is not read. */
  readonly ignored: readonly string[];
  /** All other YAML, which is no concern of ours unless there are no definitions. */
  readonly otherYaml: readonly string[];
  /** Folders that cannot be listed, with the system's code. */
  readonly unreadable: readonly { readonly path: string; readonly code: string }[];
}

/** `sales.kpi.yml`, `kpi.project.yml`: slips that would leave definitions out. */
const SLIP = /\.kpi\.yml$|^kpi\.(?:project|library)\.yml$/;

/** Whether a folder is a project or a library of its own. */
export function isRoot(folder: string): boolean {
  return existsSync(join(folder, PROJECT_FILE)) || existsSync(join(folder, LIBRARY_FILE));
}

export function walkProject(root: string): ProjectFolder {
  const files: string[] = [];
  const nested: string[] = [];
  const ignored: string[] = [];
  const otherYaml: string[] = [];
  const unreadable: { path: string; code: string }[] = [];
  const seen = new Set<string>();
  const realFiles = new Set<string>();
  const linked: { path: string; target: string | null }[] = [];
  const realRoot = realpathSync(root);
  // What is there by itself comes before what a link leads to, so that a file that both reach has its own name.
  const links: string[] = [];
  const folders = [''];
  const next = (): string | undefined => folders.pop() ?? links.shift();
  for (let folder = next(); folder !== undefined; folder = next()) {
    const absolute = join(root, folder);
    const real = realOf(absolute);
    // A link to a folder that holds the project would lead through the whole disk and back.
    if (real === null || seen.has(real) || (folder !== '' && realRoot.startsWith(withSep(real)))) continue;
    seen.add(real);
    if (folder !== '' && isRoot(absolute)) {
      nested.push(absolute);
      continue;
    }
    const entries = listFolder(absolute);
    if (typeof entries === 'string') {
      unreadable.push({ path: folder, code: entries });
      continue;
    }
    for (const entry of entries) {
      const { name } = entry;
      const path = folder === '' ? name : `${folder}/${name}`;
      const isLink = entry.isSymbolicLink();
      if (entry.isDirectory() || (isLink && isFolder(join(root, path)))) {
        // Version control, packages and editors keep folders of their own beside the definitions.
        if (!name.startsWith('.') && name !== 'node_modules') (isLink ? links : folders).push(path);
      } else if (name.endsWith(DEFINITIONS) || path === PROJECT_FILE || path === LIBRARY_FILE) {
        if (isLink) linked.push({ path, target: realOf(join(root, path)) });
        else {
          files.push(path);
          realFiles.add(join(real, name));
        }
      } else if (SLIP.test(name)) ignored.push(path);
      else if (/\.ya?ml$/.test(name)) otherYaml.push(path);
    }
  }
  for (const { path, target } of linked) {
    // A link to a file that is read under its own name adds nothing; one that leads nowhere is to be said.
    if (target !== null && realFiles.has(target)) continue;
    if (target !== null) realFiles.add(target);
    files.push(path);
  }
  return {
    files: files.sort(),
    nested: nested.sort(),
    ignored: ignored.sort(),
    otherYaml: otherYaml.sort(),
    unreadable,
  };
}

function listFolder(path: string): readonly Dirent[] | string {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    return codeOf(error);
  }
}

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'EUNKNOWN';
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function withSep(path: string): string {
  return path.endsWith(sep) ? path : path + sep;
}
