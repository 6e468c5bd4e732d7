// Where each dataset's history begins: as it says, else on the first day of the month of its first row.
import { bucketOf } from './calendar/buckets.js';
import { parseDate } from './calendar/time-text.js';
import { ALL_TIME, pointOfDay, pointOfInstant, type Point } from './calendar/window.js';
import { instantOf } from './calendar/zone.js';
import { scanTimeOf, visibleOf } from './plan/leaf-windows.js';
import type { Scan } from './plan/plan.js';
import { calendarOf } from './question/check-question.js';
import type { Dataset, Graph } from '@sextant/parser';
import type { Value } from './value/value.js';

/** The scan that finds the first time of a dataset's rows; null where the dataset says it, or has no time. */
export function firstRowScan(graph: Graph, dataset: Dataset, asOf: Point): Scan | null {
  const settings = calendarOf(graph);
  const time = scanTimeOf(dataset, null, settings);
  if (time === null || dataset.def.starts !== null) return null;
  return {
    id: 0,
    dataset: dataset.name,
    time,
    windows: [ALL_TIME],
    disjoint: true,
    visible: visibleOf(dataset, { asOf, settings }),
    keys: [],
    where: [],
    leaves: [{ id: 0, fn: 'min', value: time.at, fraction: null, where: [] }],
    asOf,
  };
}

/** `first` is what the scan found; null where there was none to run. The value is null for a dataset without rows. */
export function historyStart(graph: Graph, dataset: Dataset, first: Value | null): Point | null {
  const settings = calendarOf(graph);
  const said = dataset.def.starts === null ? null : parseDate(dataset.def.starts.text);
  if (said !== null) return pointOfDay(said, settings.timezone);
  const point = first === null ? null : pointOf(first, dataset, settings.timezone);
  return point === null ? null : bucketOf('month', point, settings).start;
}

function pointOf(value: Value, dataset: Dataset, zone: string): Point | null {
  switch (value.kind) {
    case 'date':
      return pointOfDay(value.day, zone);
    case 'timestamp':
      return pointOfInstant(value.micros, zone);
    case 'datetime':
      return pointOfInstant(instantOf(dataset.def.timezone?.text ?? zone, value.micros), zone);
    default:
      return null;
  }
}
