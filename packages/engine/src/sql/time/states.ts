// Instants at which rows of intervals are valid: as windows, each a row of a small table that is joined where it lies in the interval.
import { dayOfMicros, microsOfDay } from '../../calendar/micros.js';
import { instantOf, localAt, localBound } from '../../calendar/zone.js';
import type { Scan, ScanState, ScanTime } from '../../plan/plan.js';
import { dateLiteral, timestampLiteral } from '../dialect-duckdb.js';
import { refuse } from '../sql-world.js';
import { valuesSql } from '../shape/statement.js';
import type { TimePlan } from './atoms.js';

export interface StatesInput {
  readonly scan: Scan;
  readonly state: ScanState;
  /** Where rows begin. */
  readonly from: ScanTime;
  readonly fromSql: string;
  readonly untilSql: string | null;
  /** Of the table of instants. */
  readonly alias: string;
  /** The calendar's. */
  readonly zone: string;
}

export interface StatesPlan {
  readonly time: TimePlan;
  /** Gives a row once for each instant at which it is valid; null where there is but one, which `where` names. */
  readonly join: string | null;
}

export function planStates({ scan, state, from, fromSql, untilSql, alias, zone }: StatesInput): StatesPlan {
  if (state.until !== null && (state.until.kind !== from.kind || state.until.zone !== from.zone))
    return refuse('an interval between times of two types');
  const bounds = scan.windows.map(({ end }) => boundOf(end?.instant ?? refuse('a state at no instant'), from, zone));
  const literal = (bound: bigint): string =>
    from.kind === 'date' ? dateLiteral(Number(bound)) : timestampLiteral(bound);
  const last = bounds.reduce<bigint | null>((most, one) => (most === null || one > most ? one : most), null);
  const first = bounds.reduce<bigint | null>((least, one) => (least === null || one < least ? one : least), null);
  if (first === null || last === null) {
    return {
      time: { where: ['false'], atoms: { key: '0', count: 0, ranges: [], byDay: null }, last: null },
      join: null,
    };
  }
  const lasts = (at: string): readonly string[] =>
    untilSql === null ? [] : [`(${untilSql} IS NULL OR ${untilSql} >= ${at})`];
  const where = [`${fromSql} < ${literal(last)}`, ...lasts(literal(first))];
  if (bounds.length === 1) return { time: { where, atoms: null, last }, join: null };
  const at = `${alias}."at"`;
  const table = valuesSql(
    bounds.map((bound, window) => [window, literal(bound)]),
    alias,
    ['window', 'at'],
  );
  return {
    time: {
      where,
      // Each instant is an atom of its own: a row is in as many as it was joined to.
      atoms: {
        key: `${alias}."window"`,
        count: bounds.length,
        ranges: bounds.map((_, window) => [window, window + 1]),
        byDay: null,
      },
      last,
    },
    join: `JOIN ${table} ON ${[`${fromSql} < ${at}`, ...lasts(at)].join(' AND ')}`,
  };
}

/** What every time that means an earlier moment lies before, and no other, in units of the time's kind. */
function boundOf(instant: bigint, time: ScanTime, zone: string): bigint {
  switch (time.kind) {
    case 'timestamp':
      return instant;
    case 'datetime':
      return localBound(time.zone, instant);
    case 'date': {
      // A date means its midnight, which a clock may skip: then the moment after.
      let day = dayOfMicros(localAt(zone, instant)) - 1;
      while (instantOf(zone, microsOfDay(day)) < instant) day += 1;
      return BigInt(day);
    }
  }
}
