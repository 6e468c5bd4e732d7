// The graph as a Mermaid flowchart.
import { NODE_KINDS, type NodeKind, type Picture } from './picture.js';

/** Brackets around the label: the shape says the kind where colours do not show. */
const SHAPES: Readonly<Record<NodeKind, readonly [open: string, close: string]>> = {
  dataset: ['[(', ')]'],
  field: ['[', ']'],
  dimension: ['[/', '/]'],
  parameter: ['[/', '\\]'],
  metric: ['(', ')'],
  kpi: ['([', '])'],
  goal: ['{{', '}}'],
  owner: ['((', '))'],
  incentive: ['[[', ']]'],
  test: ['>', ']'],
  question: ['{', '}'],
};

/** Names of nodes are numbers: a name of a definition may be a word of Mermaid, such as `end`. */
export function graphMermaid(picture: Picture): string {
  const ids = new Map(picture.nodes.map(({ id }, i) => [id, `n${i}`]));
  const nodes = picture.nodes.map(({ id, kind, name }) => {
    const [open, close] = SHAPES[kind];
    return `  ${ids.get(id) ?? ''}${open}"${escapeMermaid(`${kind} ${name}`)}"${close}`;
  });
  const edges = picture.edges.map(
    ({ from, kind, to }) => `  ${ids.get(from) ?? ''} -->|${kind.replaceAll('_', ' ')}| ${ids.get(to) ?? ''}`,
  );
  const classes = NODE_KINDS.flatMap((kind) => {
    const members = picture.nodes.filter((node) => node.kind === kind).map(({ id }) => ids.get(id) ?? '');
    return members.length === 0 ? [] : [`  class ${members.join(',')} ${kind}`];
  });
  return `${['flowchart LR', ...nodes, ...edges, ...classes].join('\n')}\n`;
}

/** Everything that Mermaid or the HTML that it makes could take for its own, as its entity codes. */
function escapeMermaid(text: string): string {
  return text.replace(/[^\p{L}\p{N} _.:,+=()/-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}
