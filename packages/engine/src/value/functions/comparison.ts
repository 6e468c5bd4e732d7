// Comparisons: = <> < <= > >=, in, between, least and greatest.
import { microsOfDay } from '../../calendar/micros.js';
import { instantOf } from '../../calendar/zone.js';
import { compareValues } from '../order.js';
import type { Value } from '../value.js';
import { FALSE, NULL, TRUE, booleanValue } from '../value.js';
import { and } from './logic.js';
import type { ScalarContext, ScalarImplementation, SomeValue } from './scalar-context.js';
import { argument, fault, strict } from './scalar-context.js';

/**
 * Both sides are of one kind, except that a date or a wall clock may stand beside a finer kind of time: it is then read as midnight, or
 * as that reading, in the calendar's zone.
 */
export function compareSome(a: SomeValue, b: SomeValue, context: ScalarContext): number {
  if (a.kind === b.kind) return compareValues(a, b);
  const [left, right] = [instantMeant(a, context), instantMeant(b, context)];
  if (left === null || right === null) return fault(`${a.kind} was compared with ${b.kind}`);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function instantMeant(value: SomeValue, context: ScalarContext): bigint | null {
  if (value.kind === 'timestamp') return value.micros;
  if (value.kind === 'datetime') return instantOf(context.calendar.timezone, value.micros);
  if (value.kind === 'date') return instantOf(context.calendar.timezone, microsOfDay(value.day));
  return null;
}

function comparison(holds: (order: number) => boolean): ScalarImplementation {
  return strict((args, context) => booleanValue(holds(compareSome(argument(args, 0), argument(args, 1), context))));
}

export const equal = comparison((order) => order === 0);
export const notEqual = comparison((order) => order !== 0);
export const less = comparison((order) => order < 0);
export const lessEqual = comparison((order) => order <= 0);
export const greater = comparison((order) => order > 0);
export const greaterEqual = comparison((order) => order >= 0);

/** `x in (a, b)`: without a match, an option without a value leaves it open. */
export const inList: ScalarImplementation = ([tested = NULL, ...options], context) => {
  if (options.length === 0) return FALSE;
  if (tested.kind === 'none') return tested;
  let missing: Value | null = null;
  for (const option of options) {
    if (option.kind === 'none') missing ??= option;
    else if (compareSome(tested, option, context) === 0) return TRUE;
  }
  return missing ?? FALSE;
};

/** `x between low and high`, both included: `x >= low and x <= high`, so one bound that fails decides. */
export const between: ScalarImplementation = ([tested = NULL, low = NULL, high = NULL], context) =>
  and([greaterEqual([tested, low], context), lessEqual([tested, high], context)], context);

/** No value when any argument has none, unlike DuckDB's: a maximum of a known and an unknown number is unknown. */
export const least: ScalarImplementation = strict((args, context) =>
  args.reduce((best, next) => (compareSome(next, best, context) < 0 ? next : best)),
);

export const greatest: ScalarImplementation = strict((args, context) =>
  args.reduce((best, next) => (compareSome(next, best, context) > 0 ? next : best)),
);
