// One text for a window and a group of a result's row.
import { groupKey } from '../../value/order.js';
import { NULL, type Value } from '../../value/value.js';

export function rowKey(windows: Int32Array, keys: readonly (readonly Value[])[], row: number): string {
  const window = windows[row] ?? 0;
  return keys.length === 0 ? String(window) : `${window}|${groupKey(keys.map((column) => column[row] ?? NULL))}`;
}
