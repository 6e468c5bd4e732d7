// The graph as plain nodes and edges: what every exporter writes down.
import type { Span } from '../../source/source-file.js';
import type { Edge, Graph, NodeId } from '../graph.js';

export type NodeKind =
  | 'dataset'
  | 'field'
  | 'dimension'
  | 'parameter'
  | 'metric'
  | 'kpi'
  | 'goal'
  | 'owner'
  | 'incentive'
  | 'test'
  | 'question';

/** From data to people; the order in which exporters list them. */
export const NODE_KINDS: readonly NodeKind[] = [
  'dataset',
  'field',
  'dimension',
  'parameter',
  'metric',
  'kpi',
  'goal',
  'owner',
  'incentive',
  'test',
  'question',
];

export interface PictureNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly name: string;
  readonly title: string | null;
  /** Where its name stands; null for a name that something uses and nothing defines. */
  readonly span: Span | null;
}

export interface Picture {
  readonly project: string;
  /** By kind, then name. */
  readonly nodes: readonly PictureNode[];
  /** By the order of their nodes, then kind. */
  readonly edges: readonly Edge[];
}

interface Defined {
  readonly name: { readonly text: string; readonly span: Span };
  readonly title?: { readonly text: string } | null;
}

export function pictureOf(graph: Graph): Picture {
  const nodes = new Map<NodeId, PictureNode>();
  const add = (kind: NodeKind, def: Defined, name = def.name.text): void => {
    const id = `${kind}:${name}`;
    nodes.set(id, { id, kind, name, title: def.title?.text ?? null, span: def.name.span });
  };
  for (const dataset of graph.datasets.values()) {
    add('dataset', dataset.def);
    for (const field of dataset.fields.values()) add('field', field.def, `${dataset.name}.${field.name}`);
  }
  for (const { def } of graph.dimensions.values()) add('dimension', def);
  for (const { def } of graph.parameters.values()) add('parameter', def);
  for (const { def } of graph.metrics.values()) add('metric', def);
  for (const { def } of graph.kpis.values()) add('kpi', def);
  for (const { def } of graph.goals.values()) add('goal', def);
  for (const def of graph.owners.values()) add('owner', def);
  for (const { def } of graph.incentives.values()) add('incentive', def);
  for (const def of graph.tests.values()) add('test', def);
  for (const def of graph.questions.values()) add('question', def);
  for (const { from, to } of graph.edges) {
    for (const id of [from, to]) if (!nodes.has(id)) nodes.set(id, undefinedNode(id));
  }
  return sortPicture({ project: graph.project.name, nodes: [...nodes.values()], edges: graph.edges });
}

/** The nodes and edges in the one order that exporters write. */
export function sortPicture(picture: Picture): Picture {
  const nodes = picture.nodes.toSorted(
    (a, b) => NODE_KINDS.indexOf(a.kind) - NODE_KINDS.indexOf(b.kind) || compareText(a.name, b.name),
  );
  const place = new Map(nodes.map(({ id }, i) => [id, i]));
  const at = (id: NodeId): number => place.get(id) ?? 0;
  const edges = picture.edges.toSorted(
    (a, b) => at(a.from) - at(b.from) || compareText(a.kind, b.kind) || at(a.to) - at(b.to),
  );
  return { ...picture, nodes, edges };
}

function undefinedNode(id: NodeId): PictureNode {
  const colon = id.indexOf(':');
  const kind = NODE_KINDS.find((one) => one === id.slice(0, colon)) ?? 'metric';
  return { id, kind, name: id.slice(colon + 1), title: null, span: null };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
