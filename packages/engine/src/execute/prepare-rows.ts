// A few rows given as texts in the place of a project's data: for tests. They are read as cells of a CSV file are.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import type { DuckDbExecutor } from './duckdb-executor.js';
import type { PreparedData, PreparedDataset } from './prepared-data.js';
import { loadDataset } from './sources/load-dataset.js';
import { rowsParts } from './sources/rows-parts.js';
import { sameNames } from './sources/same-names.js';
import type { GivenRow, RowsSource } from './sources/source.js';

/**
 * Every dataset gets its relation; one without rows is empty. May be called again: what was there before is gone then, but for
 * the empty relations of `before`, which stay where they are empty again.
 */
export async function prepareRows(
  executor: DuckDbExecutor,
  graph: Graph,
  rows: ReadonlyMap<string, readonly GivenRow[]>,
  before: PreparedData | null = null,
): Promise<Outcome<PreparedData>> {
  if (!executor.isSealed()) await executor.seal([]);
  const isEmpty = (name: string): boolean => (rows.get(name) ?? []).length === 0;
  const known = before?.graph === graph && before.executor === executor ? before : null;
  const kept = new Map<string, PreparedDataset>();
  if (known === null) {
    await executor.run('DROP SCHEMA IF EXISTS "data" CASCADE');
    await executor.run('CREATE SCHEMA "data"');
  } else {
    for (const [name, prepared] of known.datasets) {
      if (wasEmpty(prepared) && isEmpty(name)) kept.set(name, prepared);
      else await executor.run(`DROP ${prepared.form.toUpperCase()} ${prepared.relation}`);
    }
  }
  const all = [...graph.datasets.values()];
  const diagnostics: Diagnostic[] = [...sameNames(all)];
  const datasets = new Map<string, PreparedDataset>();
  for (const dataset of diagnostics.length === 0 ? all : []) {
    const same = kept.get(dataset.name);
    if (same !== undefined) {
      datasets.set(dataset.name, same);
      continue;
    }
    const source: RowsSource = { kind: 'rows', dataset, rows: rows.get(dataset.name) ?? [] };
    const loaded = await loadDataset(executor, source, rowsParts(source));
    diagnostics.push(...loaded.diagnostics);
    if (loaded.value !== null) datasets.set(dataset.name, loaded.value);
  }
  return { value: { executor, graph, datasets }, diagnostics };
}

function wasEmpty({ source }: PreparedDataset): boolean {
  return source.kind === 'rows' && source.rows.length === 0;
}
