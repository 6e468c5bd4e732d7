// A KPI's periods as a picture: values with the shapes of their statuses, targets, bands, and the period that is not over.
import type { Status } from '@sextant/parser';
import type { HistoryPoint, KpiReading } from '../../status/scorecard.js';
import { html, type Markup } from '../html/markup.js';
import { statusShape } from '../html/status-mark.js';
import { shownNumber } from '../number-text.js';
import { axisLabel } from './axis-labels.js';
import { bandsAt, type Bands } from './bands.js';
import { domainOf, linearScale, placeOf, px, type Scale } from './positions.js';
import { ticksIn } from './ticks.js';

export interface ChartSize {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly right: number;
}

export const WIDE: ChartSize = { name: 'wide', width: 720, height: 250, right: 112 };
export const NARROW: ChartSize = { name: 'narrow', width: 350, height: 230, right: 12 };

const TOP = 14;
const BOTTOM = 40;
/** The width of a digit and of a capital, about: for the room that labels need. */
const CHARACTER = 6.4;

interface Slot {
  readonly point: HistoryPoint;
  readonly left: number;
  readonly middle: number;
  readonly bands: Bands | null;
}

/** `straight`: the score follows the value in a straight line, so that bands of scores are bands of values. */
export function historyChart(reading: KpiReading, straight: boolean, size: ChartSize): Markup {
  const { history } = reading;
  const bands = history.map((point) => bandsAt(reading, point, straight));
  const domain = domainOf(allValues(reading, bands));
  const ticks = ticksIn(domain, size.name === 'wide' ? 5 : 4, reading.percent);
  const left = Math.max(...ticks.map(({ text }) => text.length), 2) * CHARACTER + 12;
  const right = size.width - size.right;
  const bottom = size.height - BOTTOM;
  const y = linearScale(domain, [bottom, TOP]);
  const step = (right - left) / Math.max(1, history.length);
  const slots = history.map((point, i): Slot => {
    const start = left + step * i;
    return { point, left: start, middle: start + step / 2, bands: bands[i] ?? null };
  });
  return html`<svg
    class="chart ${size.name}"
    viewBox="0 0 ${px(size.width)} ${px(size.height)}"
    role="img"
    aria-label="${`${reading.title} by ${reading.every.replaceAll('_', ' ')}; the numbers are in the table below`}"
  >
    ${slots.map((slot) => zones(slot, step, y, TOP, bottom))}${rangeZone(reading, y, left, right)}${ticks.map(
      ({ at, text }) =>
        html`<line class="grid" x1="${px(left)}" x2="${px(right)}" y1="${px(y(at))}" y2="${px(y(at))}" /><text
            class="label"
            x="${px(left - 8)}"
            y="${px(y(at) + 4)}"
            text-anchor="end"
            >${text}</text
          >`,
    )}${slots.map((slot) => openPeriod(slot, step, TOP, bottom))}${periods(slots, step, bottom)}${limits(reading, y, left, right)}${reading.standing.aim.kind === 'target' ? slots.map((slot) => target(slot, step, y)) : null}${line(slots, y)}${forecast(reading, slots.at(-1), y)}${slots.map(({ point, middle }) => mark(point, middle, y, bottom))}${
      size.name === 'wide' ? endLabels(reading, slots.at(-1), y, right) : null
    }
  </svg>`;
}

function allValues({ history, standing, bands }: KpiReading, thresholds: readonly (Bands | null)[]): readonly number[] {
  const { aim, pacing } = standing;
  const texts = [
    ...history.flatMap(({ value, target: aimed }) => [value.value, aimed?.value ?? null]),
    ...(aim.kind === 'limit' ? [aim.bound.value] : aim.kind === 'range' ? [aim.low.value, aim.high.value] : []),
    ...(bands.basis === 'value' ? [bands.onTrack, bands.atRisk] : []),
    pacing?.forecast.value ?? null,
  ];
  return [
    ...texts.flatMap((text) => (text === null ? [] : [placeOf(text)])),
    ...thresholds.flatMap((one) => (one === null ? [] : [one.onTrack])),
  ];
}

function zones({ left, bands }: Slot, width: number, y: Scale, top: number, bottom: number): Markup | null {
  if (bands === null) return null;
  const clamp = (at: number): number => Math.min(bottom, Math.max(top, at));
  const good = clamp(y(bands.onTrack));
  const edge = bands.better === 'up' ? top : bottom;
  const fair = bands.atRisk === null ? null : clamp(y(bands.atRisk));
  return html`${rect('zone good', left, good, width, edge)}${fair === null ? null : rect('zone fair', left, fair, width, good)}`;
}

function rangeZone({ standing: { aim } }: KpiReading, y: Scale, left: number, right: number): Markup | null {
  if (aim.kind !== 'range' || aim.low.value === null || aim.high.value === null) return null;
  return rect('zone good', left, y(placeOf(aim.low.value)), right - left, y(placeOf(aim.high.value)));
}

function rect(className: string, x: number, from: number, width: number, to: number): Markup | null {
  const height = Math.abs(from - to);
  if (height < 0.01) return null;
  return html`<rect
    class="${className}"
    x="${px(x)}"
    y="${px(Math.min(from, to))}"
    width="${px(width)}"
    height="${px(height)}"
  />`;
}

/** The bucket that has not ended has a frame of its own: its value will still grow. */
function openPeriod({ point, left }: Slot, width: number, top: number, bottom: number): Markup | null {
  if (point.period.complete) return null;
  return html`<rect
    class="open"
    x="${px(left + 0.5)}"
    y="${px(top)}"
    width="${px(width - 1)}"
    height="${px(bottom - top)}"
  />`;
}

