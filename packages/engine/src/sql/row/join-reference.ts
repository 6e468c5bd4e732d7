// How a reference is joined: by the key, and for intervals to the version valid at the referring row's time.
import type { Dataset, FieldTyped, JoinStep } from '@sextant/parser';
import type { Point } from '../../calendar/window.js';
import { quoteName } from '../dialect-duckdb.js';
import { refuse, type SqlWorld } from '../sql-world.js';
import { fieldSql } from './compile-row.js';
import { knownRows, ownTime } from './known-rows.js';
import { envOf, type RowEnv } from './row-context.js';
import { columnOf, keyFieldOf, type JoinMaker, type JoinText, type RowHandle, type RowPaths } from './row-paths.js';
import { allOf, soleSql, type RowSql } from './row-sql.js';
import { daySql, instantMeantSql, timeArgument } from './times.js';

/** The reference from the rows of a statement at whose end the time of its windows stands. */
export interface TimeStep {
  readonly step: JoinStep;
  /** The windows end before anything is hidden there. */
  readonly shown: boolean;
}

export function referenceJoins(world: SqlWorld, asOf: Point, time: TimeStep | null = null): JoinMaker {
  return (from, step, alias, paths) => {
    const target = world.graph.datasets.get(step.to);
    if (target === undefined) return refuse(`there is no dataset \`${step.to}\``);
    const same = `${columnOf(from, step.field)} = ${alias}.${quoteName(keyFieldOf(world, step.to))}`;
    if (target.time.kind === 'interval') return versionJoin({ world, asOf, from, step, alias, paths, target, same });
    const isTime = time !== null && from === paths.base && time.step.field === step.field && time.step.to === step.to;
    const known =
      isTime && time.shown ? { relation: world.relation(step.to), where: () => null } : knownRows(target, world, asOf);
    const on = allOf([same, ...[known.where(alias)].filter((one) => one !== null)]);
    // A row without a time is in no window.
    return { sql: `${isTime ? 'JOIN' : 'LEFT JOIN'} ${known.relation} AS ${alias} ON ${on}`, guard: null };
  };
}

/** Every row in sight, hidden or not. */
export function plainJoins(world: SqlWorld): JoinMaker {
  return (from, step, alias) => {
    if (world.graph.datasets.get(step.to)?.time.kind === 'interval') return refuse('a time that lies in a version');
    const same = `${columnOf(from, step.field)} = ${alias}.${quoteName(keyFieldOf(world, step.to))}`;
    return { sql: `LEFT JOIN ${world.relation(step.to)} AS ${alias} ON ${same}`, guard: null };
  };
}

interface Version {
  readonly world: SqlWorld;
  readonly asOf: Point;
  readonly from: RowHandle;
  readonly step: JoinStep;
  readonly alias: string;
  readonly paths: RowPaths;
  readonly target: Dataset;
  readonly same: string;
}

/**
 * The latest version that began by the referring row's time: never two, whatever the data says. One that has ended by then
 * is none, which the guard of its columns says; `until: next` needs no guard, for the next version would have been taken.
 */
function versionJoin({ world, asOf, from, step, alias, paths, target, same }: Version): JoinText {
  if (target.time.kind !== 'interval') return refuse('no interval');
  const referring = world.graph.datasets.get(step.from);
  const time = referring === undefined ? null : ownTime(referring);
  if (time === null)
    return refuse(`rows of \`${step.from}\` have no time at which a version of \`${step.to}\` is valid`);
  const at = valueAt(time, from, world, asOf, paths);
  const env = envOf({ world, asOf, base: step.from, prefix: [], paths, parent: null });
  const start = stored(target.time.from, alias, world);
  // Versions that begin later than a row that is known are none of its; only when they became known can hide others.
  const known = knownRows(target, world, asOf);
  const hides = target.knownAt === null ? null : known.where('"version"');
  const relation = hides === null ? known.relation : `(SELECT * FROM ${known.relation} AS "version" WHERE ${hides})`;
  const joined = `ASOF LEFT JOIN ${relation} AS ${alias} ON ${same} AND ${moment(at, start, env)} >= ${soleSql(start) ?? ''}`;
  if (target.time.until === null) return { sql: joined, guard: null };
  const end = stored(target.time.until, alias, world);
  const guard = `(${soleSql(end) ?? ''} IS NULL OR ${moment(at, end, env)} < ${soleSql(end) ?? ''})`;
  return { sql: joined, guard };
}

/** The referring row's time as what the version's bound is: a day or an instant. */
function moment(at: RowSql, bound: RowSql, env: RowEnv): string {
  const [time, other] = [timeArgument(at), timeArgument(bound)];
  if (time.kind === other.kind) return time.sql;
  return other.kind === 'date'
    ? daySql(time, env)
    : other.kind === 'timestamp'
      ? instantMeantSql(time, env)
      : refuse('a version by a wall clock');
}

function valueAt(time: FieldTyped, from: RowHandle, world: SqlWorld, asOf: Point, paths: RowPaths): RowSql {
  // Paths of the referring dataset's own time start at that row, wherever it was joined.
  if (time.path.length > 0 && from.alias !== paths.base.alias)
    return refuse('a version by the time of another dataset');
  const own = time.path.length > 0 ? paths : handleOnly(paths, from);
  return fieldSql(time, { world, asOf, base: time.base, prefix: [], paths: own, parent: null });
}

function stored(field: FieldTyped, alias: string, world: SqlWorld): RowSql {
  const def = world.graph.datasets.get(field.dataset)?.fields.get(field.field);
  const kind = def?.type.value.kind;
  if (field.path.length > 0 || def === undefined || def.formula !== null)
    return refuse('a version bounded by a formula');
  if (kind !== 'date' && kind !== 'datetime' && kind !== 'timestamp') return refuse('a version bounded by no time');
  return { kind, sql: `${alias}.${quoteName(field.field)}`, faults: [] };
}

function handleOnly(paths: RowPaths, handle: RowHandle): RowPaths {
  return {
    ...paths,
    base: handle,
    handle: (path) => (path.length === 0 ? handle : refuse('a version by the time of another dataset')),
  };
}
