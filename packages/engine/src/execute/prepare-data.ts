// From the sources that a project names to relations with the declared columns, exact and closed to everything else.
import type { Dataset, Diagnostic, Graph, Outcome } from '@sextant/parser';
import type { DuckDbExecutor } from './duckdb-executor.js';
import { dataFolderProblem, unreadableFile } from './sources/errors.js';
import { isInterrupted } from './execution-error.js';
import type { Executor } from './executor.js';
import type { PreparedData, PreparedDataset } from './prepared-data.js';
import { csvParts } from './sources/csv-parts.js';
import { findSource, type DiskSource } from './sources/find-source.js';
import { jsonParts } from './sources/json-parts.js';
import { loadDataset } from './sources/load-dataset.js';
import { locateFolder } from './sources/locate-files.js';
import { parquetParts } from './sources/parquet-parts.js';
import type { Part } from './sources/part.js';
import { readerSentence } from './sources/reader-sentence.js';
import { quoteName, quoteText } from './sources/quote.js';
import { sameNames } from './sources/same-names.js';
import type { TableSource } from './sources/source.js';
import { tableParts } from './sources/table-parts.js';
import { datasetSpan } from './spans.js';

export interface PrepareOptions {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The datasets that are needed, in any order. */
  readonly datasets: Iterable<string>;
  /** Dataset to a path that a person named outside the project: it may lie anywhere. */
  readonly extraSources?: Readonly<Record<string, string>>;
}

/** The executor must be new: it is sealed here, and reads the needed files and nothing else from then on. */
export async function prepareData(
  executor: DuckDbExecutor,
  graph: Graph,
  options: PrepareOptions,
): Promise<Outcome<PreparedData>> {
  const needed = [...new Set(options.datasets)].sort().flatMap((name) => graph.datasets.get(name) ?? []);
  const diagnostics: Diagnostic[] = [...sameNames(needed)];
  const found = await findSources(graph, needed, options);
  diagnostics.push(...found.diagnostics);
  const sources = diagnostics.length === 0 ? found.value : [];
  const unattached = await attach(executor, sources);
  diagnostics.push(...unattached);
  await executor.seal(sources.flatMap(pathsOf));
  await executor.run('CREATE SCHEMA "data"');
  const datasets = new Map<string, PreparedDataset>();
  if (unattached.length === 0) {
    for (const source of sources) {
      const loaded = await load(executor, source);
      diagnostics.push(...loaded.diagnostics);
      if (loaded.value !== null) datasets.set(source.dataset.name, loaded.value);
    }
  }
  return { value: { executor, graph, datasets }, diagnostics };
}

async function findSources(
  graph: Graph,
  needed: readonly Dataset[],
  { root, extraSources = {} }: PrepareOptions,
): Promise<Outcome<readonly DiskSource[]>> {
  const folder = await locateFolder(root, graph.project.data);
  if (folder.kind === 'problem') {
    const first = needed[0];
    const span = graph.project.def.data?.span ?? (first === undefined ? null : datasetSpan(first));
    return { value: [], diagnostics: span === null ? [] : [dataFolderProblem(folder, span)] };
  }
  const folders = { root, data: folder.found, shown: graph.project.data };
  const diagnostics: Diagnostic[] = [];
  const sources: DiskSource[] = [];
  for (const dataset of needed) {
    const given = Object.hasOwn(extraSources, dataset.name) ? (extraSources[dataset.name] ?? null) : null;
    const source = await findSource(graph, dataset, folders, given);
    diagnostics.push(...source.diagnostics);
    if (source.value !== null) sources.push(source.value);
  }
  return { value: sources, diagnostics };
}

/** Databases are attached before the doors are closed, because the engine looks for files beside them; nothing of theirs is run. */
async function attach(executor: DuckDbExecutor, sources: readonly DiskSource[]): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const tables = sources.filter((source): source is TableSource => source.kind === 'table');
  const databases = new Map(tables.map((source) => [source.database, source]));
  for (const [name, source] of databases) {
    try {
      await executor.run(`ATTACH ${quoteText(source.file.path)} AS ${quoteName(name)} (TYPE duckdb, READ_ONLY)`);
    } catch (error) {
      diagnostics.push(unreadableFile(source.dataset, source.file.shown, readerSentence(error, [source.file])));
    }
  }
  return diagnostics;
}

function pathsOf(source: DiskSource): readonly string[] {
  const files = source.kind === 'table' ? [source.file] : source.files;
  return files.map(({ path }) => path);
}

async function load(executor: DuckDbExecutor, source: DiskSource): Promise<Outcome<PreparedDataset | null>> {
  try {
    const parts = await partsOf(executor, source);
    if (parts.diagnostics.length > 0) return { value: null, diagnostics: parts.diagnostics };
    return await loadDataset(executor, source, parts.value);
  } catch (error) {
    if (isInterrupted(error)) throw error;
    const files = source.kind === 'table' ? [source.file] : source.files;
    return {
      value: null,
      diagnostics: [unreadableFile(source.dataset, files[0]?.shown ?? '', readerSentence(error, files))],
    };
  }
}

async function partsOf(executor: Executor, source: DiskSource): Promise<Outcome<readonly Part[]>> {
  if (source.kind === 'table') return tableParts(executor, source);
  switch (source.format) {
    case 'csv':
    case 'tsv':
      return csvParts(executor, source);
    case 'json':
    case 'ndjson':
      return jsonParts(executor, source);
    case 'parquet':
      return parquetParts(executor, source);
  }
}
