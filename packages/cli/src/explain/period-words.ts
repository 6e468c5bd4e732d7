// Periods and the rows in them, in words.
import type { AggregateNode, AskedPeriod } from '../engine-port.js';

/** `2026-05 (2026-05-01 to 2026-05-31)`. */
export function periodWords(period: AskedPeriod): string {
  const days = daysWords(period.first, period.last);
  return period.label === null || period.label === days ? days : `${period.label} (${days})`;
}

export function daysWords(first: string | null, last: string | null): string {
  if (first === null) return last === null ? 'all time' : `all time up to ${last}`;
  if (last === null) return `from ${first}`;
  return first === last ? first : `${first} to ${last}`;
}

/** Which rows a dataset gave, and how many of them entered. */
export function rowsWords(node: AggregateNode): string {
  const { inTime, matching, entered, withoutValue } = node.rows;
  const parts = [`${node.dataset}: ${whenWords(node)}`];
  if (inTime !== null && entered !== null) {
    const of = inTime === entered ? '' : ` of ${inTime}`;
    parts.push(`${entered}${of} ${inTime === '1' ? 'row' : 'rows'} counted`);
  }
  if (withoutValue !== null && withoutValue !== '0') parts.push(`${withoutValue} of ${matching ?? ''} without a value`);
  if (node.dated !== null) parts.push(`dated ${node.dated}`);
  if (node.filters.length > 0) parts.push(`only where ${node.filters.join(' and ')}`);
  return parts.join(', ');
}

function whenWords({ rowsIn }: AggregateNode): string {
  switch (rowsIn.kind) {
    case 'all_times':
      return 'all rows, true at all times';
    case 'window':
      return daysWords(rowsIn.first, rowsIn.last);
    case 'snapshot':
      if (rowsIn.each !== null) return `the last snapshot of each ${rowsIn.each}`;
      return rowsIn.taken === null ? 'a snapshot' : `the snapshot of ${rowsIn.taken}`;
    case 'valid':
      return rowsIn.at === null ? 'rows valid at that moment' : `rows valid at the end of ${rowsIn.at}`;
  }
}
