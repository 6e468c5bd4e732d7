// A period in words: its name where it has one, and its days.
import type { AskedPeriod } from './explanation.js';

/** `2026-05 (2026-05-01 to 2026-05-31)`. */
export function periodWords({ label, first, last }: AskedPeriod): string {
  const days = daysWords(first, last);
  return label === null || label === days ? days : `${label} (${days})`;
}

export function daysWords(first: string | null, last: string | null): string {
  if (first === null) return last === null ? 'all time' : `all time up to ${last}`;
  if (last === null) return `from ${first}`;
  return first === last ? first : `${first} to ${last}`;
}
