// The folder of the repository that a project lies in: paths in CODEOWNERS start there.
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The way to the project from there, with a `/` behind each folder; empty where there is no repository. */
export function folderInRepository(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    // In a linked work tree it is a file.
    if (existsSync(join(folder, '.git')))
      return relative(folder, root)
        .replace(/(?<=.)$/, sep)
        .split(sep)
        .join('/');
    if (dirname(folder) === folder) return '';
  }
}
