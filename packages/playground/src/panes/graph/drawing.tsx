// The picture: boxes and lines. The arrow keys move along the lines, Enter opens the definition.
import type { Status } from '@sextant/parser';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lastOf } from '../../flow/keep-answered.js';
import { reveal } from '../../frame/editor-handle.js';
import { STATUS_WORDS } from '../../parts/status.jsx';
import { set, state } from '../../state/store.js';
import type { GraphNodeView, GraphView, ScorecardView } from '../../state/views.js';
import { nearOf } from './near.js';

export function Drawing({ view }: { readonly view: GraphView }): VNode {
  const { focus, answers } = state.value;
  const [zoom, setZoom] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const near = focus === null ? null : nearOf(focus, view.edges);
  const statuses = statusesOf(lastOf(answers.scorecard)?.value ?? null);
  const [first] = view.nodes;
  const current = view.nodes.some(({ id }) => id === focus) ? focus : (first?.id ?? null);
  useEffect(() => {
    const chosen = view.nodes.find(({ id }) => id === focus);
    const box = place.current;
    if (chosen === undefined || box === null) return;
    box.querySelector(`[data-id="${CSS.escape(chosen.id)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [focus, view]);
  const go = (node: GraphNodeView | undefined): void => {
    if (node === undefined) return;
    set({ focus: node.id });
    place.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(node.id)}"]`)?.focus();
  };
  const placeIn = (id: string): string => {
    if (near === null) return '';
    if (id === focus) return 'in-focus';
    return near.up.has(id) ? 'upstream' : near.down.has(id) ? 'downstream' : 'apart';
  };
  const isNear = (from: string, to: string): boolean => {
    if (near === null || focus === null) return false;
    const ups = near.up.has(from) && (near.up.has(to) || to === focus);
    return ups || (near.down.has(to) && (near.down.has(from) || from === focus));
  };
  return (
    <div class="drawing">
      <div class="zoom" role="group" aria-label="Size">
        <button
          type="button"
          class="quiet"
          aria-label="Smaller"
          onClick={() => setZoom(Math.max(0.3, (zoom ?? 1) - 0.2))}
        >
          −
        </button>
        <button type="button" class="quiet" onClick={() => setZoom(null)}>
          Fit
        </button>
        <button type="button" class="quiet" aria-label="Larger" onClick={() => setZoom(Math.min(2, (zoom ?? 1) + 0.2))}>
          +
        </button>
      </div>
      <div class="drawing-place" ref={place} tabIndex={0} role="region" aria-label="Picture of the graph">
        <svg
          viewBox={`0 0 ${view.width} ${view.height}`}
          style={
            zoom === null
              ? {
                  inlineSize: `min(100%, ${view.width}px)`,
                  minInlineSize: `${Math.min(view.width, Math.max(520, view.width * 0.6))}px`,
                }
              : { inlineSize: `${view.width * zoom}px` }
          }
          role="group"
          aria-label="Graph of the project; the arrow keys move along its lines"
        >
          {view.edges.map(({ from, to, kind, path }) => (
            <path
              key={`${from} ${to}`}
              d={path}
              class={`edge ${kind} ${near === null ? '' : isNear(from, to) ? 'near' : 'apart'}`}
            />
          ))}
          {view.nodes.map((node) => {
            const status = statuses.get(node.id);
            const { id, kind, name, x, y, width, height, title } = node;
            return (
              <g
                key={id}
                class={`node kind-${kind} ${placeIn(id)}`}
                transform={`translate(${x} ${y})`}
                role="button"
                // In a picture, names of attributes keep their case.
                tabindex={id === current ? 0 : -1}
                data-id={id}
                aria-pressed={id === focus}
                aria-label={`${cut(name, width)}, ${WORDS[kind] ?? kind}${status === undefined ? '' : `, ${STATUS_WORDS[status]}`}`}
                onClick={() => set({ focus: id === focus ? null : id })}
                onDblClick={() => {
                  if (node.place !== null) reveal(node.place);
                }}
                onKeyDown={(event) => {
                  const target = nextNode(event.key, node, view);
                  if (target !== undefined) go(target);
                  else if (event.key === 'Enter' && node.place !== null) reveal(node.place);
                  else if (event.key === ' ') set({ focus: id === focus ? null : id });
                  else return;
                  event.preventDefault();
                  event.stopPropagation();
                }}
              >
                <title>{title ?? name}</title>
                <rect width={width} height={height} rx={kind === 'goal' ? height / 2 : kind === 'dataset' ? 2 : 7} />
                <text x={28} y={height / 2 + 4.5}>
                  {cut(name, width)}
                </text>
                {status === undefined ? null : <circle class={`node-status ${status}`} cx={width - 2} cy={2} r={5} />}
              </g>
            );
          })}
          {/* Signs are for the eye alone, and no part of a node's name. */}
          <g class="signs" aria-hidden="true">
            {view.nodes.map(({ id, kind, x, y, height }) => (
              <text key={id} class={`node-kind kind-${kind} ${placeIn(id)}`} x={x + 10} y={y + height / 2 + 4}>
                {SIGNS[kind] ?? ''}
              </text>
            ))}
          </g>
        </svg>
      </div>
    </div>
  );
}

const WORDS: Readonly<Record<string, string>> = { kpi: 'KPI' };

const SIGNS: Readonly<Record<string, string>> = {
  dataset: '▤',
  dimension: '◫',
  metric: 'ƒ',
  kpi: '◎',
  goal: '⚑',
  owner: '☺',
  incentive: '¤',
  test: '✓',
  field: '·',
  parameter: 'p',
  question: '?',
};

function cut(name: string, width: number): string {
  const most = Math.floor((width - 36) / 7);
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}

/** Along a line to the left or right, to the nearest of them; up and down within a column. */
function nextNode(key: string, from: GraphNodeView, view: GraphView): GraphNodeView | undefined {
  const byId = new Map(view.nodes.map((node) => [node.id, node]));
  const nearest = (nodes: readonly GraphNodeView[]): GraphNodeView | undefined =>
    nodes.toSorted((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0];
  const linked = (at: 'from' | 'to', next: 'from' | 'to'): readonly GraphNodeView[] =>
    view.edges.filter((edge) => edge[at] === from.id).flatMap((edge) => byId.get(edge[next]) ?? []);
  const column = view.nodes.filter(
    (node) => node !== from && Math.abs(node.x + node.width / 2 - from.x - from.width / 2) < 60,
  );
  switch (key) {
    case 'ArrowLeft':
      return nearest(linked('to', 'from'));
    case 'ArrowRight':
      return nearest(linked('from', 'to'));
    case 'ArrowUp':
      return nearest(column.filter(({ y }) => y < from.y));
    case 'ArrowDown':
      return nearest(column.filter(({ y }) => y > from.y));
    default:
      return undefined;
  }
}

function statusesOf(card: ScorecardView | null): ReadonlyMap<string, Status> {
  return new Map<string, Status>([
    ...(card?.kpis ?? []).map(({ part }) => [`kpi:${part.reading.kpi}`, part.reading.status] as const),
    ...(card?.goals ?? []).map(({ reading }) => [`goal:${reading.goal}`, reading.status] as const),
  ]);
}