function periods(slots: readonly Slot[], step: number, bottom: number): Markup {
  const labels = slots.map(({ point }) => axisLabel(point.period.label));
  const longest = Math.max(...labels.map(({ minor }) => minor.length), 1) * CHARACTER + 8;
  const every = Math.max(1, Math.ceil(longest / step));
  // Counted from the end: the period at hand has its label always.
  const isLabelled = (i: number): boolean => (slots.length - 1 - i) % every === 0;
  const begins = (i: number): boolean => labels[i]?.major !== '' && labels[i]?.major !== labels[i - 1]?.major;
  const firstMajor = labels.findIndex((_, i) => begins(i));
  return html`${slots.map(({ middle, left }, i) => {
    const label = labels[i];
    if (label === undefined) return null;
    // The first stretch may be too short for its name before the next begins.
    const next = labels.findIndex((one, at) => at > i && one.major !== label.major);
    const room = ((next === -1 ? slots.length : next) - i) * step;
    const major =
      begins(i) && room > label.major.length * CHARACTER
        ? html`<text class="label major" x="${px(left + 2)}" y="${px(bottom + 33)}">${label.major}</text>`
        : null;
    const rule =
      begins(i) && i !== firstMajor
        ? html`<line class="grid" x1="${px(left)}" x2="${px(left)}" y1="${px(bottom)}" y2="${px(bottom + 36)}" />`
        : null;
    return html`${isLabelled(i) ? html`<text class="label" x="${px(middle)}" y="${px(bottom + 17)}" text-anchor="middle">${label.minor}</text>` : null}${major}${rule}`;
  })}`;
}

function limits({ standing: { aim } }: KpiReading, y: Scale, left: number, right: number): Markup | null {
  const bounds = aim.kind === 'limit' ? [aim.bound.value] : aim.kind === 'range' ? [aim.low.value, aim.high.value] : [];
  return html`${bounds.map((bound) => {
    if (bound === null) return null;
    const at = px(y(placeOf(bound)));
    return html`<line class="target" x1="${px(left)}" x2="${px(right)}" y1="${at}" y2="${at}" />`;
  })}`;
}

function target({ point, left }: Slot, step: number, y: Scale): Markup | null {
  if (point.target === null || point.target.value === null) return null;
  const at = px(y(placeOf(point.target.value)));
  return html`<line class="target" x1="${px(left + 1)}" x2="${px(left + step - 1)}" y1="${at}" y2="${at}" />`;
}

/** Broken where a period has no value; the way into an open period is dashed. */
function line(slots: readonly Slot[], y: Scale): Markup {
  return html`${slots.map((slot, i) => {
    const before = slots[i - 1];
    const [from, to] = [before?.point.value.value ?? null, slot.point.value.value];
    if (before === undefined || from === null || to === null) return null;
    const open = slot.point.period.complete ? '' : ' dashed';
    return html`<line
      class="${`series${open}`}"
      x1="${px(before.middle)}"
      y1="${px(y(placeOf(from)))}"
      x2="${px(slot.middle)}"
      y2="${px(y(placeOf(to)))}"
    />`;
  })}`;
}

/** Where the open period is heading, from where it is. */
function forecast({ standing: { pacing } }: KpiReading, last: Slot | undefined, y: Scale): Markup | null {
  const expected = pacing?.forecast.value ?? null;
  const value = last?.point.value.value ?? null;
  if (last === undefined || last.point.period.complete || expected === null || value === null) return null;
  const [x, from, to] = [px(last.middle), y(placeOf(value)), y(placeOf(expected))];
  return html`<line class="forecast" x1="${x}" x2="${x}" y1="${px(from)}" y2="${px(to)}" /><line
      class="forecast solid"
      x1="${px(last.middle - 7)}"
      x2="${px(last.middle + 7)}"
      y1="${px(to)}"
      y2="${px(to)}"
    />`;
}

function mark({ value, status }: HistoryPoint, x: number, y: Scale, bottom: number): Markup {
  if (value.value === null) return statusShape('no_data', x, bottom - 8, 4);
  const shape: Status = status === 'no_data' ? 'not_due' : status;
  return statusShape(shape, x, y(placeOf(value.value)), 5);
}

/** The value and the target of the last period, beside it; pushed apart where they would overlap. */
function endLabels(reading: KpiReading, last: Slot | undefined, y: Scale, right: number): Markup | null {
  if (last === undefined) return null;
  const { standing, percent, decimals } = reading;
  const { aim } = standing;
  const aimed = aim.kind === 'target' ? aim.target.value : aim.kind === 'limit' ? aim.bound.value : null;
  const entries = [
    { name: 'value', text: last.point.value.value },
    { name: aim.kind === 'limit' ? 'limit' : 'target', text: aimed },
  ].flatMap(({ name, text }) =>
    text === null ? [] : [{ name, at: y(placeOf(text)), shown: shownNumber(text, { percent, decimals }).text }],
  );
  const [first, second] = entries;
  const apart = first !== undefined && second !== undefined && Math.abs(first.at - second.at) < 28;
  return html`${entries.map(({ name, at, shown }, i) => {
    const other = entries[1 - i];
    const moved =
      apart && other !== undefined
        ? at > other.at || (at === other.at && i === 1)
          ? other.at + (at - other.at) / 2 + 15
          : other.at - (other.at - at) / 2 - 15
        : at;
    return html`<text class="end" x="${px(right + 8)}" y="${px(moved)}"
      ><tspan class="label">${name}</tspan><tspan x="${px(right + 8)}" dy="13">${shown}</tspan></text
    >`;
  })}`;
}
