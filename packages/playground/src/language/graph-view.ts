// The graph of a project as a picture from left to right: data, metrics, KPIs, goals.
import { layout as place, graphlib } from '@dagrejs/dagre';
import { pictureOf, type Edge, type Graph, type Picture } from '@sextant/parser';
import type { GraphEdgeView, GraphNodeView, GraphView } from '../state/views.js';
import { columnsOf } from './graph-columns.js';
import type { GraphParams } from './methods.js';
import { placesIn } from './outline.js';

const HEIGHT = 28;
const CHARACTER = 6.9;
const WIDEST = 210;
/** What stands in a box beside its name: the sign of its kind, and the status where it has one. */
const BESIDE = 38;
const STATUS = 20;

/** These point from what serves to what is served, as the picture runs; all others from who needs to what is needed. */
const FORWARD: ReadonlySet<Edge['kind']> = new Set(['serves', 'part_of', 'owned_by', 'contributed_by', 'contains']);

export function graphView(graph: Graph, { kinds, near, leading }: GraphParams): GraphView {
  const picture = pictureOf(graph);
  const ofKinds = picture.nodes.filter(({ kind, id }) => kinds.includes(kind) || id === near);
  const kept = new Set(ofKinds.map(({ id }) => id));
  const between = flowsOf(picture).filter(({ from, to }) => kept.has(from) && kept.has(to) && from !== to);
  const ids =
    near !== null && kept.has(near) ? connected(near, between) : leading ? leadingTo(ofKinds, between, kept) : kept;
  const shown = ofKinds.filter(({ id }) => ids.has(id));
  const flows = between.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const drawing = new graphlib.Graph();
  drawing.setGraph({
    rankdir: 'LR',
    nodesep: 8,
    ranksep: 44,
    edgesep: 5,
    marginx: 14,
    marginy: 14,
    ranker: 'none',
  });
  drawing.setDefaultEdgeLabel(() => ({}));
  const columns = columnsOf(shown, flows);
  const columnOf = (id: string): number => columns.get(id) ?? 0;
  const widths = new Map<number, number>();
  for (const node of shown) {
    const column = columnOf(node.id);
    widths.set(column, Math.max(widths.get(column) ?? 80, widthFor(node)));
  }
  // The layout keeps a place for the label of each line, so that a column is two of its ranks.
  for (const { id } of shown) {
    const column = columnOf(id);
    drawing.setNode(id, { width: widths.get(column) ?? 80, height: HEIGHT, rank: 2 * column });
  }
  const isForward = ({ from, to }: Flow): boolean => columnOf(from) < columnOf(to);
  for (const flow of flows) {
    if (columnOf(flow.from) === columnOf(flow.to)) continue;
    if (isForward(flow)) drawing.setEdge(flow.from, flow.to);
    else drawing.setEdge(flow.to, flow.from);
  }
  place(drawing);
  // Lines leave a box on its right and reach the next on its left, whatever lies above or below.
  const routeOf = (flow: Flow): readonly Point[] => {
    const { from, to } = flow;
    const forward = isForward(flow);
    const between = pointsOf(forward ? drawing.edge(from, to) : drawing.edge(to, from)).slice(1, -1);
    const [start, end] = [boxOf(drawing.node(from)), boxOf(drawing.node(to))];
    const side = forward ? 1 : -1;
    return [
      { x: start.x + (side * start.width) / 2, y: start.y },
      ...(forward ? between : between.toReversed()),
      { x: end.x - (side * end.width) / 2, y: end.y },
    ];
  };
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
    edges: flows.map((flow): GraphEdgeView => ({ ...flow, path: pathOf(routeOf(flow)) })),
  };
}

type Flow = { readonly from: string; readonly to: string; readonly kind: string };

function widthFor({ name, kind }: { readonly name: string; readonly kind: string }): number {
  const status = kind === 'kpi' || kind === 'goal' ? STATUS : 0;
  return Math.min(WIDEST, name.length * CHARACTER + BESIDE + status);
}

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

/** What others are made of; all else is what they lead to. */
const MATERIAL: ReadonlySet<string> = new Set(['dataset', 'field', 'parameter', 'dimension', 'metric']);

function leadingTo(
  nodes: readonly { readonly id: string; readonly kind: string }[],
  flows: readonly Flow[],
  all: ReadonlySet<string>,
): ReadonlySet<string> {
  const ends = nodes.filter(({ kind }) => !MATERIAL.has(kind)).map(({ id }) => id);
  if (!nodes.some(({ kind }) => kind === 'kpi' || kind === 'goal')) return all;
  const found = new Set(ends);
  const waiting = [...ends];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { from, to } of flows) {
      if (to !== id || found.has(from)) continue;
      found.add(from);
      waiting.push(from);
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
