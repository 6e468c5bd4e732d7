// The context of section 4: filters, window, groups. Everything that an operator changes is here, and nothing else.
import { showMember, type Member, type Typed } from '@sextant/parser';
import type { Point, Window } from '../calendar/window.js';
import { intersect } from '../calendar/window.js';
import type { Reason, Value } from '../value/value.js';

export interface Context {
  /** The question's conditions, conjunct by conjunct: `across ... unfiltered` takes some away. */
  readonly asked: readonly Typed[];
  /** Conditions of `m where p`. */
  readonly filters: readonly Typed[];
  readonly time: TimeFrame;
  readonly groups: readonly Group[];
  /** Inside `opening` or `closing`: aggregates over states read them at one end of the window. */
  readonly state: StateReading | null;
  /** The question's whole range: what `across time` sees. */
  readonly range: TimeFrame;
}

/** Where a context stands in time. */
export interface TimeFrame {
  /** As the calendar has it: what plans see, which `as_of` does not clip. */
  readonly nominal: Window;
  /** Clipped to `as_of` before it was moved: what everything else sees. */
  readonly known: Window;
  /** Where windows that are made inside are clipped: the end of `as_of`, moved along by `prior`. */
  readonly clip: Point;
  /** Made by `prior` or `rolling` without `partial`: an aggregate has no value where it begins before history. */
  readonly guarded: boolean;
  /** Why nothing can be computed here: `not_due` (which does not hold for plans), or a calendar that does not reach so far. */
  readonly reason: Extract<Reason, 'not_due' | 'no_bucket'> | null;
}

export interface Group {
  readonly member: Member;
  /** Null while groups are looked for: rows of every value belong. */
  readonly value: Value | null;
}

export interface StateReading {
  readonly op: 'opening' | 'closing';
  readonly each: Member | null;
}

/** A window that no operator has moved. It is due where it begins before the clip. */
export function frameOf(window: Window, clip: Point): TimeFrame {
  const due = window.start === null || window.start.instant < clip.instant;
  return { nominal: window, known: clipped(window, clip), clip, guarded: false, reason: due ? null : 'not_due' };
}

/** The whole window, as if as_of were its end where that comes later: what a target is said for. */
export function entireFrame(time: TimeFrame): TimeFrame {
  const { nominal, clip } = time;
  const later = nominal.end !== null && nominal.end.instant > clip.instant;
  return { ...time, known: nominal, clip: later ? nominal.end : clip, reason: null };
}

export function clipped(window: Window, clip: Point): Window {
  return intersect(window, { start: null, end: clip });
}

/** The context of one group; without a value, of all groups at once. */
export function grouped(context: Context, members: readonly Member[], values: readonly Value[] | null): Context {
  const added = members.map((member, i): Group => ({ member, value: values === null ? null : (values[i] ?? null) }));
  return { ...context, groups: [...context.groups, ...added] };
}

export function sameMember(a: Member, b: Member): boolean {
  return memberKey(a) === memberKey(b);
}

export function memberKey(member: Member): string {
  return `${member.kind}:${showMember(member)}`;
}
