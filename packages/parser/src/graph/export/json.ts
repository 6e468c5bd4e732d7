// The graph as versioned JSON.
import { indexLines, positionAt } from '../../source/line-index.js';
import type { SourceFile } from '../../source/source-file.js';
import type { Picture, PictureNode } from './picture.js';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const VERSION = 1;

/** `files` are those of the graph: a node's line and column come from them. */
export function graphJson(picture: Picture, files: readonly SourceFile[]): string {
  const indexes = new Map(files.map(({ path, text }) => [path, indexLines(text)]));
  const node = ({ id, kind, name, title, span }: PictureNode): object => {
    const index = span === null ? undefined : indexes.get(span.file);
    const place = span === null || index === undefined ? null : positionAt(index, span.start);
    return {
      id,
      kind,
      name,
      title,
      file: span?.file ?? null,
      line: place?.line ?? null,
      column: place?.column ?? null,
    };
  };
  const json = {
    version: VERSION,
    project: picture.project,
    nodes: picture.nodes.map(node),
    edges: picture.edges.map(({ from, kind, to }) => ({ from, kind, to })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
