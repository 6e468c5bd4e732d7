// date_trunc, date_diff, elapsed and date_add, on the calendar of the project. Buckets are counted by whole numbers: the engine's own
// week differences do not count boundaries, and it knows neither other week starts nor fiscal years.
import { isoWeekdayNumber } from '../../calendar/calendar-settings.js';
import { dayOf } from '../../calendar/civil.js';
import { measureOf } from '../../calendar/duration.js';
import { monthOffset, monthsIn, type DayLevel } from '../../calendar/levels.js';
import { MICROS_PER_DAY, MICROS_PER_SECOND, microsOfDay } from '../../calendar/micros.js';
import {
  addDays,
  addMicros,
  addMonths,
  DAY_MICROS,
  dateLiteral,
  dateOf,
  daysBetween,
  floorDivide,
  HOUR_MICROS,
  microsOf,
  timestampLiteral,
} from '../dialect-duckdb.js';
import { refuse, type SqlWorld } from '../sql-world.js';
import type { SqlFunction } from './functions.js';
import { strict } from './functions.js';
import { integer } from './fixed.js';
import { exact, plain, strictFaults } from './row-sql.js';
import { daySql, readingSql, timeArgument, type TimeSql } from './times.js';
import { hourCountSql, hourStartSql, instantSql } from './zone-ladder.js';

const FIRST_DAY = dayOf(1, 1, 1);
const LAST_DAY = dayOf(9999, 12, 31);
/** Boundaries between two days that text can name. */
const MOST_DAYS = 4_000_000n;
const CLOCKS = {
  minute: { micros: '60000000', perDay: 1440n },
  second: { micros: '1000000', perDay: 86_400n },
} as const;
const MAX_STEPS = 100_000_000;

export const dateTruncSql: SqlFunction = strict((args, call, env) => {
  const { world } = env;
  const time = timeArgument(args[0]);
  const level = call.level;
  const faults = strictFaults(args);
  if (typeof level !== 'string') return refuse('a level of a calendar dataset');
  if (level === 'minute' || level === 'second') return refuse(`a time cut to a ${level}`);
  if (level !== 'hour') return plain('date', firstDaySql(level, daySql(time, env), world), faults);
  if (time.kind === 'timestamp')
    return plain('timestamp', hourStartSql(world.calendar.timezone, env.bind(time.sql)), faults);
  return plain('datetime', `date_trunc('hour', ${readingSql(time, env)})`, faults);
});

export const dateDiffSql: SqlFunction = strict((args, call, env) => {
  const { world } = env;
  const [from, to] = [timeArgument(args[0]), timeArgument(args[1])];
  const level = call.level;
  const faults = strictFaults(args);
  if (typeof level !== 'string') return refuse('a level of a calendar dataset');
  const zone = world.calendar.timezone;
  if (level === 'hour') {
    const hours = (time: TimeSql): string =>
      time.kind === 'timestamp'
        ? env.bind(hourCountSql(zone, env.bind(time.sql)))
        : floorDivide(microsOf(time.sql), HOUR_MICROS);
    return exact(integer(`(${hours(to)} - ${hours(from)})`, MOST_DAYS * 24n), { faults });
  }
  if (level === 'minute' || level === 'second') {
    // The clocks of all zones show the same second of the same minute.
    const { micros, perDay } = CLOCKS[level];
    const count = (time: TimeSql): string => floorDivide(microsOf(time.sql), micros);
    return exact(integer(`(${count(to)} - ${count(from)})`, MOST_DAYS * perDay), { faults });
  }
  const [first, last] = [daySql(from, env), daySql(to, env)];
  if (level === 'day') return exact(integer(daysBetween(first, last), MOST_DAYS), { faults });
  const index = (day: string): string => bucketIndex(level, day, world);
  return exact(integer(`(${index(last)} - ${index(first)})`, MOST_DAYS), { faults });
});

/** Carried as whole microseconds over a million, so that nothing is divided. */
export const elapsedSql: SqlFunction = strict((args) => {
  const [from, to] = [timeArgument(args[0]), timeArgument(args[1])];
  const faults = strictFaults(args);
  if (from.kind === 'date') return exact(integer(daysBetween(from.sql, to.sql), MOST_DAYS), { faults });
  const micros = `(${microsOf(to.sql)} - ${microsOf(from.sql)})`;
  return exact(integer(micros, MOST_DAYS * MICROS_PER_DAY), { over: MICROS_PER_SECOND, faults });
});

