// The graph of a project as a picture from left to right: data, metrics, KPIs, goals.
import { layout as place, graphlib } from '@dagrejs/dagre';
import { pictureOf, type Edge, type Graph, type Picture } from '@sextant/parser';
import type { GraphEdgeView, GraphNodeView, GraphView } from '../state/views.js';
import type { GraphParams } from './methods.js';
import { placesIn } from './outline.js';

const HEIGHT = 34;
const CHARACTER = 7;

/** These point from what serves to what is served, as the picture runs; all others from who needs to what is needed. */
const FORWARD: ReadonlySet<Edge['kind']> = new Set(['serves', 'part_of', 'owned_by', 'contributed_by', 'contains']);

export function graphView(graph: Graph, { kinds, near }: GraphParams): GraphView {
  const picture = pictureOf(graph);
  const ofKinds = picture.nodes.filter(({ kind, id }) => kinds.includes(kind) || id === near);
  const kept = new Set(ofKinds.map(({ id }) => id));
  const between = flowsOf(picture).filter(({ from, to }) => kept.has(from) && kept.has(to) && from !== to);
  const ids = near !== null && kept.has(near) ? connected(near, between) : kept;
  const shown = ofKinds.filter(({ id }) => ids.has(id));
  const flows = between.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const drawing = new graphlib.Graph();
  drawing.setGraph({
    rankdir: 'LR',
    nodesep: 10,
    ranksep: 64,
    edgesep: 6,
    marginx: 16,
    marginy: 16,
    ranker: 'network-simplex',
  });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const node of shown) {
    const longest = Math.max(node.name.length, 6);
    drawing.setNode(node.id, { width: Math.min(240, longest * CHARACTER + 38), height: HEIGHT });
  }
  for (const { from, to } of flows) drawing.setEdge(from, to);
  place(drawing);
  const placeOf = placesIn(graph);
  const { width = 0, height = 0 } = sizeOf(drawing.graph());
  return {
    width,
    height,
    nodes: shown.map((node): GraphNodeView => {
      const { x, y, width: w, height: h } = boxOf(drawing.node(node.id));
      return {
        id: node.id,
        kind: node.kind,
        name: node.name,
        title: node.title,
        x: x - w / 2,
        y: y - h / 2,
        width: w,
        height: h,
        place: node.span === null ? null : placeOf(node.span),
      };
    }),
    edges: flows.map(({ from, to, kind }): GraphEdgeView => ({
      from,
      to,
      kind,
      path: pathOf(pointsOf(drawing.edge(from, to))),
    })),
  };
}

type Flow = { readonly from: string; readonly to: string; readonly kind: string };

/** The node, all that leads to it, and all that it leads to. */
function connected(near: string, flows: readonly Flow[]): ReadonlySet<string> {
  const found = new Set([near]);
  for (const [start, end] of [
    ['from', 'to'],
    ['to', 'from'],
  ] as const) {
    const waiting = [near];
    const seen = new Set(waiting);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const flow of flows) {
        if (flow[start] !== id || seen.has(flow[end])) continue;
        seen.add(flow[end]);
        found.add(flow[end]);
        waiting.push(flow[end]);
      }
    }
  }
  return found;
}

/** Each pair once: what reads two things of one dataset has one line to it. */
function flowsOf({ edges }: Picture): readonly Flow[] {
  const flows = new Map<string, Flow>();
  for (const { from, to, kind } of edges) {
    const [start, end] = FORWARD.has(kind) ? [from, to] : [to, from];
    const key = `${start}\u0000${end}`;
    if (!flows.has(key)) flows.set(key, { from: start, to: end, kind });
  }
  return [...flows.values()];
}

// What the layout gives is typed loosely: here it is read as what it is.
interface Point {
  readonly x: number;
  readonly y: number;
}

function sizeOf(label: unknown): { readonly width?: number; readonly height?: number } {
  return typeof label === 'object' && label !== null ? label : {};
}

function boxOf(node: unknown): Point & { readonly width: number; readonly height: number } {
  if (typeof node !== 'object' || node === null) return { x: 0, y: 0, width: 0, height: HEIGHT };
  const numberAt = (key: string): number => {
    const value: unknown = Reflect.get(node, key);
    return typeof value === 'number' ? value : 0;
  };
  return { x: numberAt('x'), y: numberAt('y'), width: numberAt('width'), height: numberAt('height') };
}

function pointsOf(edge: unknown): readonly Point[] {
  if (typeof edge !== 'object' || edge === null || !('points' in edge) || !Array.isArray(edge.points)) return [];
  return edge.points as readonly Point[];
}

/** A curve that leaves and arrives level, through the points that the layout found. */
function pathOf(points: readonly Point[]): string {
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
