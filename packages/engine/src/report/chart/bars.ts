// Small bars beside numbers: the size of a group, the way to a target, a place among percentiles.
import { html, NOTHING, type Markup } from '../html/markup.js';
import { linearScale, placeOf, px } from './positions.js';

/** One bar per value on a common line from zero; the numbers stand beside them. */
export function barOf(value: string | null, among: readonly (string | null)[]): Markup {
  if (value === null) return NOTHING;
  const places = among.flatMap((text) => (text === null ? [] : [placeOf(text)]));
  const x = linearScale([Math.min(0, ...places), Math.max(0, ...places)], [0, 160]);
  const [from, to] = [x(0), x(placeOf(value))];
  return html`<svg class="bar" viewBox="0 0 160 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect
      class="fill"
      x="${px(Math.min(from, to))}"
      y="0"
      width="${px(Math.max(Math.abs(to - from), 1))}"
      height="10"
    />
  </svg>`;
}

/** How far the way from baseline to target is gone, and how far it should be by now. */
export function progressBar(progress: string, expected: string | null): Markup {
  const at = placeOf(progress);
  const x = linearScale([Math.min(0, at), Math.max(1, at)], [0, 300]);
  const [from, to] = [x(0), x(at)];
  const due =
    expected === null
      ? null
      : html`<rect class="due" x="${px(x(placeOf(expected)) - 1)}" y="0" width="2" height="12" />`;
  return html`<svg
    class="progress"
    viewBox="0 0 300 12"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="rest" x="${px(x(0))}" y="3" width="${px(x(1) - x(0))}" height="6" />
    <rect class="fill" x="${px(Math.min(from, to))}" y="3" width="${px(Math.abs(to - from))}" height="6" />
    <rect class="aim" x="${px(x(1) - 2)}" y="0" width="2" height="12" />
    ${due}
  </svg>`;
}

export interface StripPoint {
  readonly value: string;
  /** In two lines. */
  readonly name: string;
  readonly shown: string;
}

/** Points of a population along a line, with the value at hand among them. */
export function strip(points: readonly StripPoint[], own: StripPoint | null): Markup {
  const places = [...points, ...(own === null ? [] : [own])].map(({ value }) => placeOf(value));
  const low = Math.min(...places);
  const high = Math.max(...places);
  const x = linearScale([low, high], [46, 314]);
  const one = ({ value, name, shown }: StripPoint): Markup => {
    const at = px(x(placeOf(value)));
    return html`<line class="notch" x1="${at}" x2="${at}" y1="33" y2="43" /><text
        class="label"
        x="${at}"
        y="57"
        text-anchor="middle"
        >${name}</text
      ><text class="label strong" x="${at}" y="71" text-anchor="middle">${shown}</text>`;
  };
  const mine =
    own === null
      ? null
      : html`<polygon
            class="own"
            points="${`${px(x(placeOf(own.value)) - 6)},22 ${px(x(placeOf(own.value)) + 6)},22 ${px(x(placeOf(own.value)))},35`}"
          /><text class="label strong" x="${px(x(placeOf(own.value)))}" y="15" text-anchor="middle"
            >${own.name} ${own.shown}</text
          >`;
  return html`<svg
    class="strip"
    viewBox="0 0 360 78"
    role="img"
    aria-label="${[...points, ...(own === null ? [] : [own])].map(({ name, shown }) => `${name} ${shown}`).join(', ')}"
  >
    <line class="axis" x1="20" x2="340" y1="38" y2="38" />
    ${points.map(one)}${mine}
  </svg>`;
}
