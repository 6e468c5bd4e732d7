// A comparison as versioned JSON.
import type { DiffReport } from './diff-report.js';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const VERSION = 1;

export function diffJson({ project, against, diff, values, examples }: DiffReport): string {
  const changes = diff.changes.map((change) => ({ ...change, example: examples.get(change.id) ?? null }));
  return `${JSON.stringify({ version: VERSION, project, against, hash: diff.hash, changes, files: diff.files, values }, null, 2)}\n`;
}
