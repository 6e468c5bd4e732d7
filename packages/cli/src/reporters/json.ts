// Diagnostics as versioned JSON for machines: every one of them, however many, since a machine does not tire.
import { sortDiagnostics, type Diagnostic, type SourceFile, type Span } from '@sextant/parser';
import { indexSources, placeOf, type Sources } from './places.js';
import { countSeverities } from './summary.js';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const VERSION = 1;

export function jsonReport(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): string {
  const sources = indexSources(files);
  const sorted = sortDiagnostics(diagnostics);
  const counts = countSeverities(sorted);
  const report = {
    version: VERSION,
    diagnostics: sorted.map((diagnostic) => diagnosticJson(diagnostic, sources)),
    summary: { errors: counts.error, warnings: counts.warning, infos: counts.info, hints: counts.hint },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** For a report in which they are a part. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): readonly object[] {
  const sources = indexSources(files);
  return sortDiagnostics(diagnostics).map((diagnostic) => diagnosticJson(diagnostic, sources));
}

function diagnosticJson(diagnostic: Diagnostic, sources: Sources): object {
  return {
    ...spanJson(diagnostic.span, sources),
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    label: diagnostic.label ?? null,
    related: diagnostic.related.map(({ span, label }) => ({ ...spanJson(span, sources), label })),
    notes: diagnostic.notes,
    help: diagnostic.help ?? null,
    fixes: diagnostic.fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(({ span, text }) => ({ ...spanJson(span, sources), text })),
    })),
  };
}

/** Lines and columns are null where the file is not at hand. */
function spanJson(span: Span, sources: Sources): object {
  const place = placeOf(sources, span);
  return {
    file: span.file,
    line: place?.line ?? null,
    column: place?.column ?? null,
    endLine: place?.endLine ?? null,
    endColumn: place?.endColumn ?? null,
  };
}
