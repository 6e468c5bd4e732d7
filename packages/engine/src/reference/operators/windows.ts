// `prior`, `to_date`, `whole`, `rolling`, `cumulative`: the inner metric sees another window.
import type { WindowTyped } from '@sextant/parser';
import { cumulative } from '../../calendar/shift.js';
import type { Window } from '../../calendar/window.js';
import { clipped, type Context, type TimeFrame } from '../context.js';
import type { Levels } from '../../levels/levels.js';

export function windowContext(typed: WindowTyped, context: Context, levels: Levels): Context {
  const { time } = context;
  if (time.reason === 'no_bucket') return context;
  const moved = moveFrame(typed, time, levels);
  const made = typed.op.kind === 'prior' || typed.op.kind === 'rolling';
  // The operator that made the window decides: `partial` inside is not undone by a strict operator around it.
  return { ...context, time: { ...moved, guarded: made ? !typed.partial : time.guarded } };
}

function moveFrame({ op }: WindowTyped, time: TimeFrame, levels: Levels): TimeFrame {
  switch (op.kind) {
    case 'prior': {
      const back = (window: Window): Window | null => levels.back(window, op.span);
      const nominal = back(time.nominal);
      if (op.full) return nominal === null ? beyond(time) : wholeFrame(nominal, time);
      // What was clipped moves, and the clip moves along: half a month is compared with the same half of the month before.
      const known = back(time.known);
      const clip = back({ start: null, end: time.clip })?.end ?? null;
      if (known === null || clip === null) return beyond(time);
      return { ...time, nominal: nominal ?? known, known, clip };
    }
    case 'whole': {
      const unit = levels.whole(time.nominal, op.level);
      return unit === null ? beyond(time) : wholeFrame(unit, time);
    }
    case 'to_date':
      return made(time, (window) => levels.toDate(window, op.level));
    case 'rolling':
      return made(time, (window) => levels.rolling(window, op.span));
    case 'cumulative':
      return made(time, cumulative);
  }
}

/** A window that is clipped anew: it is due where it begins before the clip, though the bucket itself may not be. */
function wholeFrame(window: Window, time: TimeFrame): TimeFrame {
  const due = window.start === null || window.start.instant < time.clip.instant;
  return { ...time, nominal: window, known: clipped(window, time.clip), reason: due ? null : 'not_due' };
}

function made(time: TimeFrame, make: (window: Window) => Window | null): TimeFrame {
  const nominal = make(time.nominal);
  const known = make(time.known);
  return known === null ? beyond(time) : { ...time, nominal: nominal ?? known, known };
}

/** No such bucket: the calendar does not reach so far, or no one unit holds the window. */
function beyond(time: TimeFrame): TimeFrame {
  return { ...time, reason: 'no_bucket' };
}
