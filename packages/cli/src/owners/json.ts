// The owners as versioned JSON.
import type { OwnerEntry } from './owner-list.js';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const VERSION = 1;

export function ownersJson(owners: readonly OwnerEntry[], project: string, asOf: string): string {
  return `${JSON.stringify({ version: VERSION, project, asOf, owners }, null, 2)}\n`;
}
