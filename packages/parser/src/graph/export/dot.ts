// The graph for Graphviz.
import type { NodeKind, Picture } from './picture.js';

const SHAPES: Readonly<Record<NodeKind, string>> = {
  dataset: 'cylinder',
  field: 'box',
  dimension: 'parallelogram',
  parameter: 'trapezium',
  metric: 'ellipse',
  kpi: 'doubleoctagon',
  goal: 'hexagon',
  owner: 'circle',
  incentive: 'component',
  test: 'note',
  question: 'diamond',
};

export function graphDot(picture: Picture): string {
  const lines = [
    `digraph ${quote(picture.project)} {`,
    '  rankdir=LR;',
    ...picture.nodes.map(
      ({ id, kind, name }) => `  ${quote(id)} [label=${quote(`${kind}\n${name}`)}, shape=${SHAPES[kind]}];`,
    ),
    ...picture.edges.map(
      ({ from, kind, to }) => `  ${quote(from)} -> ${quote(to)} [label=${quote(kind.replaceAll('_', ' '))}];`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** In a quoted text a backslash begins an escape, also one that the label reads. */
function quote(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]/g, ' ');
  return `"${escaped}"`;
}
