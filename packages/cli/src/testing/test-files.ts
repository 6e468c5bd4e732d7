// The files that tests read rows from: in the folder of the project and nowhere else.
import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Graph } from '@sextant/parser';
import type { TestFiles } from '../engine-port.js';
import { isSystemError, systemReason } from '../results/system-error.js';

export function readTestFiles(graph: Graph, root: string): TestFiles {
  const files = new Map<string, { readonly text: string } | { readonly missing: string }>();
  for (const test of graph.tests.values()) {
    for (const { source } of test.given) {
      if (source.kind === 'file') files.set(source.path.text, readOne(source.path.text, root));
    }
  }
  return files;
}

function readOne(path: string, root: string): { readonly text: string } | { readonly missing: string } {
  const full = resolve(root, path);
  const inside = relative(root, full);
  if (isAbsolute(path) || inside.startsWith('..')) return { missing: 'it is not in the folder of the project' };
  if (!/\.(?:csv|tsv)$/.test(path)) return { missing: 'rows of a test are CSV or TSV' };
  try {
    return { text: readFileSync(full, 'utf8') };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { missing: systemReason(error) };
  }
}
