// Where the examples lie, and how their definitions and tables are read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseProject } from '@sextant/parser';
import { readCsv } from './read-csv.js';
import type { Row } from './read-csv.js';

export const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** The definition files of an example; `leave` keeps some out. */
export function definitionFiles(
  example: string,
  leave: readonly string[] = [],
): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(join(examples, example))
    .filter((name) => name.endsWith('.yaml') && !leave.includes(name))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(examples, example, path), 'utf8') }));
}

/** Messages with their places, so that a failing test says what is wrong where. */
export function problemsOf(example: string, leave: readonly string[] = []): readonly string[] {
  const { diagnostics } = parseProject(definitionFiles(example, leave));
  return diagnostics.map((d) => `${d.code} ${d.span.file}:${d.span.start} ${d.message}`);
}

export function readTable(folder: string, name: string): readonly Row[] {
  return readCsv(readFileSync(join(folder, name), 'utf8'));
}

/** The files that a path or a glob with one star in its last part names, below a folder. */
export function filesOf(folder: string, path: string): readonly string[] {
  if (!path.includes('*')) return [path];
  const slash = path.lastIndexOf('/');
  const [before = '', after = ''] = path.slice(slash + 1).split('*');
  return readdirSync(join(folder, path.slice(0, slash)))
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .toSorted()
    .map((name) => `${path.slice(0, slash)}/${name}`);
}
