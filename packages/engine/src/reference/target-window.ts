// The periods that a window asks a target for: one, several whole ones, or the one that it is a part of.
import type { CalendarLevel } from '@sextant/parser';
import { sameWindow, type Point, type Window } from '../calendar/window.js';
import type { LevelBucket } from '../levels/levels.js';
import { bucketWindow } from './frames.js';
import type { World } from './world.js';

export type TargetWindow =
  | { readonly kind: 'periods'; readonly periods: readonly LevelBucket[] }
  | { readonly kind: 'inside'; readonly period: LevelBucket; readonly window: Bounded };

export interface Bounded {
  readonly start: Point;
  readonly end: Point;
}

/** Null where the window has no such place among the periods. */
export function targetWindow(every: CalendarLevel, asked: Window, world: World): TargetWindow | null {
  const { levels } = world;
  const { start, end } = meantWindow(asked, world);
  if (start === null || end === null) return null;
  const window = { start, end };
  const holding = levels.holding(every, start.instant);
  if (holding === null) return null;
  if (sameWindow(bucketWindow(holding), window)) return { kind: 'periods', periods: [holding] };
  if (start.instant < end.instant && end.instant <= holding.end.instant)
    return { kind: 'inside', period: holding, window };
  const periods = levels.between(every, window) ?? [];
  return isWhole(periods, window) ? { kind: 'periods', periods } : null;
}

/**
 * A question without an end has a last bucket that only `as_of` cuts: what is asked for is the target of the bucket.
 */
function meantWindow(window: Window, { asOf, openGrain, levels }: World): Window {
  if (openGrain === null || window.end?.instant !== asOf.instant) return window;
  const bucket = levels.holding(openGrain, asOf.instant - 1n);
  return bucket !== null && bucket.start.instant === window.start?.instant ? bucketWindow(bucket) : window;
}

/** Of a calendar dataset there may be days between two periods that belong to none. */
function isWhole(periods: readonly LevelBucket[], { start, end }: Bounded): boolean {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first?.start.instant !== start.instant || last?.end.instant !== end.instant) return false;
  return periods.every((period, i) => i === 0 || periods[i - 1]?.end.instant === period.start.instant);
}
