// Frames: the windows in which an expression is computed, one for each of its times, and how operators change them.
import type { CalendarLevel, CalendarSpan, WindowOp } from '@sextant/parser';
import { cumulative } from '../calendar/shift.js';
import { intersect, type Point, type Window } from '../calendar/window.js';
import type { Levels } from '../levels/levels.js';
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

/** The whole window, as if as_of were its end where that comes later; rows after as_of stay hidden all the same. */
export function entireFrame(time: FrameTime): FrameTime {
  const { raw, clip } = time;
  const later = raw.end !== null && raw.end.instant > clip.instant;
  return { ...time, clipped: raw, clip: later ? raw.end : clip, reason: null };
}

/** The frame that a window operator makes of another. */
export function moveFrame(frame: Frame, op: WindowOp, partial: boolean, levels: Levels): Frame {
  // The operator that made the window decides: `partial` inside is not undone by a strict operator around it.
  const guards = op.kind === 'prior' || op.kind === 'rolling';
  return frame.map((time) =>
    time.reason === 'no_bucket' ? time : { ...moved(time, op, levels), guarded: guards ? !partial : time.guarded },
  );
}

function moved(time: FrameTime, op: WindowOp, levels: Levels): FrameTime {
  switch (op.kind) {
    case 'prior':
      return op.full ? clippedAnew(time, levels.back(time.raw, op.span)) : prior(time, op.span, levels);
    case 'rolling':
      return made(time, (window) => levels.rolling(window, op.span));
    case 'to_date':
      return made(time, (window) => levels.toDate(window, op.level));
    case 'whole':
      return clippedAnew(time, levels.whole(time.raw, op.level));
    case 'cumulative':
      return made(time, cumulative);
  }
}

/** What was clipped moves, and the clip moves along: half a month is compared with the same half of the month before. */
function prior(time: FrameTime, span: CalendarSpan, levels: Levels): FrameTime {
  const raw = levels.back(time.raw, span);
  const clipped = levels.back(time.clipped, span);
  const clip = levels.back({ start: null, end: time.clip }, span)?.end ?? null;
  return clipped === null || clip === null ? beyond(time) : { ...time, raw: raw ?? clipped, clipped, clip };
}

/** A window that is clipped anew: it is due where it begins before the clip, though the bucket itself may not be. */
function clippedAnew(time: FrameTime, raw: Window | null): FrameTime {
  if (raw === null) return beyond(time);
  const due = raw.start === null || raw.start.instant < time.clip.instant;
  return {
    ...time,
    raw,
    clipped: intersect(raw, { start: null, end: time.clip }),
    reason: due ? null : 'not_due',
  };
}

function made(time: FrameTime, make: (window: Window) => Window | null): FrameTime {
  const raw = make(time.raw);
  const clipped = make(time.clipped);
  return clipped === null ? beyond(time) : { ...time, raw: raw ?? clipped, clipped };
}

/** No such bucket: a calendar dataset does not reach so far, or no one unit holds the window. */
function beyond(time: FrameTime): FrameTime {
  return { ...time, reason: 'no_bucket' };
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
  level: CalendarLevel,
  plans: boolean,
  first: Point | null,
  levels: Levels,
): SplitFrame {
  const inner: FrameTime[] = [];
  const times: (readonly [number, number])[] = [];
  for (const time of frame) {
    const begin = inner.length;
    const window = plans ? time.raw : time.clipped;
    for (const bucket of levels.between(level, { start: window.start ?? first, end: window.end }) ?? []) {
      inner.push({ ...time, raw: intersect(bucket, time.raw), clipped: intersect(bucket, time.clipped) });
    }
    times.push([begin, inner.length]);
  }
  return { frame: inner, times };
}
