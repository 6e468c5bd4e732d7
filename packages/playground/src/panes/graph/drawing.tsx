// The picture: boxes and lines. The arrow keys move along the lines, Enter opens the definition.
import type { Status } from '@sextant/parser';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { lastOf } from '../../flow/keep-answered.js';
import { reveal } from '../../editor/editor-handle.js';
import { Icon, type IconName } from '../../parts/icon.jsx';
import { STATUS_WORDS, StatusShape } from '../../parts/status.jsx';
import { set, state } from '../../state/store.js';
import type { GraphNodeView, GraphView, ScorecardView } from '../../state/views.js';
import { nearOf } from './near.js';
import { SIGNS } from './signs.js';
import { dragging, useSize } from './use-size.js';

export function Drawing({ view }: { readonly view: GraphView }): VNode {
  const { focus, answers } = state.value;
  const place = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const { scale, choose } = useSize(place, view);
  const near = focus === null ? null : nearOf(focus, view.edges);
  const statuses = statusesOf(lastOf(answers.scorecard)?.value ?? null);
  const [first] = view.nodes;
  const current = view.nodes.some(({ id }) => id === focus) ? focus : (first?.id ?? null);
  useEffect(() => {
    const chosen = view.nodes.find(({ id }) => id === focus);
    const box = place.current;
    if (chosen === undefined || box === null) return;
    // The picture moves within its frame; the pane stays where it is.
    box.scrollLeft = (chosen.x + chosen.width / 2) * scale - box.clientWidth / 2;
    box.scrollTop = (chosen.y + chosen.height / 2) * scale - box.clientHeight / 2;
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
    <div class="drawing" ref={whole}>
      <div class="drawing-head">
        <p class="soft">
          {view.nodes.length === 1 ? '1 node' : `${view.nodes.length} nodes`}
          <span class="drawing-hint">
            {focus === null && view.nodes.length > MANY
              ? ': choose one to see only what is connected to it'
              : '; drag to move, Ctrl and the wheel to zoom'}
          </span>
        </p>
        <div class="zoom" role="group" aria-label="Size">
          <Size word="Smaller" icon="minus" onClick={() => choose('smaller')} />
          <span class="soft" aria-hidden="true">
            {Math.round(scale * 100)} %
          </span>
          <Size word="Larger" icon="plus" onClick={() => choose('larger')} />
          <button type="button" class="quiet" title="All of it" onClick={() => choose('fit')}>
            Fit
          </button>
          <button type="button" class="quiet" title="So that names can be read" onClick={() => choose('begin')}>
            Read
          </button>
          <Size word="On the whole screen" icon="expand" onClick={() => void onWholeScreen(whole.current)} />
        </div>
      </div>
      <div
        class="drawing-place"
        ref={place}
        tabIndex={0}
        role="region"
        aria-label="Picture of the graph"
        onPointerDown={dragging(place)}
        onKeyDown={(event) => {
          const change = SIZE_KEYS[event.key];
          if (change === undefined || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          choose(change);
        }}
      >
        <svg
          viewBox={`0 0 ${view.width} ${view.height}`}
          width={view.width * scale}
          height={view.height * scale}
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
                aria-label={`${cut(name, textWidth(kind, width))}, ${WORDS[kind] ?? kind}${status === undefined ? '' : `, ${STATUS_WORDS[status]}`}`}
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
                <title>
                  {title ?? name}
                  {status === undefined ? '' : `: ${STATUS_WORDS[status]}`}
                </title>
                <rect width={width} height={height} rx={kind === 'goal' ? height / 2 : kind === 'dataset' ? 2 : 7} />
                <text x={27} y={height / 2 + 4.5}>
                  {cut(name, textWidth(kind, width))}
                </text>
                {status === undefined ? null : (
                  <g class={`icon ${status}`} transform={`translate(${width - 21} ${height / 2 - 7})`}>
                    <StatusShape status={status} />
                  </g>
                )}
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

/** More than these are a map rather than a picture. */
const MANY = 60;

const WORDS: Readonly<Record<string, string>> = { kpi: 'KPI' };

const SIZE_KEYS: Readonly<Record<string, 'larger' | 'smaller' | 'fit' | 'begin'>> = {
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'fit',
  '1': 'begin',
};

function Size({ word, icon, onClick }: { word: string; icon: IconName; onClick: () => void }): VNode {
  return (
    <button type="button" class="quiet" aria-label={word} title={word} onClick={onClick}>
      <Icon name={icon} size={14} />
    </button>
  );
}

async function onWholeScreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
  else await element?.requestFullscreen();
}

/** Where a status stands, there is less room for the name. */
function textWidth(kind: string, width: number): number {
  return kind === 'kpi' || kind === 'goal' ? width - 20 : width;
}

function cut(name: string, width: number): string {
  const most = Math.floor((width - 33) / 6.6);
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
