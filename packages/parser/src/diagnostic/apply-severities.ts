// What a project says about the severity of warnings, done to diagnostics of any stage.
import type { Span } from '../source/source-file.js';
import { codes } from './codes.js';
import type { Diagnostic, Severity } from './diagnostic.js';

/** The part of a graph that is read; a graph fits it. */
export interface SeveritySettings {
  readonly project: {
    readonly def: {
      readonly severities: readonly {
        readonly code: { readonly text: string; readonly span: Span };
        readonly severity: { readonly value: 'error' | 'warning' | 'info' | 'off' };
      }[];
    };
  };
}

/**
 * Raises, lowers and leaves out warnings. Errors stay errors whatever a project says: a setting for one, for an unknown
 * code or without the reason it needs was reported where the project file was read (KPI1116, KPI1102), and does nothing here.
 */
export function applySeverities(diagnostics: readonly Diagnostic[], graph: SeveritySettings): readonly Diagnostic[] {
  const { severities } = graph.project.def;
  if (severities.length === 0) return diagnostics;
  const wanted = new Map<string, Severity | 'off'>(severities.map(({ code, severity }) => [code.text, severity.value]));
  return diagnostics.flatMap((diagnostic) => {
    const severity = codes[diagnostic.code].severity === 'error' ? undefined : wanted.get(diagnostic.code);
    if (severity === undefined || severity === diagnostic.severity) return [diagnostic];
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
