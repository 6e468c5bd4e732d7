// Names for the columns of formats in which each must have its own: a metric may be named like the dimension beside it.
import type { ResultColumn } from '../engine-port.js';

export function columnNames(columns: readonly ResultColumn[]): readonly string[] {
  const used = new Set<string>();
  return columns.map(({ name }) => {
    let unique = name;
    for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${name}_${n}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}
