// date_trunc, date_diff, elapsed and date_add, on the calendar of the project.
import type { ClockLevel } from '@sextant/parser';
import { bucketIndexOf, bucketOfDay } from '../../calendar/buckets.js';
import type { Duration } from '../../calendar/duration.js';
import { addToLocal, addToPoint, measureOf } from '../../calendar/duration.js';
import { hourBoundaries, hourHolding } from '../../calendar/hours.js';
import type { DayLevel, Level } from '../../calendar/levels.js';
import {
  MICROS_PER_HOUR,
  MICROS_PER_MINUTE,
  MICROS_PER_SECOND,
  dayOfMicros,
  floorDivide,
} from '../../calendar/micros.js';
import { isNameableDay } from '../../calendar/time-text.js';
import { dayAt, pointOfInstant } from '../../calendar/window.js';
import { fromScaled } from '../rational.js';
import type { Value } from '../value.js';
import { dateValue, datetimeValue, integerValue, noValue, numberValue, timestampValue } from '../value.js';
import { localReading } from './date-parts.js';
import type { ScalarContext, ScalarImplementation, SomeValue } from './scalar-context.js';
import { argument, fault, strict, wrongKind } from './scalar-context.js';

/** A longer way than from year 1 to 9999 leads outside text's years at any level; refused before it is computed. */
const MAX_STEPS = 100_000_000;

const CLOCK_MICROS: Readonly<Record<ClockLevel, bigint>> = { minute: MICROS_PER_MINUTE, second: MICROS_PER_SECOND };

/** The first day of the bucket; for hours the time at which the hour starts. Weeks start on the calendar's day. */
export const dateTrunc: ScalarImplementation = strict((args, context) => {
  const value = argument(args, 0);
  const level = calendarLevel(context);
  if (isClockLevel(level)) return fault('a time is cut to a level of the calendar');
  if (level !== 'hour') {
    const { start } = bucketOfDay(level, dayMeant(value, context), context.calendar);
    return datesOnly(dateValue(dayOfMicros(start.local)));
  }
  if (value.kind === 'timestamp') return timestampValue(hourHolding(context.calendar.timezone, value.micros).instant);
  if (value.kind === 'datetime') return datetimeValue(floorDivide(value.micros, MICROS_PER_HOUR) * MICROS_PER_HOUR);
  return wrongKind('a time of day', value);
});

/** How many buckets begin after the first and by the second; negative when the second is earlier. */
export const dateDiff: ScalarImplementation = strict((args, context) => {
  const [from, to] = [argument(args, 0), argument(args, 1)];
  const level = calendarLevel(context);
  if (level === 'hour') return integerValue(hoursBetween(from, to, context));
  if (isClockLevel(level)) {
    const count = (value: SomeValue): bigint => floorDivide(microsOfClock(value), CLOCK_MICROS[level]);
    return integerValue(count(to) - count(from));
  }
  const index = (value: SomeValue): number => bucketIndexOf(level, dayMeant(value, context), context.calendar);
  return integerValue(index(to) - index(from));
});

/** Seconds between two clocks or instants, days between two dates; clocks tell microseconds. */
export const elapsed: ScalarImplementation = strict((args) => {
  const [from, to] = [argument(args, 0), argument(args, 1)];
  if (from.kind === 'date') return to.kind === 'date' ? integerValue(to.day - from.day) : wrongKind('a date', to);
  if (from.kind !== 'datetime' && from.kind !== 'timestamp') return wrongKind('a date or time', from);
  return to.kind === from.kind ? numberValue(fromScaled(to.micros - from.micros, 6)) : wrongKind(`a ${from.kind}`, to);
});

/** Months clamp to the month's last day; days and more keep the time of day; hours are elapsed time for an instant. */
export const dateAdd: ScalarImplementation = strict((args, context) => {
  const value = argument(args, 0);
  const span = calendarSpan(context);
  if (Math.abs(span.amount) > MAX_STEPS) return noValue('out_of_range');
  switch (value.kind) {
    case 'date':
      if (measureOf(span).kind === 'elapsed') return wrongKind('a time of day', value);
      return datesOnly(dateValue(dayOfMicros(addToLocal(localReading(value, context), span))));
    case 'datetime':
      return datesOnly(datetimeValue(addToLocal(value.micros, span)));
    case 'timestamp': {
      const point = pointOfInstant(value.micros, context.calendar.timezone);
      return datesOnly(timestampValue(addToPoint(point, span, context.calendar).instant));
    }
    case 'number':
    case 'text':
    case 'boolean':
      return wrongKind('a date or time', value);
  }
});

function dayMeant(value: SomeValue, context: ScalarContext): number {
  return value.kind === 'timestamp'
    ? dayAt(context.calendar.timezone, value.micros)
    : dayOfMicros(localReading(value, context));
}

/** The clocks of all zones show the same second of the same minute, so instants need no zone here. */
function microsOfClock(value: SomeValue): bigint {
  return value.kind === 'datetime' || value.kind === 'timestamp' ? value.micros : wrongKind('a time of day', value);
}

function isClockLevel(level: string): level is ClockLevel {
  return Object.hasOwn(CLOCK_MICROS, level);
}

function hoursBetween(from: SomeValue, to: SomeValue, context: ScalarContext): bigint {
  if (from.kind === 'timestamp' && to.kind === 'timestamp') {
    return hourBoundaries(context.calendar.timezone, from.micros, to.micros);
  }
  if (from.kind !== 'datetime') return wrongKind('a time of day', from);
  if (to.kind !== 'datetime') return wrongKind('a time of day', to);
  return floorDivide(to.micros, MICROS_PER_HOUR) - floorDivide(from.micros, MICROS_PER_HOUR);
}

/** Text has no year past 9999 and none before 1, so neither has a result. */
function datesOnly(value: Value): Value {
  if (value.kind === 'date') return isNameableDay(value.day) ? value : noValue('out_of_range');
  if (value.kind !== 'datetime' && value.kind !== 'timestamp') return value;
  return isNameableDay(dayOfMicros(value.micros)) ? value : noValue('out_of_range');
}

function calendarLevel(context: ScalarContext): 'hour' | ClockLevel | DayLevel {
  const level = context.level;
  return typeof level === 'string' ? level : fault('a calendar level is missing');
}

function calendarSpan(context: ScalarContext): Duration {
  const span = context.span;
  if (span === undefined) return fault('a calendar span is missing');
  const level: Level = typeof span.level === 'string' ? span.level : fault('a calendar level is missing');
  return { amount: span.amount, level };
}
