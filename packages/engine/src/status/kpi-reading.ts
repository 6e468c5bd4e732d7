// A KPI as a scorecard shows it: its standing, its groups, what came before, and what others reach.
import { showSpan, showUnit, type Status } from '@sextant/parser';
import { writeKey } from '../result/write-cell.js';
import type { BucketCell } from '../result/result.js';
import { pointOfDay } from '../calendar/window.js';
import { subtract } from '../value/rational.js';
import { noValue, NULL } from '../value/value.js';
import { combine, type Amount } from './amount.js';
import { gapTo, positionIn } from './benchmark.js';
import { exactFigure, exactText, kpiFigure } from './figure.js';
import type { MeasuredKpi, Sought } from './measure.js';
import { bucketCellOf } from './periods.js';
import type { Cells, Place } from './place.js';
import type { ReadyKpi } from './ready-kpi.js';
import type { BenchmarkReading, HistoryPoint, KpiReading, SliceReading, Trend } from './scorecard.js';
import { bandAmounts, standingAt, type StandingAt, type StandingTools } from './standing.js';
import { textOf } from '../value/functions/cast.js';
import { trendOf } from './trend.js';

/** All of a reading but what guardrails make of its status. */
export interface UnguardedReading {
  readonly reading: Omit<KpiReading, 'heldBackBy' | 'status' | 'playbook'>;
  readonly own: Status;
  /** What counts in a goal. */
  readonly counting: Amount;
  readonly score: Amount;
  /** The period is over, and nothing of it is stale. */
  readonly final: boolean;
}

const NO_CELLS: Cells = new Map();

export function readKpi(
  sought: Sought,
  measured: MeasuredKpi,
  stale: KpiReading['stale'],
  tools: StandingTools,
): UnguardedReading {
  const { kpi, periods } = sought;
  const last = periods.at(-1) ?? periods[0];
  const zone = tools.world.calendar.timezone;
  const placeAt = (bucket: Sought['periods'][number]): Place => placeOf(bucket, measured);
  const place = placeAt(last);
  const now = standingAt(kpi, place, stale[0]?.dataset ?? null, tools);
  // What is stale today says nothing of periods that ended before.
  const standings = periods.map((bucket) => (bucket === last ? now : standingAt(kpi, placeAt(bucket), null, tools)));
  const history = standings.map(({ standing, target }, i): HistoryPoint => ({
    period: bucketCellOf(kpi, periods[i] ?? last, tools.asOf, zone),
    value: standing.value,
    target,
    status: standing.status,
  }));
  const slices = (measured.groups.get(last.label) ?? []).map(({ keys, cells }): SliceReading => ({
    keys: keys.map(writeKey),
    standing: standingAt(kpi, { ...place, group: keys, cells }, stale[0]?.dataset ?? null, tools).standing,
  }));
  const trend = trendAt(kpi, place, now, tools);
  const period = bucketCellOf(kpi, last, tools.asOf, zone);
  return {
    reading: {
      ...described(kpi, period, tools),
      standing: now.standing,
      ownStatus: now.standing.status,
      trend,
      stale,
      slices,
      history,
      benchmark: benchmarkAt(kpi, now.value, tools),
    },
    own: now.standing.status,
    counting: now.counting,
    score: now.score,
    final: now.complete && stale.length === 0,
  };
}

/** A calendar dataset that has no unit for the day leaves a KPI without a period. */
export function readWithoutPeriod(kpi: ReadyKpi, stale: KpiReading['stale'], tools: StandingTools): UnguardedReading {
  const zone = tools.world.calendar.timezone;
  const day = { label: '', start: pointOfDay(tools.asOfDay, zone), end: tools.asOf };
  const value: Cells = new Map([['value', noValue('no_bucket')]]);
  const read = readKpi(
    { kpi, periods: [day], groups: [] },
    { whole: new Map([['', value]]), groups: new Map() },
    stale,
    tools,
  );
  const period = { label: '', start: null, end: null, complete: false };
  return { ...read, reading: { ...read.reading, period, trend: null, history: [] }, final: false };
}

type Described = Omit<
  KpiReading,
  | 'standing'
  | 'ownStatus'
  | 'heldBackBy'
  | 'status'
  | 'playbook'
  | 'trend'
  | 'stale'
  | 'slices'
  | 'history'
  | 'benchmark'
>;

function described(kpi: ReadyKpi, period: BucketCell, tools: StandingTools): Described {
  const { def } = kpi;
  const { basis, onTrack, atRisk } = bandAmounts(kpi, tools);
  return {
    kpi: kpi.name,
    title: def.title?.text ?? kpi.name,
    goal: def.goal?.text ?? null,
    owner: def.owner?.text ?? null,
    contributors: def.contributors.map((one) => one.text),
    unit: showUnit(kpi.unit),
    percent: kpi.percent,
    decimals: kpi.decimals,
    direction: kpi.direction,
    every: def.every?.text ?? '',
    weight: kpi.weight,
    period,
    bands: {
      basis,
      onTrack: exactText(onTrack),
      atRisk: atRisk === null ? null : exactText(atRisk),
      declared: kpi.bands.declared,
    },
  };
}

function placeOf(bucket: Sought['periods'][number], measured: MeasuredKpi): Place {
  const groups = measured.groups.get(bucket.label) ?? [];
  return {
    bucket,
    cells: measured.whole.get(bucket.label) ?? NO_CELLS,
    group: null,
    cellsOfGroup: (text) =>
      groups.find(({ keys: [key] }) => key !== undefined && key.kind !== 'none' && textOf(key) === text)?.cells ??
      NO_CELLS,
  };
}

function trendAt(kpi: ReadyKpi, { bucket, cells }: Place, now: StandingAt, tools: StandingTools): Trend | null {
  if (!now.started) return null;
  // Units of a calendar dataset differ in length: only whole ones compare.
  const comparable = kpi.compare !== null || typeof kpi.every === 'string' || now.complete;
  const prior = comparable ? (cells.get('prior') ?? NULL) : noValue('incomplete_window');
  const before = tools.world.levels.holding(kpi.every, bucket.start.instant - 1n);
  const span = kpi.compare ?? { amount: 1, level: kpi.every };
  return {
    direction: trendOf({
      value: now.value,
      prior,
      direction: kpi.direction,
      range: now.aim.kind === 'range' ? now.aim : null,
      materiality: kpi.materiality === null ? null : tools.constant(kpi.materiality),
    }),
    versus: kpi.compare === null && before !== null ? before.label : showSpan(span),
    prior: kpiFigure(prior, kpi),
    change: kpiFigure(combine(now.value, prior, subtract), kpi),
  };
}

function benchmarkAt(kpi: ReadyKpi, value: Amount, tools: StandingTools): BenchmarkReading | null {
  if (kpi.benchmark === null) return null;
  const { population, year, source } = kpi.benchmark;
  const points = kpi.benchmark.points.map((point) => ({ ...point, value: tools.constant(point.value) }));
  const gap = gapTo(points, value);
  const position = positionIn(points, value);
  return {
    population,
    year,
    source,
    points: points.map((point) => ({ percentile: point.percentile, value: exactFigure(point.value) })),
    gap: gap === null ? null : kpiFigure(gap, kpi),
    position: position === null ? null : { ...position, percentile: exactFigure(position.percentile) },
  };
}
