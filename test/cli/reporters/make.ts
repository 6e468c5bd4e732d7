// Builds diagnostics for the reporters' tests: places are found by the text that stands there.
import type { Diagnostic, SourceFile, Span } from '@sextant/parser';

export function file(text: string, path = 'sales.kpi.yaml'): SourceFile {
  return { path, text };
}

/** The nth place of a text in a file, from 0. */
export function spanOf(source: SourceFile, text: string, nth = 0): Span {
  let start = source.text.indexOf(text);
  for (let i = 0; i < nth; i++) start = source.text.indexOf(text, start + 1);
  if (start === -1) throw new Error(`${source.path} has no ${text}`);
  return { file: source.path, start, end: start + text.length };
}

export function diagnostic(message: string, span: Span, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'KPI3012',
    severity: 'error',
    message,
    span,
    related: [],
    notes: [],
    fixes: [],
    ...more,
  };
}
