// Hours of the local clock as spans of instants: an hour is the longest span with one reading of the hour and one offset.
// So an autumn day has 25 of them, a spring day 23, and a zone that shifts by half an hour has one hour of 30 minutes.
import { MICROS_PER_HOUR, MICROS_PER_SECOND, floorDivide } from './micros.js';
import type { Point } from './window.js';
import { pointOfInstant } from './window.js';
import { localAt, offsetAt, transitionsBetween } from './zone.js';

/** The start of the hour that holds an instant. */
export function hourHolding(zone: string, instant: bigint): Point {
  const local = localAt(zone, instant);
  const mark = instant - (local - floorDivide(local, MICROS_PER_HOUR) * MICROS_PER_HOUR);
  const change = transitionsBetween(zone, mark + 1n, instant + 1n).at(-1);
  return pointOfInstant(change === undefined ? mark : change.instant, zone);
}

/** The end of the hour that starts at an instant. */
export function hourAfter(zone: string, start: bigint): Point {
  const local = localAt(zone, start);
  const mark = start + (floorDivide(local, MICROS_PER_HOUR) + 1n) * MICROS_PER_HOUR - local;
  const [change] = transitionsBetween(zone, start + 1n, mark);
  return pointOfInstant(change === undefined ? mark : change.instant, zone);
}

/** How many hours begin after `from` and at or before `to`; negative where `to` is earlier. */
export function hourBoundaries(zone: string, from: bigint, to: bigint): bigint {
  if (to < from) return -hourBoundaries(zone, to, from);
  let count = 0n;
  let start = from;
  let offset = offsetAt(zone, from);
  for (const change of transitionsBetween(zone, from + 1n, to + 1n)) {
    // A change begins an hour itself; marks before it are counted with the offset that held until then.
    count += marksUpTo(change.instant - 1n, offset) - marksUpTo(start, offset) + 1n;
    start = change.instant;
    offset = change.after;
  }
  return count + marksUpTo(to, offset) - marksUpTo(start, offset);
}

function marksUpTo(instant: bigint, offset: number): bigint {
  return floorDivide(instant + BigInt(offset) * MICROS_PER_SECOND, MICROS_PER_HOUR);
}
