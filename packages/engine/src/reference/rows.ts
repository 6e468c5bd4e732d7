// Rows in memory: what the reference evaluates. One row holds the values of its dataset's stored fields.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import { parseCell } from '../value/parse-cell.js';
import { NULL, type Value } from '../value/value.js';
import { cellRefused } from './errors.js';

/** A row is told apart by identity: two rows may hold the same values. */
export type Row = ReadonlyMap<string, Value>;

/** By dataset, in the order of their source. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** Field to text, as a cell of a CSV file; empty or missing is no value. */
export type TextRow = Readonly<Record<string, string | null>>;

/** Texts read by the declared types of their fields. A cell that does not fit is reported and has no value. */
export function rowsFromTexts(graph: Graph, texts: ReadonlyMap<string, readonly TextRow[]>): Outcome<Rows> {
  const diagnostics: Diagnostic[] = [];
  const rows = new Map<string, readonly Row[]>();
  for (const dataset of graph.datasets.values()) {
    const stored = [...dataset.fields.values()].filter((field) => field.formula === null);
    const read = (texts.get(dataset.name) ?? []).map((textRow): Row => {
      const row = new Map<string, Value>();
      for (const field of stored) {
        const text = Object.hasOwn(textRow, field.name) ? (textRow[field.name] ?? null) : null;
        const cell = parseCell(text, field.type.value);
        if (cell.kind === 'problem') diagnostics.push(cellRefused(field, cell));
        row.set(field.name, cell.kind === 'problem' ? NULL : cell);
      }
      return row;
    });
    rows.set(dataset.name, read);
  }
  return { value: rows, diagnostics };
}
