// year, quarter, month, week, day, day_of_week and hour, on the clock of the calendar's zone.
import type { SqlFunction } from './functions.js';
import { strict } from './functions.js';
import { integer } from './fixed.js';
import { exact, strictFaults } from './row-sql.js';
import { readingSql, timeArgument } from './times.js';

function part(name: string, bound: bigint): SqlFunction {
  return strict((args, _, env) => {
    const time = timeArgument(args[0]);
    const reading = time.kind === 'date' && name !== 'hour' ? time.sql : readingSql(time, env);
    return exact(integer(`${name}(${reading})`, bound), { faults: strictFaults(args) });
  });
}

export const yearSql = part('year', 9999n);
export const quarterSql = part('quarter', 4n);
export const monthSql = part('month', 12n);
/** The ISO week. */
export const weekSql = part('week', 53n);
export const daySql = part('day', 31n);
/** 1 for Monday to 7 for Sunday. */
export const dayOfWeekSql = part('isodow', 7n);
export const hourSql = part('hour', 23n);
