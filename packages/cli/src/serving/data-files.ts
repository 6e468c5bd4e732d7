// The files of data that a project's page is given: those in its data folder, and those that its tests read rows from.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, normalize, relative, sep } from 'node:path';
import type { Graph } from '@sextant/parser';

export interface ServedFile {
  /** Below the project's root, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

const DATA = /\.(?:csv|tsv|json|ndjson|jsonl|parquet)(?:\.gz)?$/i;

/** Sorted by path. What a link leads to outside of the project is not part of it. */
export function dataFiles(graph: Graph, root: string): readonly ServedFile[] {
  const found = new Map<string, ServedFile>();
  const add = (path: string): void => {
    const about = fileInside(root, path);
    if (about !== null && DATA.test(path)) found.set(path, { path, bytes: about });
  };
  for (const path of below(root, normalize(graph.project.data))) add(path);
  for (const test of graph.tests.values()) {
    for (const { source } of test.given) if (source.kind === 'file') add(source.path.text);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function below(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      return entry.isDirectory() ? below(root, path) : [path.split(sep).join('/')];
    });
  } catch {
    return [];
  }
}

/** The size of an ordinary file inside the root; null for all else. */
function fileInside(root: string, path: string): number | null {
  try {
    const real = realpathSync(join(root, path));
    const way = relative(realpathSync(root), real);
    const about = statSync(real);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && about.isFile() ? about.size : null;
  } catch {
    return null;
  }
}
