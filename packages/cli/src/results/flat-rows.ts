// The rows of a result as one text per column, null for no value: what formats without structure hold.
import type { Result } from '../engine-port.js';

export function flatRows(result: Result): readonly (readonly (string | null)[])[] {
  return result.rows.map((row) => [
    ...(row.bucket === null ? [] : [row.bucket.label]),
    ...row.keys,
    ...row.cells.map(({ value }) => value),
  ]);
}
