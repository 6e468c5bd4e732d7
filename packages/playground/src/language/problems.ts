// What the language service finds, as the page lists it.
import { indexLines, positionAt, type Diagnostic, type LineIndex, type Span } from '@sextant/parser';
import type { Problem } from './methods.js';

/** Places are looked up in the texts by path; a text that is not there has one place. */
export function problemsOf(
  diagnostics: readonly Diagnostic[],
  textOf: (path: string) => string | null,
  pageOf: (code: string) => string | null,
): readonly Problem[] {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (path: string): LineIndex => {
    const known = indexes.get(path);
    if (known !== undefined) return known;
    const made = indexLines(textOf(path) ?? '');
    indexes.set(path, made);
    return made;
  };
  const place = ({ file, start, end }: Span) => {
    const from = positionAt(indexOf(file), start);
    const to = positionAt(indexOf(file), end);
    return { path: file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
  return diagnostics.map(({ code, severity, message, span, related, notes, help }) => ({
    ...place(span),
    severity,
    code,
    message: [message, ...notes, ...(help === undefined ? [] : [`help: ${help}`])].join('\n'),
    href: pageOf(code),
    related: related.map((one) => ({ ...place(one.span), label: one.label })),
  }));
}
