// Which period a KPI is judged in, and the periods before it.
import type { Graph } from '@sextant/parser';
import { parsePeriod } from '../calendar/periods.js';
import { dayOf, MAX_YEAR, MIN_YEAR } from '../calendar/civil.js';
import { dayAt, pointOfDay, type Point, type Window } from '../calendar/window.js';
import type { LevelBucket, Levels } from '../levels/levels.js';
import { calendarOf } from '../question/check-question.js';
import { boundText } from '../result/bound-text.js';
import type { BucketCell } from '../result/result.js';
import type { ReadyKpi } from './ready-kpi.js';

/** The bucket of `every` that holds a day; of hours, the last one of the day. Null where a calendar dataset has none. */
export function periodHolding(kpi: ReadyKpi, day: number, levels: Levels, zone: string): LevelBucket | null {
  return levels.holding(kpi.every, pointOfDay(day + 1, zone).instant - 1n);
}

/** The bucket of `every` that a text names; null where it names none of that level. */
export function periodNamed(kpi: ReadyKpi, text: string, levels: Levels, graph: Graph): LevelBucket | null {
  const settings = calendarOf(graph);
  if (typeof kpi.every === 'string') {
    const period = parsePeriod(text, settings);
    return period.kind === 'period' && period.level === kpi.every
      ? { start: period.start, end: period.end, label: period.text }
      : null;
  }
  const zone = settings.timezone;
  const always = { start: pointOfDay(dayOf(MIN_YEAR, 1, 1), zone), end: pointOfDay(dayOf(MAX_YEAR, 12, 31), zone) };
  return levels.between(kpi.every, always)?.find((bucket) => bucket.label === text) ?? null;
}

/** So many periods up to and with this one, oldest first; fewer where a calendar dataset begins later. */
export function periodsUpTo(
  kpi: ReadyKpi,
  last: LevelBucket,
  count: number,
  levels: Levels,
): readonly [LevelBucket, ...LevelBucket[]] {
  const found: [LevelBucket, ...LevelBucket[]] = [last];
  while (found.length < count) {
    const before = levels.holding(kpi.every, found[0].start.instant - 1n);
    if (before === null) break;
    found.unshift(before);
  }
  return found;
}

/** Days `[first, end)` that hold a run of periods. */
export function daysOf(
  window: Window & { readonly start: Point; readonly end: Point },
  zone: string,
): [number, number] {
  return [dayAt(zone, window.start.instant), dayAt(zone, window.end.instant - 1n) + 1];
}

export function bucketCellOf(kpi: ReadyKpi, bucket: LevelBucket, asOf: Point, zone: string): BucketCell {
  const hour = kpi.every === 'hour';
  return {
    label: bucket.label,
    start: boundText(bucket.start, hour, zone),
    end: boundText(bucket.end, hour, zone),
    complete: bucket.end.instant <= asOf.instant,
  };
}
