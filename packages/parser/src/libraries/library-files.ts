// Which files are a project's own, and which are those of libraries in its folder or beside it.
import { isLibraryFile } from '../shape/shape-project.js';
import type { SourceFile } from '../source/source-file.js';

export interface SplitFiles {
  readonly own: readonly SourceFile[];
  /** By folder: the files of the folder and below, without those of libraries inside. */
  readonly libraries: ReadonlyMap<string, readonly SourceFile[]>;
}

/** `root` is the folder of the project itself, empty for the root of all paths: a library there is what is checked. */
export function splitFiles(files: readonly SourceFile[], root: string): SplitFiles {
  const heads = files.filter(({ path }) => isLibraryFile(path) && folderOf(path) !== root);
  if (heads.length === 0) return { own: files, libraries: new Map() };
  const libraries = new Map<string, SourceFile[]>(heads.map(({ path }) => [folderOf(path), []]));
  const own: SourceFile[] = [];
  for (const file of files) {
    let folder = folderOf(file.path);
    while (folder !== '' && folder !== root && !libraries.has(folder)) folder = folderOf(folder);
    (libraries.get(folder) ?? own).push(file);
  }
  return { own, libraries };
}

/** The folder that a `from:` means, in the form of the paths of files: `./libs/shop/` is `libs/shop`. */
export function folderFrom(text: string): string {
  const parts: string[] = [];
  for (const part of text.trim().split('/')) {
    if (part === '' || part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Whether a folder is one of the standard library. */
export function isStandard(folder: string): boolean {
  return folder === 'std' || folder.startsWith('std/');
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
