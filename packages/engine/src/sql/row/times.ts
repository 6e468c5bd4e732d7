// Dates and times as the day, the wall clock or the instant that they mean in the calendar's zone.
import { dateOf, midnightOf } from '../dialect-duckdb.js';
import { refuse } from '../sql-world.js';
import type { PlainSql, RowSql } from './row-sql.js';
import { dayReadingSql, instantSql, localSql } from './zone-ladder.js';

export type TimeSql = PlainSql & { readonly kind: 'date' | 'datetime' | 'timestamp' };

export function timeArgument(value: RowSql | undefined): TimeSql {
  if (value?.kind === 'date' || value?.kind === 'datetime' || value?.kind === 'timestamp') {
    return { ...value, kind: value.kind };
  }
  return refuse('a time is expected');
}

/** DATE: for an instant the day it counts to in the zone. */
export function daySql(time: TimeSql, zone: string): string {
  switch (time.kind) {
    case 'date':
      return time.sql;
    case 'datetime':
      return dateOf(time.sql);
    case 'timestamp':
      return dateOf(dayReadingSql(zone, time.sql));
  }
}

/** TIMESTAMP: the reading of the wall clock. */
export function readingSql(time: TimeSql, zone: string): string {
  switch (time.kind) {
    case 'date':
      return midnightOf(time.sql);
    case 'datetime':
      return time.sql;
    case 'timestamp':
      return localSql(zone, time.sql);
  }
}

/** TIMESTAMP: the instant, a date's being its midnight. */
export function instantMeantSql(time: TimeSql, zone: string): string {
  return time.kind === 'timestamp' ? time.sql : instantSql(zone, readingSql(time, zone));
}
