// Frames: the windows in which an expression is computed, one for each of its times, and how operators change them.
import type { CalendarLevel, CalendarSpan, WindowOp } from '@sextant/parser';
import { bucketsBetween } from '../calendar/buckets.js';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import type { Duration } from '../calendar/duration.js';
import type { Level } from '../calendar/levels.js';
import { cumulative, rolling, shiftBack, toDate, whole } from '../calendar/shift.js';
import { intersect, isEmpty, type Point, type Window } from '../calendar/window.js';
import type { Reason } from '../value/value.js';

export type Frame = readonly FrameTime[];

export interface FrameTime {
  /** As the calendar has it: what plans see, which nothing clips. */
  readonly raw: Window;
  /** Clipped to as_of before it moved: what everything else sees. */
  readonly clipped: Window;
  /** Where windows made inside are clipped: as_of, moved along. Null: nowhere (`full`). */
  readonly clip: Point | null;
  /** Made by `prior` or `rolling` without `partial`: no value where it begins before history. */
  readonly guarded: boolean;
  /** Why nothing can be computed here. `not_due` does not hold for plans. */
  readonly reason: Reason | null;
}

export function frameOf(window: Window, clip: Point): FrameTime {
  const clipped = intersect(window, { start: null, end: clip });
  return { raw: window, clipped, clip, guarded: false, reason: isEmpty(clipped) ? 'not_due' : null };
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
  const guards = (op.kind === 'prior' || op.kind === 'rolling') && !partial;
  return frame.map((time) =>
    time.reason !== null && time.reason !== 'not_due'
      ? time
      : { ...move(time), guarded: guards || (time.guarded && !partial) },
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
  const clip = time.clip === null ? null : shiftBack({ start: null, end: time.clip }, duration, settings).end;
  return {
    ...time,
    raw: shiftBack(time.raw, duration, settings),
    clipped: shiftBack(time.clipped, duration, settings),
    clip,
  };
}

/** The whole of what lies before, though the window itself is cut by as_of. */
function priorFull(time: FrameTime, duration: Duration, settings: CalendarSettings): FrameTime {
  const raw = shiftBack(time.raw, duration, settings);
  return { ...time, raw, clipped: raw, clip: null, reason: time.reason === 'not_due' ? null : time.reason };
}

function made(time: FrameTime, make: (window: Window) => Window | null): FrameTime {
  const raw = make(time.raw);
  const clipped = make(time.clipped);
  if (clipped === null && raw === null) return { ...time, reason: 'no_bucket' };
  return { ...time, raw: raw ?? time.raw, clipped: clipped ?? time.clipped };
}

function wholeUnit(time: FrameTime, level: Level, settings: CalendarSettings): FrameTime {
  const unit = whole(time.raw, level, settings);
  if (unit === null) return { ...time, reason: 'no_bucket' };
  const raw = { start: unit.start, end: unit.end };
  const clipped = time.clip === null ? raw : intersect(raw, { start: null, end: time.clip });
  return { ...time, raw, clipped, reason: time.reason === 'not_due' && !isEmpty(clipped) ? null : time.reason };
}

/** The buckets of a level inside each window, cut to it: the inner frame, and which of its times belong to which window. */
export function splitFrame(
  frame: Frame,
  level: Level,
  settings: CalendarSettings,
): { readonly frame: Frame; readonly times: readonly (readonly [first: number, end: number])[] } | null {
  const inner: FrameTime[] = [];
  const times: (readonly [number, number])[] = [];
  for (const time of frame) {
    const first = inner.length;
    // A bucket without bounds cannot be cut into buckets.
    const buckets = bucketsBetween(level, time.clipped, settings);
    if (buckets === null) return null;
    for (const bucket of buckets) {
      const raw = intersect(bucket, time.raw);
      inner.push({ ...time, raw, clipped: intersect(bucket, time.clipped) });
    }
    times.push([first, inner.length]);
  }
  return { frame: inner, times };
}
