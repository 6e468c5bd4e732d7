// Values to an answer: the order of rows, and the cells.
import type { CheckedQuestion } from '../question/question.js';
import type { ResultRow } from '../result/result.js';
import { writeCell, writeKey } from '../result/write-cell.js';
import { compareValues } from '../value/order.js';
import type { Value } from '../value/value.js';
import type { AxisRow } from './axes.js';
import { compareAll } from './reach.js';

export interface EvaluatedRow {
  readonly axis: AxisRow;
  readonly values: readonly Value[];
}

/** As asked, then by bucket and dimensions; no value comes last both ways. Values are compared unrounded. */
export function sortRows(rows: readonly EvaluatedRow[], question: CheckedQuestion): readonly EvaluatedRow[] {
  return [...rows].sort((a, b) => {
    for (const { column, descending } of question.order) {
      const order =
        column.kind === 'bucket'
          ? (descending ? -1 : 1) * compareStarts(a, b)
          : compareValues(
              column.kind === 'key' ? at(a.axis.keys, column.index) : at(a.values, column.index),
              column.kind === 'key' ? at(b.axis.keys, column.index) : at(b.values, column.index),
              descending ? 'desc' : 'asc',
            );
      if (order !== 0) return order;
    }
    return compareStarts(a, b) || compareAll(a.axis.keys, b.axis.keys);
  });
}

function compareStarts(a: EvaluatedRow, b: EvaluatedRow): number {
  if (a.axis.start === b.axis.start) return 0;
  return a.axis.start < b.axis.start ? -1 : 1;
}

function at(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new Error(`internal: no column ${index}`);
  return value;
}

export function resultRow({ axis, values }: EvaluatedRow, question: CheckedQuestion): ResultRow {
  return {
    bucket: axis.bucket,
    keys: axis.keys.map(writeKey),
    cells: question.metrics.map((metric, i) => writeCell(at(values, i), metric, axis.complete)),
  };
}
