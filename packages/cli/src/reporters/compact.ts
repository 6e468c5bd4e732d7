// Diagnostics one to a line, `file:line:column: severity[code]: message`, for editors and logs that match lines.
import { capDiagnostics, sortDiagnostics, type Diagnostic, type SourceFile } from '@sextant/parser';
import { indexSources, showPlace } from './places.js';
import { countSeverities, summaryLine } from './summary.js';
import { hiddenAfter } from './text.js';
import { visibleLine } from './visible-text.js';

export function compactReport(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): string {
  const lines = compactLines(diagnostics, files);
  return `${[...lines, summaryLine(countSeverities(sortDiagnostics(diagnostics)))].join('\n')}\n`;
}

/** Without a summary, for findings that stand beside something else. */
export function compactLines(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): readonly string[] {
  const sources = indexSources(files);
  const capped = capDiagnostics(sortDiagnostics(diagnostics));
  return capped.shown.flatMap(({ span, severity, code, message }, i) => [
    `${visibleLine(showPlace(sources, span))}: ${severity}[${code}]: ${visibleLine(message)}`,
    ...hiddenAfter(capped, i),
  ]);
}