export const dateAddSql: SqlFunction = strict((args, call, env) => {
  const { world } = env;
  const time = timeArgument(args[0]);
  const { span } = call;
  if (span === undefined || typeof span.level !== 'string') return refuse('a level of a calendar dataset');
  if (Math.abs(span.amount) > MAX_STEPS)
    return plain(time.kind, `CAST(NULL AS ${time.kind === 'date' ? 'DATE' : 'TIMESTAMP'})`);
  const measure = measureOf({ amount: span.amount, level: span.level });
  const faults = strictFaults(args);
  if (measure.kind === 'elapsed') return nameable(time.kind, addMicros(time.sql, measure.micros.toString()), faults);
  const reading = time.kind === 'date' ? time.sql : readingSql(time, env);
  // Past what the engine's own dates hold the language has no dates either.
  if (Math.abs(measure.kind === 'days' ? measure.days : measure.months * 28) > 4_000_000) {
    return plain(time.kind, `CAST(NULL AS ${time.kind === 'date' ? 'DATE' : 'TIMESTAMP'})`, faults);
  }
  const moved =
    measure.kind === 'months'
      ? addMonths(reading, measure.months)
      : time.kind === 'date'
        ? addDays(reading, String(measure.days))
        : addMicros(reading, (BigInt(measure.days) * BigInt(DAY_MICROS)).toString());
  if (time.kind === 'date') return nameable('date', measure.kind === 'months' ? dateOf(moved) : moved, faults);
  if (time.kind === 'datetime') return nameable('datetime', moved, faults);
  const zone = world.calendar.timezone;
  const instant = zone === 'UTC' ? moved : env.bind(instantSql(zone, env.bind(moved)));
  return nameable('timestamp', instant, faults);
});

/** Text has no year past 9999 and none before 1, so neither has a result. */
function nameable(
  kind: TimeSql['kind'],
  sql: string,
  faults: ReturnType<typeof strictFaults>,
): ReturnType<typeof plain> {
  const [low, end] =
    kind === 'date'
      ? [dateLiteral(FIRST_DAY), dateLiteral(LAST_DAY + 1)]
      : [timestampLiteral(microsOfDay(FIRST_DAY)), timestampLiteral(microsOfDay(LAST_DAY + 1))];
  return plain(kind, `(CASE WHEN ${sql} >= ${low} AND ${sql} < ${end} THEN ${sql} END)`, faults);
}

/** Counts buckets of a level; neighbours differ by one. */
export function bucketIndex(level: Exclude<DayLevel, 'day'>, day: string, world: SqlWorld): string {
  if (level === 'week') return `((${daysBetween(dateLiteral(FIRST_DAY), day)} + ${weekShift(world)}) // 7)`;
  const months = monthsIn(level) ?? 1;
  const offset = monthOffset(level, world.calendar);
  const index = `(year(${day}) * 12 + month(${day}) - ${1 + offset})`;
  return months === 1 ? index : `(${index} // ${months})`;
}

export function firstDaySql(level: DayLevel, day: string, world: SqlWorld): string {
  if (level === 'day') return day;
  const index = bucketIndex(level, day, world);
  if (level === 'week') {
    const shift = weekShift(world);
    const first = addDays(dateLiteral(FIRST_DAY), `${index} * 7 - ${shift}`);
    return `(CASE WHEN ${index} * 7 >= ${shift} THEN ${first} END)`;
  }
  const months = monthsIn(level) ?? 1;
  const offset = monthOffset(level, world.calendar);
  const month = `(${index} * ${months} + ${offset})`;
  return `(CASE WHEN ${month} >= 12 THEN make_date(${month} // 12, ${month} % 12 + 1, 1) END)`;
}

/** Days from the start of the week that holds 0001-01-01, a Monday, to that day. */
function weekShift(world: SqlWorld): number {
  return (8 - isoWeekdayNumber(world.calendar.weekStarts)) % 7;
}
