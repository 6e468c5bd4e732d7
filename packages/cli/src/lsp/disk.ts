// The files of projects as the language server asks for them: the same ones that `kpi check` reads.
import { readFileSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Disk } from '@sextant/language-server';
import { projectAbove, projectsBelow } from '../project/find-projects.js';
import { readFiles } from '../project/read-files.js';
import { placeOf, readLibraries } from '../project/read-libraries.js';
import { walkProject } from '../project/walk-project.js';

/** What is gone or cannot be listed meanwhile is not there: an editor goes on. */
export const disk: Disk = {
  projectAbove: (file) => slashed(projectAbove(dirname(file))),
  projectsIn: (folder) => {
    if (!isFolder(folder)) return [];
    const above = slashed(projectAbove(folder));
    const below = (orNull(() => projectsBelow(folder)) ?? []).map((root) => slashed(root) ?? root);
    return [...new Set([...(above === null ? [] : [above]), ...below])];
  },
  readProject: (root) => (isFolder(root) ? (orNull(() => readFiles(root, walkProject(root).files).files) ?? []) : []),
  readLibraries: (root, own) =>
    (orNull(() => readLibraries(root, own, walkProject(root).nested, true).files) ?? []).flatMap(({ path, text }) => {
      const place = slashed(placeOf(root, path));
      return place === null ? [] : [{ path, text, place }];
    }),
  readFile: (path) => orNull(() => readFileSync(path, 'utf8')),
};

function isFolder(path: string): boolean {
  return orNull(() => statSync(path).isDirectory()) === true;
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function slashed(path: string | null): string | null {
  return path === null ? null : path.split(sep).join('/');
}

/** Null for what is no file. */
export function pathOfUri(uri: string): string | null {
  return uri.startsWith('file:') ? slashed(orNull(() => fileURLToPath(uri))) : null;
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}
