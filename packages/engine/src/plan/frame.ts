// Frames: the windows in which an expression is computed, one for each of its times, and how operators change them.
import type { CalendarLevel, CalendarSpan, WindowOp } from '@sextant/parser';
import { bucketsBetween } from '../calendar/buckets.js';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import type { Duration } from '../calendar/duration.js';
import type { Level } from '../calendar/levels.js';
import { cumulative, rolling, shiftBack, toDate, whole } from '../calendar/shift.js';
import { intersect, type Point, type Window } from '../calendar/window.js';
import type { Reason } from '../value/value.js';

export type Frame = readonly FrameTime[];

export interface FrameTime {
  /** As the calendar has it: what plans see, which nothing clips. */
  readonly raw: Window;
  /** Clipped to as_of before it moved: what everything else sees. */
  readonly clipped: Window;
  /** Where windows made inside are clipped: as_of, moved along by `prior`. */
  readonly clip: Point;
  /** Made by `prior` or `rolling` without `partial`: no value where it begins before history. */
  readonly guarded: boolean;
  /** Why nothing can be computed here. `not_due` does not hold for plans. */
  readonly reason: Reason | null;
}

export function frameOf(window: Window, clip: Point): FrameTime {
  const due = window.start === null || window.start.instant < clip.instant;
  return {
    raw: window,
    clipped: intersect(window, { start: null, end: clip }),
    clip,
    guarded: false,
    reason: due ? null : 'not_due',
  };
}

/** Levels of a calendar dataset need its rows; those questions are answered by the reference evaluator. */
export function plainSpan(span: CalendarSpan): Duration | null {
  return typeof span.level === 'string' ? { amount: span.amount, level: span.level } : null;
}

export function plainLevelOf(level: CalendarLevel): Level | null {
  return typeof level === 'string' ? level : null;
}

/** The frame that a window operator makes of another; null where a calendar dataset would be needed. */
export function moveFrame(frame: Frame, op: WindowOp, partial: boolean, settings: CalendarSettings): Frame | null {
  const move = moverOf(op, settings);
  if (move === null) return null;
  // The operator that made the window decides: `partial` inside is not undone by a strict operator around it.
  const guards = op.kind === 'prior' || op.kind === 'rolling';
  return frame.map((time) =>
    time.reason === 'no_bucket' ? time : { ...move(time), guarded: guards ? !partial : time.guarded },
  );
}

function moverOf(op: WindowOp, settings: CalendarSettings): ((time: FrameTime) => FrameTime) | null {
  switch (op.kind) {
    case 'prior': {
      const duration = plainSpan(op.span);
      if (duration === null) return null;
      return op.full ? (time) => priorFull(time, duration, settings) : (time) => prior(time, duration, settings);
    }
    case 'rolling': {
      const duration = plainSpan(op.span);
      return duration === null ? null : (time) => made(time, (window) => rolling(window, duration, settings));
    }
    case 'to_date': {
      const level = plainLevelOf(op.level);
      return level === null ? null : (time) => made(time, (window) => toDate(window, level, settings));
    }
    case 'whole': {
      const level = plainLevelOf(op.level);
      return level === null ? null : (time) => wholeUnit(time, level, settings);
    }
    case 'cumulative':
      return (time) => made(time, cumulative);
  }
}

function prior(time: FrameTime, duration: Duration, settings: CalendarSettings): FrameTime {
  const clip = shiftBack({ start: null, end: time.clip }, duration, settings).end ?? time.clip;
  return {
    ...time,
    raw: shiftBack(time.raw, duration, settings),
    clipped: shiftBack(time.clipped, duration, settings),
    clip,
  };
}

/** The whole of what lies before, though the window itself is cut by as_of. */
function priorFull(time: FrameTime, duration: Duration, settings: CalendarSettings): FrameTime {
  return clippedAnew(time, shiftBack(time.raw, duration, settings));
}

/** A window that is clipped anew: it is due where it begins before the clip, though the bucket itself may not be. */
function clippedAnew(time: FrameTime, raw: Window): FrameTime {
  const due = raw.start === null || raw.start.instant < time.clip.instant;
  return { ...time, raw, clipped: intersect(raw, { start: null, end: time.clip }), reason: due ? null : 'not_due' };
}

function made(time: FrameTime, make: (window: Window) => Window | null): FrameTime {
  const raw = make(time.raw);
  const clipped = make(time.clipped);
  return clipped === null ? { ...time, reason: 'no_bucket' } : { ...time, raw: raw ?? clipped, clipped };
}

function wholeUnit(time: FrameTime, level: Level, settings: CalendarSettings): FrameTime {
  const unit = whole(time.raw, level, settings);
  if (unit === null) return { ...time, reason: 'no_bucket' };
  return clippedAnew(time, { start: unit.start, end: unit.end });
}

export interface SplitFrame {
  readonly frame: Frame;
  readonly times: readonly (readonly [first: number, end: number])[];
}

/**
 * The buckets of a level inside each clipped window (inside the whole one, where all that is computed are plans), cut to it.
 * A window without a start begins with `first`, the history of what is counted; without history there is nothing to visit.
 */
export function splitFrame(
  frame: Frame,
  level: Level,
  plans: boolean,
  first: Point | null,
  settings: CalendarSettings,
): SplitFrame {
  const inner: FrameTime[] = [];
  const times: (readonly [number, number])[] = [];
  for (const time of frame) {
    const begin = inner.length;
    const window = plans ? time.raw : time.clipped;
    for (const bucket of bucketsBetween(level, { start: window.start ?? first, end: window.end }, settings) ?? []) {
      inner.push({ ...time, raw: intersect(bucket, time.raw), clipped: intersect(bucket, time.clipped) });
    }
    times.push([begin, inner.length]);
  }
  return { frame: inner, times };
}
