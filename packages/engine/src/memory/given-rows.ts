// Rows given as texts, such as those of a test: read as a database reads them, with its words for what does not fit.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import { sameNames } from '../execute/sources/same-names.js';
import type { RowsSource } from '../execute/sources/source.js';
import type { Row, Rows, TextRow } from '../reference/rows.js';
import { fitTables } from './fit-tables.js';
import type { MemoryTable } from './table.js';

/** Every dataset has its rows; one without is empty, and one whose rows cannot be read is missing. */
export function givenRows(graph: Graph, texts: ReadonlyMap<string, readonly TextRow[]>): Outcome<Rows> {
  const datasets = [...graph.datasets.values()];
  const diagnostics: Diagnostic[] = [...sameNames(datasets)];
  const rows = new Map<string, readonly Row[]>();
  for (const dataset of diagnostics.length === 0 ? datasets : []) {
    const source: RowsSource = { kind: 'rows', dataset, rows: texts.get(dataset.name) ?? [] };
    const read = fitTables(source, [tableOf(source)]);
    diagnostics.push(...read.diagnostics);
    if (read.value !== null) rows.set(dataset.name, read.value);
  }
  return { value: rows, diagnostics };
}

function tableOf({ dataset, rows }: RowsSource): MemoryTable {
  return {
    files: [],
    names: [],
    rowCount: rows.length,
    column: ({ name }) => ({
      kind: 'text',
      cells: rows.map((row) => (Object.hasOwn(row, name) ? row[name] || null : null)),
      refused: null,
    }),
    place: (row) => `row ${row + 1} of \`${dataset.name}\``,
    unreadable: null,
  };
}
