// Files that a person handed over to rows of the datasets they belong to: read, fitted and refused as the files of a project are.
import type { Dataset, Diagnostic, Graph, Outcome } from '@sextant/parser';
import { unknownFormat } from '../execute/sources/errors.js';
import { formatOf } from '../execute/sources/file-format.js';
import { sameNames } from '../execute/sources/same-names.js';
import type { FileSource } from '../execute/sources/source.js';
import type { Row, Rows } from '../reference/rows.js';
import { fitTables } from './fit-tables.js';
import { dataFileOf, textPieces, type GivenFile } from './given-file.js';
import { readTables } from './read-tables.js';

/** `files`: by dataset. What cannot be read is not among the rows. */
export async function readFiles(
  graph: Graph,
  files: ReadonlyMap<string, readonly GivenFile[]>,
): Promise<Outcome<Rows>> {
  const datasets = [...files.keys()].sort().flatMap((name) => graph.datasets.get(name) ?? []);
  const diagnostics: Diagnostic[] = [...sameNames(datasets)];
  const rows = new Map<string, readonly Row[]>();
  for (const dataset of diagnostics.length === 0 ? datasets : []) {
    const given = files.get(dataset.name) ?? [];
    const source = sourceOf(dataset, given);
    const read = source.value === null ? null : await readSource(source.value, given);
    diagnostics.push(...source.diagnostics, ...(read?.diagnostics ?? []));
    if (read !== null && read.value !== null) rows.set(dataset.name, read.value);
  }
  return { value: rows, diagnostics };
}

export async function readSource(
  source: FileSource,
  files: readonly GivenFile[],
): Promise<Outcome<readonly Row[] | null>> {
  const tables = await readTables(source, files);
  const fitted = fitTables(source, tables.value);
  // What a file says of its columns comes with what it says of itself; its values wait for both.
  if (tables.diagnostics.length === 0) return fitted;
  const ofColumns = fitted.diagnostics.filter(({ code }) => code !== 'KPI7020');
  return { value: null, diagnostics: [...tables.diagnostics, ...ofColumns] };
}

/** The files as the source that a dataset is read from. */
export function sourceOf(dataset: Dataset, given: readonly GivenFile[]): Outcome<FileSource | null> {
  const options = dataset.def.from?.kind === 'files' ? dataset.def.from.options : null;
  const name = given[0]?.name ?? '';
  const format = options?.format?.value ?? formatOf(name);
  if (format === null) return { value: null, diagnostics: [unknownFormat(dataset, name)] };
  const byName = new Map(given.map((file) => [file.name, file]));
  return {
    value: {
      kind: 'files',
      dataset,
      format,
      files: given.map(dataFileOf),
      chunks: ({ path }) => chunksOf(byName.get(path)),
      delimiter: options?.delimiter?.text ?? (format === 'tsv' ? '\t' : ','),
      nullText: options?.nullText?.text ?? null,
    },
    diagnostics: [],
  };
}

async function* chunksOf(file: GivenFile | undefined): AsyncGenerator<string> {
  if (file !== undefined) yield* textPieces(file);
}
