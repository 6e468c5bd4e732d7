// What a plan needs to know of the data, and nothing else does: it is asked before the plan is made.
import type { CalendarLevel } from '@sextant/parser';
import type { Point, Window } from '../calendar/window.js';
import type { CalendarRow } from '../levels/levels.js';

export interface DataFacts {
  /** First instant of each dataset's history; null where it is empty. Missing where nothing asked for it. */
  readonly history: ReadonlyMap<string, Point | null>;
  /** When snapshots were taken, ascending. Missing where nothing asked for it. */
  readonly snapshots: ReadonlyMap<string, readonly Snapshot[]>;
  /** Rows of calendar datasets. Missing where nothing asked for them, or where they are not the same at every as_of. */
  readonly calendars: ReadonlyMap<string, readonly CalendarRow[]>;
  /**
   * References, as `dataset.field`, whose every value is the key of a row that as_of shows: grouping by that key is grouping by the
   * reference, and the row is not looked for. Missing where nothing asked, or nobody knows.
   */
  readonly references: ReadonlySet<string>;
}

export interface Snapshot {
  /** Holds the snapshot's rows and no others. */
  readonly window: Window;
  /** From here on it is the state: for a date, the end of that day. */
  readonly from: Point;
}

export const NO_FACTS: DataFacts = {
  history: new Map(),
  snapshots: new Map(),
  calendars: new Map(),
  references: new Set(),
};

/** True for levels of the calendar, and for those of a calendar dataset whose rows are at hand. */
export function isKnownLevel(level: CalendarLevel, facts: DataFacts): boolean {
  return typeof level === 'string' || facts.calendars.has(level.dataset);
}
