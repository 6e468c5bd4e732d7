// What the engine has to say of a question or the data, with its place in words.
import { indexLines, positionAt, type Diagnostic } from '@sextant/parser';
import type { Finding } from '../state/views.js';

/** `files` are the files of the project; places in other texts, such as `--where`, have only their name. */
export function findingsOf(
  diagnostics: readonly Diagnostic[],
  files: readonly { readonly path: string; readonly text: string }[],
): readonly Finding[] {
  return diagnostics.map(({ code, severity, message, span, notes, help }) => {
    const text = files.find(({ path }) => path === span.file)?.text;
    const at = text === undefined ? null : positionAt(indexLines(text), span.start);
    return {
      code,
      severity,
      message,
      file: span.file,
      start: span.start,
      end: span.end,
      place: at === null ? span.file : `${span.file}:${at.line}`,
      notes,
      help: help ?? null,
    };
  });
}
