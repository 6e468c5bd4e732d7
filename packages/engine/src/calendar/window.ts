// Points and windows of time: the half-open spans `[start, end)` that every aggregate is computed in.
//
// A point is a civil reading and the moment it means, kept together because each kind of time field needs another side:
// - a `date` field compares day numbers: a date stands for its midnight, see `dayBounds`;
// - a `timestamp` field compares instants, see `instantBounds`;
// - a `datetime` field compares readings in its dataset's own zone, see `localBounds`.
// One side alone would not do: on an autumn day two hours read 02:00, which only instants tell apart; where a zone skips
// midnight, only the reading says that the day begins at 00:00. `local` is the nominal reading, so it may lie in a gap;
// `instant` is always `instantOf(zone, local)` or, in the second pass of an overlap, the later moment that reads the same.
import { MICROS_PER_DAY, MICROS_PER_HOUR, ceilDivide, dayOfMicros, microsOfDay } from './micros.js';
import { instantOf, localAt, localBound } from './zone.js';

export interface Point {
  /** Micros of the wall clock in the calendar's zone, counted as if the clock were UTC. */
  readonly local: bigint;
  /** Micros since 1970-01-01T00:00:00Z. */
  readonly instant: bigint;
}

/** `[start, end)`; null is without a bound on that side. */
export interface Window {
  readonly start: Point | null;
  readonly end: Point | null;
}

/** Bounds `[start, end)` in whatever a field's values are. */
export interface Bounds<T> {
  readonly start: T | null;
  readonly end: T | null;
}

/** A fraction as two integers, `d > 0`: the shape of an exact number, which the calendar does not compute with itself. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ALL_TIME: Window = { start: null, end: null };

export function pointOfLocal(local: bigint, zone: string): Point {
  return { local, instant: instantOf(zone, local) };
}

/** Midnight at the start of a day. */
export function pointOfDay(day: number, zone: string): Point {
  return pointOfLocal(microsOfDay(day), zone);
}

export function pointOfInstant(instant: bigint, zone: string): Point {
  return { local: localAt(zone, instant), instant };
}

/** `as_of` is a day and means its end. */
export function endOfDay(day: number, zone: string): Point {
  return pointOfDay(day + 1, zone);
}

/** The day that ends at a midnight: what `endOfDay` was made of. */
export function lastDayBefore(midnight: Point): number {
  return dayOfMicros(midnight.local) - 1;
}

/** Days from `first` up to, not including, `end`. */
export function windowOfDays(first: number, end: number, zone: string): Window {
  return { start: pointOfDay(first, zone), end: pointOfDay(end, zone) };
}

/** The day an instant counts to: the last one that has begun by then, also where a clock is set back over midnight. */
export function dayAt(zone: string, instant: bigint): number {
  const day = dayOfMicros(localAt(zone, instant));
  return instantOf(zone, microsOfDay(day + 1)) <= instant ? day + 1 : day;
}

/** For `date` fields: a date is in the window where its midnight is, so a bound inside a day lies after that day. */
export function dayBounds(window: Window): Bounds<number> {
  return map(window, (point) => Number(ceilDivide(point.local, MICROS_PER_DAY)));
}

/** For `timestamp` fields. */
export function instantBounds(window: Window): Bounds<bigint> {
  return map(window, (point) => point.instant);
}

/** For `datetime` fields, in the zone that their dataset names. */
export function localBounds(window: Window, zone: string): Bounds<bigint> {
  return map(window, (point) => localBound(zone, point.instant));
}

function map<T>(window: Window, read: (point: Point) => T): Bounds<T> {
  return {
    start: window.start === null ? null : read(window.start),
    end: window.end === null ? null : read(window.end),
  };
}

export function isWithin<T extends number | bigint>(value: T, bounds: Bounds<T>): boolean {
  return (bounds.start === null || value >= bounds.start) && (bounds.end === null || value < bounds.end);
}

/** Whether nothing lies in the window. */
export function isEmpty(window: Window): boolean {
  return window.start !== null && window.end !== null && window.start.instant >= window.end.instant;
}

/** What lies in both. The outcome may be empty. */
export function intersect(a: Window, b: Window): Window {
  return { start: laterStart(a.start, b.start), end: earlierEnd(a.end, b.end) };
}

function laterStart(a: Point | null, b: Point | null): Point | null {
  if (a === null) return b;
  if (b === null) return a;
  return b.instant > a.instant ? b : a;
}

function earlierEnd(a: Point | null, b: Point | null): Point | null {
  if (a === null) return b;
  if (b === null) return a;
  return b.instant < a.instant ? b : a;
}

/** The window up to the end of the `as_of` day. */
export function clipTo(window: Window, asOfDay: number, zone: string): Window {
  return intersect(window, { start: null, end: endOfDay(asOfDay, zone) });
}

/** Whether `inner` lies in `outer` altogether. */
export function isInside(inner: Window, outer: Window): boolean {
  return sameWindow(intersect(inner, outer), inner);
}

export function sameWindow(a: Window, b: Window): boolean {
  return a.start?.instant === b.start?.instant && a.end?.instant === b.end?.instant;
}

/** `days()`: length by the wall clock, so a day of 23 or 25 hours is one day; null without both bounds. */
export function lengthInDays(window: Window): Fraction | null {
  if (window.start === null || window.end === null) return null;
  return length(window.end.local - window.start.local, MICROS_PER_DAY);
}

/** `hours()`: elapsed length, so an autumn day has 25; null without both bounds. */
export function lengthInHours(window: Window): Fraction | null {
  if (window.start === null || window.end === null) return null;
  return length(window.end.instant - window.start.instant, MICROS_PER_HOUR);
}

function length(micros: bigint, unit: bigint): Fraction {
  if (micros <= 0n) return { n: 0n, d: 1n };
  return micros % unit === 0n ? { n: micros / unit, d: 1n } : { n: micros, d: unit };
}
