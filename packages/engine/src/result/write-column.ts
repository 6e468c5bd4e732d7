// The cells of a column as they leave the engine: packed numbers are written without becoming values first.
import type { AskedMetric } from '../question/question.js';
import { isPacked, valueAt, type Column } from '../value/column.js';
import { unitsText } from '../value/to-text.js';
import { NULL } from '../value/value.js';
import type { Cell } from './result.js';
import { writeCell } from './write-cell.js';

/** Counts are mostly small: so many of them share a cell. */
const SHARED = 4096;
/** Past so many digits after the point the parts of a number are no longer exact as doubles. */
const MOST_SCALE = 15;

export type CellWriter = (row: number, complete: boolean) => Cell;

export function cellWriter(column: Column, metric: Pick<AskedMetric, 'percent' | 'decimals'>): CellWriter {
  if (!isPacked(column) || column.scale > MOST_SCALE) {
    return (row, complete) => writeCell(valueAt(column, row) ?? NULL, metric, complete);
  }
  const { units, missing, none, scale } = column;
  const decimals = metric.decimals !== null && metric.percent ? metric.decimals + 2 : metric.decimals;
  const shared: Cell[] = [];
  return (row, complete) => {
    if (missing !== null && missing[row] === 1) return writeCell(none, metric, complete);
    const unit = units[row] ?? 0;
    const place = unit * 2 + (complete ? 1 : 0);
    if (unit < 0 || unit >= SHARED) return cell(unitsText(unit, scale, decimals), complete);
    return (shared[place] ??= cell(unitsText(unit, scale, decimals), complete));
  };
}

function cell(value: string, complete: boolean): Cell {
  return { value, reason: null, approximate: false, complete };
}
