// Offsets of IANA time zones, read from the platform's zone data once per zone and year and kept as a table of transitions.
//
// The platform is asked for numbers only: a formatter with an explicit zone, `en-US`, Gregorian years and a 24-hour clock,
// whose parts are digits. The machine's own zone and language play no part.
import { MAX_YEAR, civilOf, dayOf, firstDayOfYear } from './civil.js';
import { MICROS_PER_DAY, MICROS_PER_SECOND, floorDivide } from './micros.js';

/** The moment from which another offset holds. Offsets are seconds east of UTC. */
export interface Transition {
  readonly instant: bigint;
  readonly before: number;
  readonly after: number;
}

/** One UTC year of a zone, in seconds since 1970. */
interface ZoneYear {
  readonly firstOffset: number;
  readonly changes: readonly { readonly second: number; readonly before: number; readonly after: number }[];
}

const SECONDS_PER_DAY = 86_400;
/** Offsets are sampled at this distance; no zone has changed and changed back within a week. */
const SAMPLE_SECONDS = 7 * SECONDS_PER_DAY;
/** Before it every zone keeps its local mean time; the platform is not asked about years without a plain number. */
const FIRST_ZONE_YEAR = 1800;
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

// These three tables are memories of pure functions: what they hold never depends on who asked before.
const formatters = new Map<string, Intl.DateTimeFormat>();
const years = new Map<string, Map<number, ZoneYear>>();
const validity = new Map<string, boolean>();

/** Whether the platform knows this IANA name. Bare offsets such as `+02:00` are no zones: they have no history. */
export function isValidZone(zone: string): boolean {
  const known = validity.get(zone);
  if (known !== undefined) return known;
  const valid = ZONE_NAME.test(zone) && canFormat(zone);
  validity.set(zone, valid);
  return valid;
}

/** Seconds east of UTC at an instant. */
export function offsetAt(zone: string, instant: bigint): number {
  if (zone === 'UTC') return 0;
  const second = Number(floorDivide(instant, MICROS_PER_SECOND));
  const zoneYear = yearOf(zone, civilOf(Math.floor(second / SECONDS_PER_DAY)).year);
  let offset = zoneYear.firstOffset;
  for (const change of zoneYear.changes) {
    if (change.second > second) break;
    offset = change.after;
  }
  return offset;
}

/** What a wall clock in the zone shows at an instant. */
export function localAt(zone: string, instant: bigint): bigint {
  return instant + BigInt(offsetAt(zone, instant)) * MICROS_PER_SECOND;
}

/**
 * The instant at which a wall clock in the zone shows `local`. Two readings need a rule, and both keep the order of readings,
 * so that half-open windows neither overlap nor leave holes:
 * - in an overlap (autumn), the earlier of the two instants;
 * - in a gap (spring), forward to the first instant after the gap.
 */
export function instantOf(zone: string, local: bigint): bigint {
  // No offset reaches a day, so the sought instant lies within a day of the reading taken as UTC.
  const before = offsetAt(zone, local - MICROS_PER_DAY);
  const after = offsetAt(zone, local + MICROS_PER_DAY);
  const early = local - BigInt(before) * MICROS_PER_SECOND;
  if (before === after) return early;
  if (offsetAt(zone, early) === before) return early;
  const late = local - BigInt(after) * MICROS_PER_SECOND;
  if (offsetAt(zone, late) === after) return late;
  const [gap] = transitionsBetween(zone, local - MICROS_PER_DAY, local + MICROS_PER_DAY);
  return gap === undefined ? late : gap.instant;
}

/**
 * The smallest wall-clock reading whose `instantOf` is at or after `instant`: with it a window of instants becomes a window of
 * readings, `row >= bound` meaning the same on both sides.
 */
export function localBound(zone: string, instant: bigint): bigint {
  const local = localAt(zone, instant);
  const first = instantOf(zone, local);
  if (first < instant) {
    // The second pass of an overlap: its readings belong to the first pass, so the bound is where the overlap ends.
    const [overlap] = transitionsBetween(zone, first, instant + 1n);
    return overlap === undefined ? local : overlap.instant + BigInt(overlap.before) * MICROS_PER_SECOND;
  }
  const before = offsetAt(zone, instant - 1n);
  const after = offsetAt(zone, instant);
  // At the end of a gap the skipped readings come forward to this very instant.
  return before < after ? instant + BigInt(before) * MICROS_PER_SECOND : local;
}

/** Changes of offset at instants in `[from, to)`, in order. */
export function transitionsBetween(zone: string, from: bigint, to: bigint): readonly Transition[] {
  if (zone === 'UTC' || from >= to) return [];
  const found: Transition[] = [];
  const firstYear = clampYear(yearOfInstant(from));
  const lastYear = clampYear(yearOfInstant(to));
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const change of yearOf(zone, year).changes) {
      const instant = BigInt(change.second) * MICROS_PER_SECOND;
      if (instant >= from && instant < to) found.push({ instant, before: change.before, after: change.after });
    }
  }
  return found;
}

function yearOfInstant(instant: bigint): number {
  return civilOf(Number(floorDivide(instant, MICROS_PER_DAY))).year;
}

function clampYear(year: number): number {
  return Math.min(Math.max(year, FIRST_ZONE_YEAR), MAX_YEAR);
}

function yearOf(zone: string, year: number): ZoneYear {
  let ofZone = years.get(zone);
  if (ofZone === undefined) {
    ofZone = new Map();
    years.set(zone, ofZone);
  }
  const within = clampYear(year);
  const known = ofZone.get(within);
  if (known !== undefined) return known;
  const read = readYear(zone, within);
  ofZone.set(within, read);
  return read;
}

function readYear(zone: string, year: number): ZoneYear {
  const start = firstDayOfYear(year) * SECONDS_PER_DAY;
  const end = firstDayOfYear(year + 1) * SECONDS_PER_DAY;
  const changes: { second: number; before: number; after: number }[] = [];
  // From the second before the year: a change at midnight of January 1st belongs to this year's table.
  const firstOffset = readOffset(zone, start - 1);
  let second = start - 1;
  let offset = firstOffset;
  while (second < end - 1) {
    const next = Math.min(second + SAMPLE_SECONDS, end - 1);
    const nextOffset = readOffset(zone, next);
    collectChanges(zone, { second, offset }, { second: next, offset: nextOffset }, changes);
    second = next;
    offset = nextOffset;
  }
  return { firstOffset, changes };
}

interface Sample {
  readonly second: number;
  readonly offset: number;
}

/** Halves the span until each change is known to the second. */
function collectChanges(
  zone: string,
  from: Sample,
  to: Sample,
  changes: { second: number; before: number; after: number }[],
): void {
  if (from.offset === to.offset) return;
  if (to.second - from.second === 1) {
    changes.push({ second: to.second, before: from.offset, after: to.offset });
    return;
  }
  const second = Math.floor((from.second + to.second) / 2);
  const middle = { second, offset: readOffset(zone, second) };
  collectChanges(zone, from, middle, changes);
  collectChanges(zone, middle, to, changes);
}

function readOffset(zone: string, second: number): number {
  const shown: Record<string, number> = {};
  for (const part of formatterOf(zone).formatToParts(second * 1000)) {
    if (part.type !== 'literal' && part.type !== 'era') shown[part.type] = Number(part.value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = shown;
  return dayOf(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + seconds - second;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

function canFormat(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}
