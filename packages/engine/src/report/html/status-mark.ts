// A status as a shape, a colour and a word: never one of them alone.
import { statusWord, type Status } from '@sextant/parser';
import { px } from '../chart/positions.js';
import { html, type Markup } from './markup.js';

/** The shape alone, inside a picture, around a point. */
export function statusShape(status: Status, x: number, y: number, r: number): Markup {
  const at = (points: readonly (readonly [number, number])[]): string =>
    points.map(([dx, dy]) => `${px(x + dx * r)},${px(y + dy * r)}`).join(' ');
  const polygon = (points: readonly (readonly [number, number])[]): Markup =>
    html`<polygon class="mark ${status}" points="${at(points)}" />`;
  switch (status) {
    case 'achieved':
      return html`<g class="mark ${status}"
        ><circle class="mark ${status}" cx="${px(x)}" cy="${px(y)}" r="${px(r)}" /><polyline
          class="tick"
          points="${at([
            [-0.45, 0.05],
            [-0.1, 0.4],
            [0.5, -0.35],
          ])}"
      /></g>`;
    case 'on_track':
      return html`<circle class="mark ${status}" cx="${px(x)}" cy="${px(y)}" r="${px(r * 0.92)}" />`;
    case 'at_risk':
      return polygon([
        [0, -1.05],
        [1.08, 0.85],
        [-1.08, 0.85],
      ]);
    case 'off_track':
      return polygon([
        [0, -1.15],
        [1.15, 0],
        [0, 1.15],
        [-1.15, 0],
      ]);
    case 'stale':
      return polygon([
        [-0.85, -1],
        [0.85, -1],
        [-0.85, 1],
        [0.85, 1],
      ]);
    case 'not_due':
      return html`<circle class="mark ${status}" cx="${px(x)}" cy="${px(y)}" r="${px(r * 0.85)}" />`;
    case 'no_data':
      return html`<path
        class="mark ${status}"
        d="M${px(x - r * 0.8)} ${px(y - r * 0.8)}L${px(x + r * 0.8)} ${px(y + r * 0.8)}M${px(x - r * 0.8)} ${px(y + r * 0.8)}L${px(x + r * 0.8)} ${px(y - r * 0.8)}"
      />`;
  }
}

export function statusIcon(status: Status): Markup {
  return html`<svg class="icon" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
    ${statusShape(status, 7, 7, 5.4)}
  </svg>`;
}

export function statusBadge(status: Status): Markup {
  return html`<span class="badge ${status}">${statusIcon(status)}<span>${statusWord(status)}</span></span>`;
}
