// Files that a person handed over as relations of the database in a browser: CSV read by the database, all else by way of rows.
import type { Dataset, Diagnostic, Graph, Outcome } from '@sextant/parser';
import type { WasmExecutor } from '../execute/duckdb-wasm.js';
import type { PreparedData, PreparedDataset } from '../execute/prepared-data.js';
import { csvParts } from '../execute/sources/csv-parts.js';
import { unreadableFile } from '../execute/sources/errors.js';
import { loadDataset } from '../execute/sources/load-dataset.js';
import type { DataFile } from '../execute/sources/locate-files.js';
import type { Part, SourceColumn } from '../execute/sources/part.js';
import { quoteName, quoteText } from '../execute/sources/quote.js';
import { sameNames } from '../execute/sources/same-names.js';
import { storedFields, type FileSource } from '../execute/sources/source.js';
import type { Row } from '../reference/rows.js';
import { dataFileOf, textPieces, unpacked, type GivenFile } from './given-file.js';
import { readSource, sourceOf } from './read-files.js';
import { rowsCsv } from './rows-csv.js';

/** `files`: by dataset. May be called again: what was there before is gone then. */
export async function prepareFiles(
  executor: WasmExecutor,
  graph: Graph,
  files: ReadonlyMap<string, readonly GivenFile[]>,
): Promise<Outcome<PreparedData>> {
  await executor.run('DROP SCHEMA IF EXISTS "data" CASCADE');
  const wanted = [...files.keys()].sort().flatMap((name) => graph.datasets.get(name) ?? []);
  const diagnostics: Diagnostic[] = [...sameNames(wanted)];
  const datasets = new Map<string, PreparedDataset>();
  for (const dataset of diagnostics.length === 0 ? wanted : []) {
    const loaded = await prepareDataset(executor, dataset, files.get(dataset.name) ?? []);
    diagnostics.push(...loaded.diagnostics);
    if (loaded.value !== null) datasets.set(dataset.name, loaded.value);
  }
  return { value: { executor, graph, datasets }, diagnostics };
}

/** One dataset, in the place of what it was; the others stay as they are. */
export async function prepareDataset(
  executor: WasmExecutor,
  dataset: Dataset,
  given: readonly GivenFile[],
): Promise<Outcome<PreparedDataset | null>> {
  await makeRoom(executor, dataset);
  const { value: source, diagnostics } = sourceOf(dataset, given);
  if (source === null) return { value: null, diagnostics };
  if (source.format === 'csv' || source.format === 'tsv') return loadCsv(executor, source, given);
  const rows = await readSource(source, given);
  return rows.value === null ? { value: null, diagnostics: rows.diagnostics } : loadRows(executor, dataset, rows.value);
}

/** The same from rows that were read before. */
export async function prepareDatasetRows(
  executor: WasmExecutor,
  dataset: Dataset,
  rows: readonly Row[],
): Promise<Outcome<PreparedDataset | null>> {
  await makeRoom(executor, dataset);
  return loadRows(executor, dataset, rows);
}

async function makeRoom(executor: WasmExecutor, { name }: Dataset): Promise<void> {
  await executor.run('CREATE SCHEMA IF NOT EXISTS "data"');
  await executor.run(`DROP TABLE IF EXISTS "data".${quoteName(name)}`);
}

async function loadCsv(
  executor: WasmExecutor,
  source: FileSource,
  given: readonly GivenFile[],
): Promise<Outcome<PreparedDataset | null>> {
  const { dataset } = source;
  const files: DataFile[] = [];
  const byPath = new Map<string, GivenFile>();
  const diagnostics: Diagnostic[] = [];
  try {
    for (const file of given) {
      const bytes = await unpacked(file).catch(() => null);
      if (bytes === null) {
        diagnostics.push(unreadableFile(dataset, file.name, 'it cannot be unpacked'));
        continue;
      }
      // Unpacked, and named so.
      const path = await executor.register('csv', bytes);
      byPath.set(path, file);
      files.push({ ...dataFileOf(file), path });
    }
    const chunks = ({ path }: DataFile): AsyncIterable<string> => textOf(byPath.get(path));
    const registered: FileSource = { ...source, files, chunks };
    const parts = await csvParts(executor, registered);
    diagnostics.push(...parts.diagnostics);
    if (diagnostics.length > 0) return { value: null, diagnostics };
    return await loadDataset(executor, registered, parts.value);
  } finally {
    for (const path of byPath.keys()) await executor.drop(path).catch(() => undefined);
  }
}

async function* textOf(file: GivenFile | undefined): AsyncGenerator<string> {
  if (file !== undefined) yield* textPieces(file);
}

async function loadRows(
  executor: WasmExecutor,
  dataset: Dataset,
  rows: readonly Row[],
): Promise<Outcome<PreparedDataset | null>> {
  const fields = storedFields(dataset);
  const path = await executor.register('csv', rowsCsv(fields, rows));
  try {
    const columns = fields.map((field, i): [string, SourceColumn] => [
      field.name,
      { kind: 'text', sql: `c${i}`, refused: null },
    ]);
    const part: Part = { from: readRows(path, fields.length), columns: new Map(columns), file: null, row: null };
    return await loadDataset(executor, { kind: 'rows', dataset, rows: [] }, [part]);
  } finally {
    await executor.drop(path).catch(() => undefined);
  }
}

function readRows(path: string, columns: number): string {
  const options = [
    quoteText(path),
    `columns = {${Array.from({ length: columns }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ')}}`,
    'auto_detect = false',
    'header = true',
    `delim = ','`,
    `quote = '"'`,
    `escape = '"'`,
    `nullstr = ''`,
    'allow_quoted_nulls = false',
  ];
  return `read_csv(${options.join(', ')})`;
}
