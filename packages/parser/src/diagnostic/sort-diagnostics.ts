// The one order in which diagnostics are shown, whatever order the stages found them in; each is there once.
import type { Diagnostic } from './diagnostic.js';

/** By file, start and code; what is equal in all its parts is said once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    if (!unique.has(key)) unique.set(key, diagnostic);
  }
  return [...unique]
    .sort(([keyA, a], [keyB, b]) => compare(a, b) || compareText(keyA, keyB))
    .map(([, diagnostic]) => diagnostic);
}

/** All parts in one fixed order: two objects may have been built with their properties in different ones. */
function keyOf(diagnostic: Diagnostic): string {
  const { code, severity, message, span, label, related, notes, help, fixes } = diagnostic;
  const place = (at: Diagnostic['span']): readonly unknown[] => [at.file, at.start, at.end];
  return JSON.stringify([
    message,
    severity,
    code,
    place(span),
    label,
    related.map((other) => [place(other.span), other.label]),
    notes,
    help,
    fixes.map((fix) => [fix.title, fix.safe, fix.edits.map((edit) => [place(edit.span), edit.text])]),
  ]);
}

function compare(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span.file, b.span.file) ||
    a.span.start - b.span.start ||
    compareText(a.code, b.code) ||
    a.span.end - b.span.end
  );
}

/** By code unit: a locale would make the order depend on the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
