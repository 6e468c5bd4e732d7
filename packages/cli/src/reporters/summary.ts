// Counts diagnostics: the last line of a report, and the exit code's ground.
import type { Diagnostic, Severity } from '@sextant/parser';

export type Counts = Readonly<Record<Severity, number>>;

export function countSeverities(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** `2 errors, 1 warning`. */
export function summaryLine(counts: Counts): string {
  const severities = ['error', 'warning', 'info', 'hint'] as const;
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`);
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}
