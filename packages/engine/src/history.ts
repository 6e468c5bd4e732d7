// Where a dataset's history begins: as it says, else on the first day of the month of its first row.
import type { Dataset, Graph } from '@sextant/parser';
import { bucketOf } from './calendar/buckets.js';
import { parseDate } from './calendar/time-text.js';
import { pointOfDay, pointOfInstant, type Point } from './calendar/window.js';
import { instantOf } from './calendar/zone.js';
import { calendarOf } from './question/check-question.js';
import type { Value } from './value/value.js';

/** `first` is the time of the first row; null for a dataset without rows. */
export function historyStart(graph: Graph, dataset: Dataset, first: Value | null): Point | null {
  const settings = calendarOf(graph);
  const said = dataset.def.starts === null ? null : parseDate(dataset.def.starts.text);
  if (said !== null) return pointOfDay(said, settings.timezone);
  const point = first === null ? null : pointOf(first, dataset, settings.timezone);
  return point === null ? null : bucketOf('month', point, settings).start;
}

/** The moment that a value of a dataset's time means. */
export function pointOf(value: Value, dataset: Dataset, zone: string): Point | null {
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
