// The rows of a scan: what is read, joined and kept, and the expressions over it that every statement of the scan shares.
import type { FieldTyped } from '@sextant/parser';
import type { Scan } from '../../plan/plan.js';
import { quoteName } from '../dialect-duckdb.js';
import { refuse, type SqlWorld } from '../sql-world.js';
import { hiddenSql, limitsOf, planTime, type TimePlan } from '../time/atoms.js';
import { planStates } from '../time/states.js';
import { bridgeKeys } from './bridge.js';
import { compileRow, fieldSql } from './compile-row.js';
import { conditionsIn } from './conditions-in.js';
import { plainJoins, referenceJoins, type TimeStep } from './join-reference.js';
import { hidingTime, isInclusive, ownTime } from './known-rows.js';
import type { RowContext } from './row-context.js';
import { makeAliases, makeRowPaths, pathKey, type Aliases } from './row-paths.js';
import { isMissing, soleSql, type RowSql } from './row-sql.js';
import { asIntegers } from './numbers.js';

export interface Source {
  readonly scan: Scan;
  readonly world: SqlWorld;
  readonly aliases: Aliases;
  readonly context: RowContext;
  readonly time: TimePlan;
  /** What a row must satisfy to be in any window of any leaf. */
  readonly where: readonly string[];
  /** FROM and its joins; asked for last, when every expression is made. */
  readonly from: () => string;
}

/** A source made anew for each statement: only the joins that it needs. */
export function makeSource(scan: Scan, world: SqlWorld): Source {
  const aliases = makeAliases();
  const paths = makeRowPaths(scan.dataset, aliases, referenceJoins(world, scan.asOf, timeStep(scan, world)));
  const context: RowContext = { world, asOf: scan.asOf, base: scan.dataset, prefix: [], paths, parent: null };
  const timeSql = scan.time === null ? null : timeOf(scan.time.at, context);
  const states =
    scan.state === undefined || scan.time === null || timeSql === null
      ? null
      : planStates({
          scan,
          state: scan.state,
          from: scan.time,
          fromSql: timeSql,
          untilSql: scan.state.until === null ? null : timeOf(scan.state.until.at, context),
          alias: aliases.take('instants'),
          zone: world.calendar.timezone,
        });
  const time = states?.time ?? planTime(scan, timeSql);
  const where = [...time.where];
  const raw = makeRowPaths(scan.dataset, aliases, plainJoins(world), paths.base);
  if (scan.visible !== null && !isImplied(scan, time.last, world)) {
    where.push(visibleSql(scan, scan.visible, { ...context, paths: raw }, timeSql, context));
  }
  where.push(...conditionsIn(scan.where, context));
  return {
    scan,
    world,
    aliases,
    context,
    time,
    where,
    from: () =>
      [
        `${world.relation(scan.dataset)} AS ${paths.base.alias}`,
        ...paths.joins(),
        ...raw.joins(),
        ...(states === null || states.join === null ? [] : [states.join]),
      ].join('\n  '),
  };
}

/** Whether the windows end before anything is hidden. */
function isImplied(scan: Scan, last: bigint | null, world: SqlWorld): boolean {
  const { time, visible } = scan;
  if (time === null || visible === null || last === null || !sameField(time.at, visible.time.at)) return false;
  const { end } = limitsOf({ start: null, end: visible.before }, visible.time);
  return end !== null && last <= end && !isInclusive(world.graph.datasets.get(scan.dataset), visible.time);
}

function timeStep(scan: Scan, world: SqlWorld): TimeStep | null {
  const [step, ...more] = scan.time?.at.path ?? [];
  const target = step === undefined ? undefined : world.graph.datasets.get(step.to);
  if (scan.time === null || step === undefined || more.length > 0 || target === undefined) return null;
  const hiding = hidingTime(target, world);
  if (hiding === null || hiding.at.path.length > 0 || hiding.at.field !== scan.time.at.field)
    return { step, shown: false };
  const ends = scan.windows.map((window) => limitsOf(window, scan.time).end);
  const { end } = limitsOf({ start: null, end: scan.asOf }, hiding);
  const shown = end !== null && ends.every((one) => one !== null && one <= end) && !isInclusive(target, hiding);
  return { step, shown };
}

/** A row of no window needs no telling whether it is hidden; else another row's time decides, though that be hidden itself. */
function visibleSql(
  scan: Scan,
  visible: NonNullable<Scan['visible']>,
  raw: RowContext,
  time: string | null,
  context: RowContext,
): string {
  const dataset = context.world.graph.datasets.get(scan.dataset);
  const isTime = scan.time !== null && sameField(scan.time.at, visible.time.at);
  const at =
    isTime && time !== null ? time : timeOf(visible.time.at, visible.time.at.path.length === 0 ? context : raw);
  const inclusive = isInclusive(dataset, visible.time);
  return hiddenSql(at, visible.time, { before: visible.before, nullable: !isTime, inclusive });
}

function sameField(a: FieldTyped, b: FieldTyped): boolean {
  return a.dataset === b.dataset && a.field === b.field && pathKey(a.path) === pathKey(b.path);
}

function timeOf(field: FieldTyped, context: RowContext): string {
  return soleSql(fieldSql(field, context)) ?? refuse('a time is expected');
}

/** What orders rows for `first` and `last`: the time, then the key. */
export function orderOf(source: Source): string {
  const { scan, context, world } = source;
  const dataset = world.graph.datasets.get(scan.dataset);
  const time = scan.time?.at ?? (dataset === undefined ? null : ownTime(dataset));
  const parts = [
    ...(time === null ? [] : [timeOf(time, context)]),
    ...(dataset?.key ?? []).map((key) => `${context.paths.base.alias}.${quoteName(key)}`),
  ];
  return parts.length === 0 ? refuse('the first row of rows without time and key') : `row(${parts.join(', ')})`;
}

/** A key as columns: one, or a quotient's two in lowest terms, so that equal quotients are one group. */
export interface KeySql {
  readonly value: RowSql;
  readonly columns: readonly string[];
}

export function keysOf(source: Source): readonly KeySql[] {
  bridgeKeys(source.scan.keys, source.context);
  return source.scan.keys.map((key) => keySql(compileRow(key, source.context)));
}

export function keySql(value: RowSql): KeySql {
  if (value.kind !== 'number' || value.d === null) return { value, columns: [soleSql(value) ?? 'NULL'] };
  const { n, d } = asIntegers(value);
  const common = `gcd(${n.sql}, ${d.sql})`;
  const part = (sql: string): string => `(CASE WHEN NOT ${isMissing(value)} THEN ${sql} // ${common} END)`;
  // Whole numbers now: what the number was over is in them.
  return { value: { ...value, over: 1n }, columns: [part(n.sql), part(d.sql)] };
}
