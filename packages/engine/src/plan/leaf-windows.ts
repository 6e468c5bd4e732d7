// The windows of a leaf: what its dataset's time makes of a frame.
import { ownTime, type Dataset, type FieldTyped } from '@sextant/parser';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import { ALL_TIME, type Window } from '../calendar/window.js';
import type { Reason } from '../value/value.js';
import type { Lowering } from './context.js';
import type { Frame } from './frame.js';
import type { Scan, ScanState, ScanTime } from './plan.js';

export function scanTimeOf(dataset: Dataset, dated: FieldTyped | null, settings: CalendarSettings): ScanTime | null {
  const at = dated ?? ownTime(dataset);
  return at === null ? null : timeOf(at, dataset, settings);
}

function timeOf(at: FieldTyped, dataset: Dataset, settings: CalendarSettings): ScanTime {
  const { kind } = at.type.value;
  if (kind !== 'date' && kind !== 'datetime' && kind !== 'timestamp')
    throw new Error(`internal: ${at.field} is no time`);
  return {
    at,
    kind,
    zone: kind === 'datetime' ? (dataset.def.timezone?.text ?? settings.timezone) : settings.timezone,
  };
}

/** Where rows of an interval dataset end; null where no plan says so: `until: next`, or the time of another row. */
export function validityOf(dataset: Dataset, settings: CalendarSettings): ScanState | null {
  const { time } = dataset;
  if (time.kind !== 'interval' || time.from.path.length > 0) return null;
  if (time.until === null) return time.each === null ? { until: null } : null;
  return time.until.path.length > 0 ? null : { until: timeOf(time.until, dataset, settings) };
}

/** `as_of` hides what is later than it by the dataset's own time, or by `known_at`; plans are never hidden. */
export function visibleOf(dataset: Dataset, lowering: Pick<Lowering, 'asOf' | 'settings'>): Scan['visible'] {
  if (dataset.plan) return null;
  const at = dataset.knownAt ?? ownTime(dataset);
  return at === null ? null : { time: timeOf(at, dataset, lowering.settings), before: lowering.asOf };
}

export interface LeafWindows {
  /** Distinct. */
  readonly windows: readonly Window[];
  /** For each time the index of its window, or why there is no value whatever the rows. */
  readonly of: readonly (number | Reason)[];
  /**
   * For each time the index of the window whose rows reach groups; null where none do. A window that begins before history
   * gives no value, and its rows reach their groups all the same.
   */
  readonly reach: readonly (number | null)[];
}

/** The windows of a frame as a dataset sees them. */
export function frameWindows(frame: Frame, dataset: Dataset, time: ScanTime | null, lowering: Lowering): LeafWindows {
  const windows: Window[] = [];
  const known = new Map<string, number>();
  const start = lowering.facts.history.get(dataset.name);
  const reach: (number | null)[] = [];
  const of = frame.map((one): number | Reason => {
    const planned = dataset.plan && one.reason === 'not_due';
    if (one.reason !== null && !planned) {
      reach.push(null);
      return one.reason;
    }
    const window = time === null ? ALL_TIME : dataset.plan ? one.raw : one.clipped;
    const key = `${window.start?.instant ?? ''}..${window.end?.instant ?? ''}`;
    const index = known.get(key) ?? windows.length;
    if (index === windows.length) {
      known.set(key, index);
      windows.push(window);
    }
    reach.push(index);
    // A window without a start claims no length, so it is never too long for history.
    const guarded = one.guarded && time !== null && window.start !== null && start !== undefined;
    return guarded && (start === null || window.start.instant < start.instant) ? 'incomplete_window' : index;
  });
  return { windows, of, reach };
}

/** The last snapshot at or before one end of each window, however old; chosen before filters and groups. */
export function stateWindows(
  frame: Frame,
  op: 'opening' | 'closing',
  dataset: Dataset,
  lowering: Lowering,
): LeafWindows {
  const snapshots = lowering.facts.snapshots.get(dataset.name) ?? [];
  const used = new Map<number, number>();
  const windows: Window[] = [];
  const reach: (number | null)[] = [];
  const of = frame.map((one): number | Reason => {
    const planned = dataset.plan && one.reason === 'not_due';
    const window = dataset.plan ? one.raw : one.clipped;
    const at = op === 'closing' ? window.end : window.start;
    const last = at === null ? -1 : snapshots.findLastIndex((snapshot) => snapshot.from.instant <= at.instant);
    const snapshot = snapshots[last];
    if ((one.reason !== null && !planned) || snapshot === undefined) {
      reach.push(null);
      return one.reason !== null && !planned ? one.reason : 'no_snapshot';
    }
    const index = used.get(last) ?? windows.length;
    if (index === windows.length) {
      used.set(last, index);
      windows.push(snapshot.window);
    }
    reach.push(index);
    return index;
  });
  return { windows, of, reach };
}

/** One end of each window as an instant, `[at, at)`: what is valid then had begun before it and not ended before it. */
export function validWindows(
  frame: Frame,
  op: 'opening' | 'closing',
  dataset: Dataset,
  lowering: Lowering,
): LeafWindows {
  const windows: Window[] = [];
  const known = new Map<bigint, number>();
  const history = lowering.facts.history.get(dataset.name);
  const reach: (number | null)[] = [];
  const of = frame.map((one): number | Reason => {
    const blocked = dataset.plan && one.reason === 'not_due' ? null : one.reason;
    const window = dataset.plan ? one.raw : one.clipped;
    const at = op === 'closing' ? window.end : window.start;
    if (blocked !== null || at === null) {
      reach.push(null);
      return blocked ?? 'no_snapshot';
    }
    const index = known.get(at.instant) ?? windows.length;
    if (index === windows.length) {
      known.set(at.instant, index);
      windows.push({ start: at, end: at });
    }
    reach.push(index);
    // The state at the very beginning of history is that of the instant before, which nobody knows.
    const guarded = one.guarded && history !== undefined;
    return guarded && (history === null || at.instant <= history.instant) ? 'incomplete_window' : index;
  });
  return { windows, of, reach };
}
