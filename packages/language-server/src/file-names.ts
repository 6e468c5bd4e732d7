// Which files are of this language: by their names alone, since they are YAML like many others.
import type { FileSystemWatcher } from 'vscode-languageserver';

const PROJECT_FILE = 'kpi.project.yaml';
const LIBRARY_FILE = 'kpi.library.yaml';
const DEFINITIONS = '.kpi.yaml';

/** The file that makes its folder a project or a library. */
export function isHead(name: string): boolean {
  return name === PROJECT_FILE || name === LIBRARY_FILE;
}

/** An editor may send every YAML file that is open. */
export function isOurs(name: string): boolean {
  return name.endsWith(DEFINITIONS) || isHead(name);
}

const DELETED = 4;

/** What a client is asked to watch. Of a folder that is deleted, the files in it are not told. */
export const WATCHED: readonly FileSystemWatcher[] = [
  { globPattern: `**/*${DEFINITIONS}` },
  { globPattern: `**/${PROJECT_FILE}` },
  { globPattern: `**/${LIBRARY_FILE}` },
  { globPattern: '**/*', kind: DELETED },
];
