// Cells of a small result of this room's own queries, as text and counts.
import { decimalText } from '../value/to-text.js';
import { dateText, datetimeText, timestampText } from '../calendar/time-text.js';
import type { Value } from '../value/value.js';
import type { Table } from './executor.js';

/** Null is no value. */
export function textAt(table: Table, column: number, row: number): string | null {
  const value = table.columns[column]?.[row];
  return value === undefined ? null : textOf(value);
}

/** A count; 0 where there is none. */
export function countAt(table: Table, column: number, row: number): number {
  return Number(textAt(table, column, row) ?? 0);
}

function textOf(value: Value): string | null {
  switch (value.kind) {
    case 'number':
      return decimalText(value.value);
    case 'text':
      return value.value;
    case 'boolean':
      return String(value.value);
    case 'date':
      return dateText(value.day);
    case 'datetime':
      return datetimeText(value.micros);
    case 'timestamp':
      return timestampText(value.micros);
    case 'none':
      return null;
  }
}
