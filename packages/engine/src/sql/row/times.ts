// Dates and times as the day, the wall clock or the instant that they mean in the calendar's zone.
import { dateOf, midnightOf } from '../dialect-duckdb.js';
import { refuse } from '../sql-world.js';
import type { RowEnv } from './row-context.js';
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
export function daySql(time: TimeSql, env: RowEnv): string {
  switch (time.kind) {
    case 'date':
      return time.sql;
    case 'datetime':
      return dateOf(time.sql);
    case 'timestamp':
      return dateOf(env.bind(dayReadingSql(env.world.calendar.timezone, time.sql)));
  }
}

/** TIMESTAMP: the reading of the wall clock. */
export function readingSql(time: TimeSql, env: RowEnv): string {
  switch (time.kind) {
    case 'date':
      return midnightOf(time.sql);
    case 'datetime':
      return time.sql;
    case 'timestamp':
      return env.bind(localSql(env.world.calendar.timezone, time.sql));
  }
}

/** TIMESTAMP: the instant, a date's being its midnight. */
export function instantMeantSql(time: TimeSql, env: RowEnv): string {
  return time.kind === 'timestamp'
    ? time.sql
    : env.bind(instantSql(env.world.calendar.timezone, readingSql(time, env)));
}
