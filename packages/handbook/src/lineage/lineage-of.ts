// The picture of what leads to a node and where it leads, laid out from left to right.
import { layout as place, graphlib } from '@dagrejs/dagre';
import { pictureOf, type Edge, type Graph, type NodeId, type NodeKind } from '@sextant/parser';
import type { Names } from '../links/names.js';
import type { Lineage, Link } from '../model/handbook.js';

const HEIGHT = 30;
const CHARACTER = 6.9;
const WIDEST = 230;
/** More cannot be read; what is furthest away is left out first. */
const NODES_SHOWN = 30;

const SHOWN: ReadonlySet<NodeKind> = new Set(['dataset', 'parameter', 'metric', 'kpi', 'goal', 'owner']);

/** These point from what serves to what is served, as the picture runs; all others from who needs to what is needed. */
const FORWARD: ReadonlySet<Edge['kind']> = new Set(['serves', 'part_of', 'owned_by', 'contributed_by']);

interface Flow {
  readonly from: NodeId;
  readonly to: NodeId;
}

const flowsOfGraph = new WeakMap<Graph, readonly Flow[]>();

/** Null where nothing leads to it or from it. */
export function lineageOf(graph: Graph, id: NodeId, names: Names): Lineage | null {
  const flows = flowsOfGraph.get(graph) ?? flowsIn(graph);
  flowsOfGraph.set(graph, flows);
  const near = nearest(id, flows);
  const linked = [...near].flatMap((one): readonly (readonly [NodeId, Link])[] => {
    const at = one.indexOf(':');
    const link = names.link(one.slice(0, at) as NodeKind, one.slice(at + 1));
    return link === null ? [] : [[one, link]];
  });
  const shown = new Map(linked.slice(0, NODES_SHOWN));
  if (shown.size < 2) return null;
  const drawn = flows.filter(({ from, to }) => shown.has(from) && shown.has(to));
  return layOut(id, shown, drawn, linked.length - shown.size);
}

/** All upstream and all downstream, nearest first. */
function nearest(id: NodeId, flows: readonly Flow[]): ReadonlySet<NodeId> {
  const found = new Map<NodeId, number>([[id, 0]]);
  for (const [start, end] of [
    ['to', 'from'],
    ['from', 'to'],
  ] as const) {
    const seen = new Set([id]);
    let edge = [id];
    for (let distance = 1; edge.length > 0; distance++) {
      const next = flows.flatMap((flow) => (edge.includes(flow[start]) && !seen.has(flow[end]) ? [flow[end]] : []));
      edge = [...new Set(next)];
      for (const one of edge) {
        seen.add(one);
        if (!found.has(one)) found.set(one, distance);
      }
    }
  }
  return new Set([...found].toSorted(([, a], [, b]) => a - b).map(([one]) => one));
}

/** Fields stand for their datasets; each pair is drawn once. */
function flowsIn(graph: Graph): readonly Flow[] {
  const flows = new Map<string, Flow>();
  for (const { from, to, kind } of pictureOf(graph).edges) {
    const [start, end] = FORWARD.has(kind) ? [from, to] : [to, from];
    const flow = { from: nodeOf(start), to: nodeOf(end) };
    if (flow.from === flow.to || !isShown(flow.from) || !isShown(flow.to)) continue;
    flows.set(`${flow.from}\u0000${flow.to}`, flow);
  }
  return [...flows.values()];
}

function nodeOf(id: NodeId): NodeId {
  return id.startsWith('field:') ? `dataset:${id.slice('field:'.length).split('.')[0] ?? ''}` : id;
}

function isShown(id: NodeId): boolean {
  return SHOWN.has(id.slice(0, id.indexOf(':')) as NodeKind);
}

function layOut(subject: NodeId, shown: ReadonlyMap<NodeId, Link>, flows: readonly Flow[], hidden: number): Lineage {
  const drawing = new graphlib.Graph();
  drawing.setGraph({ rankdir: 'LR', nodesep: 10, ranksep: 44, edgesep: 6, marginx: 2, marginy: 4 });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const [id, { title }] of shown) {
    drawing.setNode(id, { width: Math.min(WIDEST, title.length * CHARACTER + 40), height: HEIGHT });
  }
  for (const { from, to } of flows) drawing.setEdge(from, to);
  place(drawing);
  const size = numbersOf(drawing.graph(), ['width', 'height']);
  return {
    width: Math.ceil(size.width),
    height: Math.ceil(size.height),
    nodes: [...shown].map(([id, link]) => {
      const { x, y, width, height } = numbersOf(drawing.node(id), ['x', 'y', 'width', 'height']);
      return { link, x: x - width / 2, y: y - height / 2, width, height, isSubject: id === subject };
    }),
    edges: flows.map(({ from, to }) => ({ path: curveThrough(pointsOf(drawing.edge(from, to))) })),
    hidden,
  };
}

// What the layout gives is typed loosely: here it is read as what it is.
function numbersOf<K extends string>(label: unknown, keys: readonly K[]): Record<K, number> {
  const found = {} as Record<K, number>;
  for (const key of keys) {
    const value: unknown = typeof label === 'object' && label !== null ? Reflect.get(label, key) : undefined;
    found[key] = typeof value === 'number' ? value : 0;
  }
  return found;
}

function pointsOf(edge: unknown): readonly { readonly x: number; readonly y: number }[] {
  if (typeof edge !== 'object' || edge === null || !('points' in edge) || !Array.isArray(edge.points)) return [];
  return edge.points.map((point: unknown) => numbersOf(point, ['x', 'y']));
}

/** A curve that leaves and arrives level. */
function curveThrough(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${px(first.x)} ${px(first.y)}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    path += `C${px(middle)} ${px(before.y)} ${px(middle)} ${px(point.y)} ${px(point.x)} ${px(point.y)}`;
    before = point;
  }
  return path;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
