// Finds spans in the files at hand, with lines and columns as people and editors count them.
import { indexLines, positionAt, type LineIndex, type SourceFile, type Span } from '@sextant/parser';

export interface IndexedSource {
  readonly path: string;
  readonly text: string;
  readonly index: LineIndex;
}

/** Lines and columns from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Sources = ReadonlyMap<string, IndexedSource>;

export function indexSources(files: readonly SourceFile[]): Sources {
  return new Map(files.map(({ path, text }) => [path, { path, text, index: indexLines(text) }]));
}

/** Null where the file is not at hand: a diagnostic about a file that could not be read. */
export function placeOf(sources: Sources, span: Span): Place | null {
  const source = sources.get(span.file);
  if (source === undefined) return null;
  const start = positionAt(source.index, Math.min(span.start, source.text.length));
  const end = positionAt(source.index, Math.min(span.end, source.text.length));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** `sales.kpi.yaml:14:24`, or the path alone. */
export function showPlace(sources: Sources, span: Span): string {
  const place = placeOf(sources, span);
  return place === null ? span.file : `${span.file}:${place.line}:${place.column}`;
}
