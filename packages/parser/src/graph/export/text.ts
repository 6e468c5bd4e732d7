// The graph for people: each definition with what it leads to, or the tree above or below one of them.
import type { NodeId } from '../graph.js';
import { NODE_KINDS, type Picture, type PictureNode } from './picture.js';
import { neighbours, type Direction } from './slice-graph.js';

/** Every node with its edges, kind by kind. */
export function graphText(picture: Picture): string {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const blocks = NODE_KINDS.flatMap((kind) => {
    const members = picture.nodes.filter((node) => node.kind === kind);
    if (members.length === 0) return [];
    return [
      members
        .map((node) => {
          const edges = picture.edges.filter(({ from }) => from === node.id);
          const lines = edges.map((edge) => `  ${words(edge.kind)} ${labelOf(nodes.get(edge.to), edge.to)}`);
          return [`${labelOf(node, node.id)}${titleOf(node)}`, ...lines].join('\n');
        })
        .join('\n'),
    ];
  });
  return blocks.length === 0 ? 'nothing is defined\n' : `${blocks.join('\n\n')}\n`;
}

/** The tree of what a node needs, or of what needs it. What stands further up already is not told again. */
export function graphTree(picture: Picture, root: NodeId, direction: Direction): string {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const next = neighbours(picture, direction);
  const told = new Set<NodeId>();
  const lines: string[] = [];
  const waiting: { id: NodeId; depth: number; before: string; after: string }[] = [
    { id: root, depth: 0, before: '', after: '' },
  ];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { id, depth, before, after } = one;
    const node = nodes.get(id);
    const steps = next.get(id) ?? [];
    const again = told.has(id) && steps.length > 0;
    const title = again ? '' : titleOf(node);
    lines.push(`${'  '.repeat(depth)}${before}${labelOf(node, id)}${title}${after}${again ? ' (see above)' : ''}`);
    if (told.has(id)) continue;
    told.add(id);
    for (const { to, edge } of steps.toReversed()) {
      // A dataset contains its fields, but it is the field that needs the dataset.
      const said = edge.kind === 'contains' ? 'is in' : words(edge.kind);
      const place = direction === 'upstream' ? { before: `${said} `, after: '' } : { before: '', after: ` ${said} it` };
      waiting.push({ id: to, depth: depth + 1, ...place });
    }
  }
  return `${lines.join('\n')}\n`;
}

function words(kind: string): string {
  return kind.replaceAll('_', ' ');
}

function labelOf(node: PictureNode | undefined, id: NodeId): string {
  if (node === undefined) return id;
  return `${node.kind} ${visible(node.name)}${node.span === null ? ' (not defined)' : ''}`;
}

function titleOf(node: PictureNode | undefined): string {
  return node === undefined || node.title === null ? '' : ` "${visible(node.title)}"`;
}

/** A name may be any text: nothing in it moves a cursor or breaks a line. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, '\ufffd');
}
