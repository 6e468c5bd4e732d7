// What a dataset is to be read from, found on the disk and nowhere else.
import type { Dataset, Graph, Outcome } from '@sextant/parser';
import { givenPathProblem, noSource, pathProblem, unknownConnection, unknownFormat } from './errors.js';
import { formatOf } from './file-format.js';
import { locateFiles, locateGivenFiles, type DataFile, type Located } from './locate-files.js';
import type { FileSource, TableSource } from './source.js';
import { textChunks } from './text-chunks.js';

export interface Folders {
  /** The project's root. */
  readonly root: string;
  /** The data folder, without symbolic links. */
  readonly data: string;
  /** The data folder as messages name it. */
  readonly shown: string;
}

export type DiskSource = FileSource | TableSource;

/** `given` is the path from the command line, which may lie anywhere; null where there is none. */
export async function findSource(
  graph: Graph,
  dataset: Dataset,
  folders: Folders,
  given: string | null,
): Promise<Outcome<DiskSource | null>> {
  const { from } = dataset.def;
  if (given !== null) {
    const located = await locateGivenFiles(folders.root, given);
    if (located.kind === 'problem') return { value: null, diagnostics: [givenPathProblem(dataset, located)] };
    return fileSource(dataset, given, folders, located);
  }
  if (from === null) return { value: null, diagnostics: [noSource(dataset)] };
  if (from.kind === 'files') {
    const path = from.path.text;
    return fileSource(dataset, path, folders, await locateFiles(folders.root, folders.data, path));
  }
  const { connections } = graph.project.def;
  const connection = connections.find(({ name }) => name.text === from.connection.text);
  if (connection === undefined) {
    const names = connections.map(({ name }) => name.text);
    return {
      value: null,
      diagnostics: [unknownConnection(dataset, from.connection.text, from.connection.span, names)],
    };
  }
  const located = await locateFiles(folders.root, folders.data, connection.file?.text ?? '');
  const file = located.kind === 'found' ? located.found[0] : undefined;
  if (located.kind === 'problem') return { value: null, diagnostics: [pathProblem(dataset, located, folders.shown)] };
  if (file === undefined) return { value: null, diagnostics: [noSource(dataset)] };
  const database = `connection ${connection.name.text}`;
  return { value: { kind: 'table', dataset, database, table: from.table.text, file }, diagnostics: [] };
}

function fileSource(
  dataset: Dataset,
  path: string,
  folders: Folders,
  located: Located<readonly DataFile[]>,
): Outcome<FileSource | null> {
  if (located.kind === 'problem') return { value: null, diagnostics: [pathProblem(dataset, located, folders.shown)] };
  const options = dataset.def.from?.kind === 'files' ? dataset.def.from.options : null;
  const format = options?.format?.value ?? formatOf(located.found[0]?.path ?? path);
  if (format === null) return { value: null, diagnostics: [unknownFormat(dataset, path)] };
  return {
    value: {
      kind: 'files',
      dataset,
      format,
      files: located.found,
      chunks: ({ path: file }) => textChunks(file),
      delimiter: options?.delimiter?.text ?? (format === 'tsv' ? '\t' : ','),
      nullText: options?.nullText?.text ?? null,
    },
    diagnostics: [],
  };
}
