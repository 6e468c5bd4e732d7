// A few rows given as texts in the place of a project's data: for tests. They are read as cells of a CSV file are.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import type { DuckDbExecutor } from './duckdb-executor.js';
import type { PreparedData, PreparedDataset } from './prepared-data.js';
import { loadDataset } from './sources/load-dataset.js';
import { rowsParts } from './sources/rows-parts.js';
import { sameNames } from './sources/same-names.js';
import type { GivenRow, RowsSource } from './sources/source.js';

/** Every dataset gets its relation; one without rows is empty. May be called again: what was there before is gone then. */
export async function prepareRows(
  executor: DuckDbExecutor,
  graph: Graph,
  rows: ReadonlyMap<string, readonly GivenRow[]>,
): Promise<Outcome<PreparedData>> {
  if (!executor.isSealed()) await executor.seal([]);
  await executor.run('DROP SCHEMA IF EXISTS "data" CASCADE');
  await executor.run('CREATE SCHEMA "data"');
  const all = [...graph.datasets.values()];
  const diagnostics: Diagnostic[] = [...sameNames(all)];
  const datasets = new Map<string, PreparedDataset>();
  for (const dataset of diagnostics.length === 0 ? all : []) {
    const source: RowsSource = { kind: 'rows', dataset, rows: rows.get(dataset.name) ?? [] };
    const loaded = await loadDataset(executor, source, rowsParts(source));
    diagnostics.push(...loaded.diagnostics);
    if (loaded.value !== null) datasets.set(dataset.name, loaded.value);
  }
  return { value: { executor, graph, datasets }, diagnostics };
}
