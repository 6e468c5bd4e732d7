// Keeps the worst of too many diagnostics of one file: a thousand lines after one slip help nobody.
import type { Diagnostic, Severity } from './diagnostic.js';

export interface CappedDiagnostics {
  /** In the order given. */
  readonly shown: readonly Diagnostic[];
  /** How many were left out of each file that has too many. */
  readonly hidden: ReadonlyMap<string, number>;
}

export const DIAGNOSTICS_PER_FILE = 100;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** An error is never hidden for a warning before it. */
export function capDiagnostics(
  diagnostics: readonly Diagnostic[],
  limit: number = DIAGNOSTICS_PER_FILE,
): CappedDiagnostics {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const ofFile = byFile.get(diagnostic.span.file);
    if (ofFile === undefined) byFile.set(diagnostic.span.file, [diagnostic]);
    else ofFile.push(diagnostic);
  }
  const left = new Set<Diagnostic>();
  const hidden = new Map<string, number>();
  for (const [file, ofFile] of byFile) {
    if (ofFile.length <= limit) continue;
    hidden.set(file, ofFile.length - limit);
    const worstFirst = [...ofFile].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    for (const diagnostic of worstFirst.slice(limit)) left.add(diagnostic);
  }
  return { shown: diagnostics.filter((diagnostic) => !left.has(diagnostic)), hidden };
}
