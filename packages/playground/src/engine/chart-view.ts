// An answer as pictures, one per metric over the same axis: lines over time, bars over groups. Places are doubles and are
// for drawing only; every text is the exact one.
import { domainOf, linearScale, placeOf, ticksIn, type Result } from '@sextant/engine/browser';
import type { ChartView, PanelView, PointView, RowView } from '../state/views.js';
import type { MetricColumn } from './ask-view.js';
import { isNumberType } from './shown.js';

/** More lines than this cannot be told apart, more bars not be read. */
const MOST_SERIES = 6;
const MOST_BARS = 24;
const TICKS = 4;

export function chartOf(result: Result, metrics: readonly MetricColumn[], rows: readonly RowView[]): ChartView | null {
  const numbers = metrics.flatMap((column, metric) => (isNumberType(column.type) ? [{ column, metric }] : []));
  const isOverTime = result.columns.some(({ kind }) => kind === 'bucket');
  const hasKeys = result.columns.some(({ kind }) => kind === 'key');
  if (numbers.length === 0 || rows.length === 0 || (!isOverTime && !hasKeys)) return null;
  return isOverTime ? lines(result, numbers, rows) : bars(result, numbers, rows);
}

interface Numbered {
  readonly column: MetricColumn;
  readonly metric: number;
}

function lines(result: Result, numbers: readonly Numbered[], rows: readonly RowView[]): ChartView | null {
  const labels = new Map<string, { text: string; complete: boolean; start: string }>();
  for (const { bucket } of result.rows) {
    if (bucket !== null)
      labels.set(bucket.label, { text: bucket.label, complete: bucket.complete, start: bucket.start ?? '' });
  }
  // Buckets come in the order of the rows, which a question may have changed; a picture runs forward in time.
  const axis = [...labels.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
  if (axis.length < 2) return null;
  const groups = new Map<string, number[]>();
  result.rows.forEach(({ keys }, row) => {
    const name = nameOf(keys);
    const list = groups.get(name);
    if (list === undefined) groups.set(name, [row]);
    else list.push(row);
  });
  const chosen = largest(groups, result, numbers[0]?.metric ?? 0).slice(0, MOST_SERIES);
  const panels = numbers.map(({ column, metric }) => {
    const points = chosen.map((name) => {
      const byLabel = new Map((groups.get(name) ?? []).map((row) => [result.rows[row]?.bucket?.label ?? '', row]));
      return axis.map(({ text }) => byLabel.get(text) ?? null);
    });
    return panelOf(column, metric, points, result, rows, false);
  });
  return {
    kind: 'lines',
    labels: axis.map(({ text, complete }) => ({ text, complete })),
    series: chosen,
    panels,
    left: groups.size - chosen.length,
  };
}

function bars(result: Result, numbers: readonly Numbered[], rows: readonly RowView[]): ChartView {
  const drawn = rows.slice(0, MOST_BARS);
  return {
    kind: 'bars',
    labels: drawn.map(({ keys }) => ({ text: nameOf(keys), complete: true })),
    series: [''],
    panels: numbers.map(({ column, metric }) =>
      panelOf(column, metric, [drawn.map((_, row) => row)], result, rows, true),
    ),
    left: rows.length - drawn.length,
  };
}

/** By what a group brings in all buckets together, most first; what is equal stays in its order. */
function largest(groups: ReadonlyMap<string, readonly number[]>, result: Result, metric: number): readonly string[] {
  const weight = (list: readonly number[]): number =>
    list.reduce((sum, row) => sum + Math.abs(placeOf(result.rows[row]?.cells[metric]?.value ?? '0')), 0);
  return [...groups].sort(([, a], [, b]) => weight(b) - weight(a)).map(([name]) => name);
}

function panelOf(
  column: MetricColumn,
  metric: number,
  placed: readonly (readonly (number | null)[])[],
  result: Result,
  rows: readonly RowView[],
  fromZero: boolean,
): PanelView {
  const valueAt = (row: number): number | null => {
    const text = result.rows[row]?.cells[metric]?.value ?? null;
    return text === null ? null : placeOf(text);
  };
  const known = placed.flatMap((list) => list.flatMap((row) => (row === null ? [] : (valueAt(row) ?? []))));
  const range = fromZero ? withZero(known) : domainOf(known);
  const { domain, ticks } = fromZero
    ? { domain: range, ticks: ticksIn(range, TICKS, column.percent) }
    : toTicks(range, column.percent);
  const scale = linearScale(domain, [0, 1]);
  return {
    metric,
    title: column.title ?? column.name,
    unit: column.percent ? '' : column.unit,
    ticks: ticks.map(({ at, text }) => ({ at: scale(at), text })),
    zero: Math.min(1, Math.max(0, scale(0))),
    points: placed.map((list) =>
      list.map((row): PointView | null => {
        const value = row === null ? null : valueAt(row);
        const cell = row === null ? undefined : rows[row]?.cells[metric];
        return row === null || value === null || cell === undefined ? null : { at: scale(value), row, shown: cell };
      }),
    ),
  };
}

interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: ReturnType<typeof ticksIn>;
}

/** The axis ends where a round value stands: what is drawn can be read against one above it and one below. */
function toTicks([low, high]: readonly [number, number], percent: boolean): Axis {
  const inside = ticksIn([low, high], TICKS, percent);
  const [first, second] = inside;
  const last = inside.at(-1);
  if (first === undefined || second === undefined || last === undefined) return { domain: [low, high], ticks: inside };
  const step = second.at - first.at;
  const near = step * 0.02;
  const from = first.at - low > near ? first.at - step : first.at;
  const to = high - last.at > near ? last.at + step : last.at;
  // As many as there are steps, so that the steps stay as they are.
  return { domain: [from, to], ticks: ticksIn([from, to], Math.round((to - from) / step), percent) };
}

function withZero(values: readonly number[]): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 1] : [low, high];
}

function nameOf(keys: readonly (string | null)[]): string {
  return keys.map((key) => (key === null ? '(no value)' : key === '' ? "''" : key)).join(' · ');
}
