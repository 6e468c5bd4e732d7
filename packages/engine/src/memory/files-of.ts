// Which of the files at hand a dataset is read from, by its `from:` as on a disk.
import type { Dataset, Diagnostic, Graph, Outcome } from '@sextant/parser';
import { noSource, pathProblem } from '../execute/sources/errors.js';
import { isGlob, matchesGlob } from '../execute/sources/glob.js';
import { compareText } from '../value/order.js';

/** A file by its path from the project's root on: `data/orders.csv`. */
export interface Named {
  readonly path: string;
}

/** By dataset; a dataset without a file is reported and not there. */
export function filesByDataset<T extends Named>(
  graph: Graph,
  files: readonly T[],
  datasets: Iterable<string> = graph.datasets.keys(),
): Outcome<ReadonlyMap<string, readonly T[]>> {
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, readonly T[]>();
  for (const name of [...new Set(datasets)].sort()) {
    const dataset = graph.datasets.get(name);
    if (dataset === undefined) continue;
    const own = filesOf(graph, dataset, files);
    diagnostics.push(...own.diagnostics);
    if (own.value.length > 0) found.set(name, own.value);
  }
  return { value: found, diagnostics };
}

function filesOf<T extends Named>(graph: Graph, dataset: Dataset, files: readonly T[]): Outcome<readonly T[]> {
  const { from } = dataset.def;
  // A database of its own is nothing that a person hands over.
  if (from?.kind !== 'files') return { value: [], diagnostics: [noSource(dataset)] };
  const folder = normal(graph.project.data);
  const pattern = from.path.text;
  const inFolder = new Map(
    files.flatMap((file) => {
      const path = normal(file.path);
      if (folder === '') return [[path, file]];
      return path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), file]] : [];
    }),
  );
  const exact = inFolder.get(normal(pattern));
  if (exact !== undefined) return { value: [exact], diagnostics: [] };
  const named = isGlob(pattern) ? [...inFolder].filter(([path]) => matchesGlob(path, pattern)) : [];
  if (named.length > 0) {
    return { value: named.sort(([a], [b]) => compareText(a, b)).map(([, file]) => file), diagnostics: [] };
  }
  const beside = [...inFolder.keys()];
  const problem = isGlob(pattern) ? 'noMatch' : 'missing';
  return {
    value: [],
    diagnostics: [pathProblem(dataset, { kind: 'problem', problem, path: pattern, beside }, graph.project.data)],
  };
}

function normal(path: string): string {
  return path
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}
