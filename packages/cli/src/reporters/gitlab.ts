// Diagnostics as a Code Quality report, which GitLab shows in a merge request: https://docs.gitlab.com/ci/testing/code_quality/.
import { sortDiagnostics, type Diagnostic, type Severity, type SourceFile } from '@sextant/parser';
import { fingerprintsOf } from './fingerprint.js';
import { indexSources, placeOf } from './places.js';
import { visibleLine } from './visible-text.js';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};

export function gitlabReport(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): string {
  const sources = indexSources(files);
  const sorted = sortDiagnostics(diagnostics);
  // Of two findings with one fingerprint only the first would be shown.
  const fingerprints = fingerprintsOf(sorted, sources);
  const report = sorted.map((diagnostic, i) => {
    const { code, severity, message, help, span } = diagnostic;
    const place = placeOf(sources, span);
    return {
      description: visibleLine(help === undefined ? message : `${message}; ${help}`),
      check_name: code,
      fingerprint: fingerprints[i] ?? '',
      severity: SEVERITIES[severity],
      // A line is asked for even where there is none.
      location: { path: span.file, lines: { begin: place?.line ?? 1, end: place?.endLine ?? 1 } },
    };
  });
  return `${JSON.stringify(report, null, 2)}\n`;
}
