// What every aggregate does first: leave out what has no value, unless that would give a wrong number.
import type { NoValue, NumberValue, Reason, Value } from '../value.js';

/**
 * Reasons that an aggregate must not pass over: a sum without the amounts that lack a rate is a smaller sum, and looks like one.
 * `skip missing` leaves those rows out before they get here.
 */
const NEVER_SKIPPED: readonly Reason[] = ['missing_rate', 'no_rate_date'];

/** The values there are; or the reason that makes the whole aggregate have none. */
export function gather(values: readonly Value[]): readonly Exclude<Value, NoValue>[] | NoValue {
  const present: Exclude<Value, NoValue>[] = [];
  for (const value of values) {
    if (value.kind !== 'none') present.push(value);
    else if (NEVER_SKIPPED.includes(value.reason)) return value;
  }
  return present;
}

/** The same for aggregates of numbers. A value of another kind is a fault of the program: the checker excludes it. */
export function gatherNumbers(values: readonly Value[]): readonly NumberValue[] | NoValue {
  const present = gather(values);
  if ('kind' in present) return present;
  return present.map((value) => {
    if (value.kind !== 'number') throw new Error(`internal: an aggregate expected numbers and got ${value.kind}`);
    return value;
  });
}

export function anyApproximate(values: readonly NumberValue[]): boolean {
  return values.some((value) => value.approximate);
}
