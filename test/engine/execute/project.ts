// Small projects on the disk, prepared for asking.
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach } from 'vitest';
import { parseProject, type Diagnostic, type Graph } from '@sextant/parser';
import { checkData } from '../../../packages/engine/src/execute/check-data.js';
import type { DuckDbExecutor } from '../../../packages/engine/src/execute/duckdb-executor.js';
import { openDuckDb } from '../../../packages/engine/src/execute/duckdb.js';
import type { Executor } from '../../../packages/engine/src/execute/executor.js';
import { prepareData } from '../../../packages/engine/src/execute/prepare-data.js';
import { prepareRows } from '../../../packages/engine/src/execute/prepare-rows.js';
import type { PreparedData } from '../../../packages/engine/src/execute/prepared-data.js';
import { textAt } from '../../../packages/engine/src/execute/table-cells.js';
import type { GivenRow } from '../../../packages/engine/src/execute/sources/source.js';

const toClose: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

export async function openEngine(): Promise<DuckDbExecutor> {
  const executor = await openDuckDb({ threads: 2, memoryLimit: '1GB' });
  toClose.push(() => executor.close());
  return executor;
}

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'sextant-test-')));
  toClose.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function writeFiles(root: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

/** Parses the definitions among the files, which must be right. */
export function graphOf(files: Files): Graph {
  const sources = Object.entries(files).flatMap(([path, text]) =>
    path.endsWith('.yaml') && typeof text === 'string' ? [{ path, text }] : [],
  );
  const { value, diagnostics } = parseProject(sources);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(said);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return value;
}

export interface Prepared {
  readonly executor: DuckDbExecutor;
  readonly graph: Graph;
  readonly data: PreparedData;
  /** Of preparing; with those of the checks where they ran. */
  readonly diagnostics: readonly Diagnostic[];
  readonly root: string;
}

const PROJECT = 'project: test\n';

/** Writes, parses, prepares and, where that went well, checks. `datasets`: the text below `datasets:`. */
export async function prepare(
  datasets: string,
  files: Files,
  options: {
    readonly project?: string;
    readonly extraSources?: Record<string, string>;
    readonly needed?: readonly string[];
  } = {},
): Promise<Prepared> {
  const root = await temporaryFolder();
  const all = { ...files, 'kpi.project.yaml': options.project ?? PROJECT, 'test.kpi.yaml': `datasets:\n${datasets}` };
  await writeFiles(root, all);
  return prepareIn(root, graphOf(all), options);
}

export async function prepareIn(
  root: string,
  graph: Graph,
  options: { readonly extraSources?: Record<string, string>; readonly needed?: readonly string[] } = {},
): Promise<Prepared> {
  const executor = await openEngine();
  const { value: data, diagnostics } = await prepareData(executor, graph, {
    root,
    datasets: options.needed ?? graph.datasets.keys(),
    ...(options.extraSources === undefined ? {} : { extraSources: options.extraSources }),
  });
  const checks = diagnostics.length === 0 ? await checkData(data) : [];
  return { executor, graph, data, diagnostics: [...diagnostics, ...checks], root };
}

/** The same with rows given as texts. */
export async function prepareGiven(
  datasets: string,
  rows: Readonly<Record<string, readonly GivenRow[]>>,
): Promise<Prepared> {
  const executor = await openEngine();
  const graph = graphOf({ 'kpi.project.yaml': PROJECT, 'test.kpi.yaml': `datasets:\n${datasets}` });
  const { value: data, diagnostics } = await prepareRows(executor, graph, new Map(Object.entries(rows)));
  const checks = diagnostics.length === 0 ? await checkData(data) : [];
  return { executor, graph, data, diagnostics: [...diagnostics, ...checks], root: '' };
}

/** The rows of a query, every value as text. */
export async function rowsOf(executor: Executor, sql: string): Promise<readonly (readonly (string | null)[])[]> {
  const table = await executor.query(sql);
  return Array.from({ length: table.rowCount }, (_, row) => table.names.map((_, column) => textAt(table, column, row)));
}

/** The columns of a dataset's relation, as `name TYPE`. */
export async function columnsOf(executor: Executor, dataset: string): Promise<readonly string[]> {
  const rows = await rowsOf(executor, `DESCRIBE SELECT * FROM "data"."${dataset.replaceAll('"', '""')}"`);
  return rows.map(([name, type]) => `${name} ${type}`);
}

export function said(diagnostic: Diagnostic): string {
  return `${diagnostic.code}: ${diagnostic.message}`;
}

export const gzip = (text: string | Uint8Array): Uint8Array => gzipSync(text);
