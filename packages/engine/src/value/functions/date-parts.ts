// year, quarter, month, week, day, day_of_week and hour. An instant is read on the clock of the calendar's zone.
import { civilOf, isoWeekOf, weekdayOf } from '../../calendar/civil.js';
import { MICROS_PER_HOUR, dayOfMicros, microsOfDay, timeOfDay } from '../../calendar/micros.js';
import { localAt } from '../../calendar/zone.js';
import { integerValue } from '../value.js';
import type { ScalarContext, ScalarImplementation, SomeValue } from './scalar-context.js';
import { argument, strict, wrongKind } from './scalar-context.js';

/** The wall-clock reading that a date or time stands for. */
export function localReading(value: SomeValue, context: ScalarContext): bigint {
  switch (value.kind) {
    case 'date':
      return microsOfDay(value.day);
    case 'datetime':
      return value.micros;
    case 'timestamp':
      return localAt(context.calendar.timezone, value.micros);
    case 'number':
    case 'text':
    case 'boolean':
      return wrongKind('a date or time', value);
  }
}

function dayPart(read: (day: number) => number): ScalarImplementation {
  return strict((args, context) => integerValue(read(dayOfMicros(localReading(argument(args, 0), context)))));
}

export const year = dayPart((day) => civilOf(day).year);
export const quarter = dayPart((day) => Math.ceil(civilOf(day).month / 3));
export const month = dayPart((day) => civilOf(day).month);
export const day = dayPart((day) => civilOf(day).day);
/** The ISO week, on whatever day the calendar's weeks start. */
export const week = dayPart((day) => isoWeekOf(day).week);
/** 1 for Monday to 7 for Sunday. */
export const dayOfWeek = dayPart(weekdayOf);

export const hour: ScalarImplementation = strict((args, context) =>
  integerValue(timeOfDay(localReading(argument(args, 0), context)) / MICROS_PER_HOUR),
);
