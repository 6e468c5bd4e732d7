// Builds a diagnostic from a code; the severity comes from the registry.
import type { Span } from '../source/source-file.js';
import { codes, type Code } from './codes.js';
import type { Diagnostic, DiagnosticParts } from './diagnostic.js';

export function makeDiagnostic(code: Code, message: string, span: Span, parts: DiagnosticParts = {}): Diagnostic {
  return {
    code,
    severity: parts.severity ?? codes[code].severity,
    message,
    span,
    ...(parts.label === undefined ? {} : { label: parts.label }),
    related: parts.related ?? [],
    notes: parts.notes ?? [],
    ...(parts.help === undefined ? {} : { help: parts.help }),
    fixes: parts.fixes ?? [],
  };
}
