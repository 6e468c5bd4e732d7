// The files of the libraries that a project uses: of the standard library from where the command keeps it, of others from the disk.
// Of the libraries that it could use there is the head alone, so that they can be named.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { librariesUsed, type Diagnostic, type SourceFile } from '@sextant/parser';
import { bundledFolder } from '../bundled-folder.js';
import { readFiles } from './read-files.js';
import { LIBRARY_FILE, walkProject } from './walk-project.js';
import { foldersIn } from './folders-in.js';

export interface ReadLibraries {
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: ReadLibraries = { files: [], diagnostics: [] };

/** The folder with the libraries of the standard library in it, or null where the command came without. */
export function standardFolder(): string | null {
  return bundledFolder('std', 'packages/std');
}

/**
 * `nested` are the absolute roots of projects and libraries inside the project. `offered` asks for the heads of libraries that could be
 * used where none is used yet.
 */
export function readLibraries(
  root: string,
  own: readonly SourceFile[],
  nested: readonly string[],
  offered = false,
): ReadLibraries {
  const used = librariesUsed(own);
  return used.length === 0 && !offered ? NONE : readNamed(root, used, nested);
}

/** The files of libraries of the standard library, by their folders. */
export function readStandard(used: readonly string[]): ReadLibraries {
  return joined(used.flatMap((folder) => readLibrary('', folder)));
}

function readNamed(root: string, used: readonly string[], nested: readonly string[]): ReadLibraries {
  const read = used.flatMap((folder) => readLibrary(root, folder));
  const known = [...standardLibraries(), ...nested.map((place) => [folderBelow(root, place), place] as const)];
  const heads = known
    .filter(([folder, place]) => !used.includes(folder) && existsSync(join(place, LIBRARY_FILE)))
    .map(([folder, place]) => readFiles(place, [LIBRARY_FILE], `${folder}/`));
  return joined([...read, ...heads]);
}

function readLibrary(root: string, folder: string): readonly ReadLibraries[] {
  const place = placeOf(root, folder);
  if (place === null || !existsSync(join(place, LIBRARY_FILE))) return [];
  return [readFiles(place, walkProject(place).files, `${folder}/`)];
}

function joined(read: readonly ReadLibraries[]): ReadLibraries {
  return { files: read.flatMap(({ files }) => files), diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

/** Names of folders, `std/...`, with where they are. */
export function standardLibraries(): readonly (readonly [string, string])[] {
  const standard = standardFolder();
  return standard === null ? [] : foldersIn(standard).map((name) => [`std/${name}`, join(standard, name)] as const);
}

/** Where the files of a library are that a project names; null for one that the command came without. */
export function placeOf(root: string, folder: string): string | null {
  if (folder !== 'std' && !folder.startsWith('std/')) return join(root, folder);
  const standard = standardFolder();
  return standard === null ? null : join(standard, folder.slice('std/'.length));
}

/** With `/`, from the root on. */
export function folderBelow(root: string, place: string): string {
  return place.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, '');
}
