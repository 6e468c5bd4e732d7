// Buckets as windows of their own: of a question's range, and of the window that `per` visits.
import { datasetsIn, type CalendarLevel, type Typed } from '@sextant/parser';
import { intersect, type Point, type Window } from '../calendar/window.js';
import type { TimeFrame } from './context.js';
import type { LevelBucket } from '../levels/levels.js';
import type { World } from './world.js';

/** Every bucket of the clipped window (of the whole one, where all that is inside are plans), cut to it. */
export function bucketFrames(
  frame: TimeFrame,
  levels: readonly CalendarLevel[],
  inside: readonly Typed[],
  world: World,
): readonly TimeFrame[] {
  const plans = onlyPlans(inside, world);
  let frames: readonly TimeFrame[] = [frame];
  for (const level of levels) {
    frames = frames.flatMap((one) => {
      const window = bounded(plans ? one.nominal : one.known, inside, world);
      const buckets = window === null ? [] : (world.levels.between(level, window) ?? []);
      return buckets.map((bucket) => ({
        ...one,
        nominal: intersect(bucketWindow(bucket), one.nominal),
        known: intersect(bucketWindow(bucket), one.known),
      }));
    });
  }
  return frames;
}

export function bucketWindow({ start, end }: LevelBucket): Window {
  return { start, end };
}

/** A window without a start begins with the history of what is counted; null where there is none. */
export function bounded(window: Window, inside: readonly Typed[], world: World): Window | null {
  if (window.start !== null) return window;
  let first: Point | null = null;
  for (const name of datasetsInside(inside, world)) {
    const start = world.history(world.reader.dataset(name));
    if (start !== null && (first === null || start.instant < first.instant)) first = start;
  }
  return first === null ? null : { start: first, end: window.end };
}

/** True where something is aggregated and all of it are plans, which `as_of` neither hides nor clips. */
export function onlyPlans(inside: readonly Typed[], world: World): boolean {
  const names = datasetsInside(inside, world);
  return names.length > 0 && names.every((name) => world.reader.dataset(name).plan);
}

function datasetsInside(inside: readonly Typed[], world: World): readonly string[] {
  return [...new Set(inside.flatMap((typed) => datasetsIn(world.graph, typed)))];
}
