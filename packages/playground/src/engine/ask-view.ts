// An answer as the page shows it: cells with texts, and a chart that is ready to be drawn.
import type { Diagnostic } from '@sextant/parser';
import type { Cell, Result, ResultColumn } from '@sextant/engine/browser';
import type { AskView, ColumnView, Finding, RowView } from '../state/views.js';
import { chartOf } from './chart-view.js';
import { csvOf } from './csv.js';
import { isNumberType, shown } from './shown.js';

export type MetricColumn = Extract<ResultColumn, { readonly kind: 'metric' }>;

export function askView(
  result: Result,
  said: readonly Diagnostic[],
  findings: (diagnostics: readonly Diagnostic[]) => readonly Finding[],
): AskView {
  const metrics = result.columns.filter((column): column is MetricColumn => column.kind === 'metric');
  const rows = result.rows.map(({ bucket, keys, cells }): RowView => ({
    bucket: bucket === null ? null : { label: bucket.label, complete: bucket.complete },
    keys,
    cells: cells.map((cell, i) => cellOf(cell, metrics[i])),
  }));
  return {
    columns: result.columns.map((column): ColumnView => {
      if (column.kind !== 'metric') return { kind: column.kind, name: column.name };
      const { name, title, unit, percent, overlapping } = column;
      return { kind: 'metric', name, title, unit: percent ? 'percent' : unit, overlapping };
    }),
    rows,
    asOf: result.asOf,
    chart: chartOf(result, metrics, rows),
    notes: findings(said),
    csv: csvOf(result),
  };
}

function cellOf(cell: Cell, column: MetricColumn | undefined) {
  if (column === undefined) return shown(cell, { percent: false, decimals: null, unit: '' });
  return shown(
    cell,
    { percent: column.percent, decimals: column.decimals, unit: column.unit },
    isNumberType(column.type),
  );
}
