// Where rows lie in time: the moment that a time field holds, and whether a window holds that moment.
import type { Dataset } from '@sextant/parser';
import { dayOfMicros, microsOfDay } from '../calendar/micros.js';
import { dayAt, dayBounds, instantBounds, isWithin, localBounds, type Window } from '../calendar/window.js';
import { instantOf } from '../calendar/zone.js';
import type { Value } from '../value/value.js';

/** The zone in which a dataset's wall clocks are read. */
export function zoneOf(dataset: Dataset, projectZone: string): string {
  return dataset.def.timezone?.text ?? projectZone;
}

/**
 * Which times lie in a window: dates as they are, instants by their moment, wall clocks in their dataset's zone. A row
 * without a time lies in no window.
 */
export function liesIn(window: Window, zone: string): (time: Value) => boolean {
  const days = dayBounds(window);
  const instants = instantBounds(window);
  let locals: ReturnType<typeof localBounds> | null = null;
  return (time) => {
    switch (time.kind) {
      case 'date':
        return isWithin(time.day, days);
      case 'timestamp':
        return isWithin(time.micros, instants);
      case 'datetime':
        locals ??= localBounds(window, zone);
        return isWithin(time.micros, locals);
      case 'none':
      case 'number':
      case 'text':
      case 'boolean':
        return false;
    }
  };
}

/** The instant that a time stands for: a date for its midnight in the project's zone. Null where there is none. */
export function instantMeant(time: Value, projectZone: string, zone: string): bigint | null {
  switch (time.kind) {
    case 'date':
      return instantOf(projectZone, microsOfDay(time.day));
    case 'timestamp':
      return time.micros;
    case 'datetime':
      return instantOf(zone, time.micros);
    case 'none':
    case 'number':
    case 'text':
    case 'boolean':
      return null;
  }
}

/** The day of a time: an instant's in the project's zone, a wall clock's as it reads. */
export function dayMeant(time: Value, projectZone: string): number | null {
  switch (time.kind) {
    case 'date':
      return time.day;
    case 'timestamp':
      return dayAt(projectZone, time.micros);
    case 'datetime':
      return dayOfMicros(time.micros);
    case 'none':
    case 'number':
    case 'text':
    case 'boolean':
      return null;
  }
}
