// Names a project's files as they are seen from where the person stands, so that a terminal can open them.
import type { Diagnostic, SourceFile, Span } from '@sextant/parser';
import { posix, relative, sep } from 'node:path';

/** `path` of a project's file, from the folder `cwd`. */
export function shownPath(root: string, cwd: string, path: string): string {
  // The standard library is in no folder of the project's.
  if (path.startsWith('std/')) return path;
  const prefix = relative(cwd, root).split(sep).join('/');
  if (prefix === '') return path;
  return path.startsWith('../') ? posix.normalize(`${prefix}/${path}`) : `${prefix}/${path}`;
}

export function relocateFiles(files: readonly SourceFile[], root: string, cwd: string): readonly SourceFile[] {
  return files.map(({ path, text }) => ({ path: shownPath(root, cwd, path), text }));
}

/** Spans in other texts than `files`, such as those of a question, stay as they are. */
export function relocateDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  root: string,
  cwd: string,
): readonly Diagnostic[] {
  if (root === cwd) return diagnostics;
  const known = new Set(files.map(({ path }) => path));
  const move = <S extends Span>(span: S): S =>
    known.has(span.file) ? { ...span, file: shownPath(root, cwd, span.file) } : span;
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    // A file that could not be read is not among the files.
    span:
      diagnostic.code === 'KPI9002'
        ? { ...diagnostic.span, file: shownPath(root, cwd, diagnostic.span.file) }
        : move(diagnostic.span),
    related: diagnostic.related.map((other) => ({ ...other, span: move(other.span) })),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })),
    })),
  }));
}
