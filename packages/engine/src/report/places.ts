// Places in the project's files, as `sales.kpi.yaml:14`.
import { indexLines, positionAt, type Graph, type LineIndex, type Span } from '@sextant/parser';

export type PlaceOf = (span: Span) => string;

/** Files are indexed once, when a place in them is first asked for. */
export function placesIn(graph: Graph): PlaceOf {
  const texts = new Map(graph.files.map(({ path, text }) => [path, text]));
  const indexes = new Map<string, LineIndex>();
  return ({ file, start }) => {
    const text = texts.get(file);
    if (text === undefined) return file;
    const index = indexes.get(file) ?? indexLines(text);
    indexes.set(file, index);
    return `${file}:${positionAt(index, start).line}`;
  };
}
