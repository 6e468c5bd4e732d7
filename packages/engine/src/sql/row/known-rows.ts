// Rows that `as_of` hides: later ones by their dataset's own time, or by when they became known. Plans are never hidden.
import type { Dataset, FieldTyped } from '@sextant/parser';
import type { Point } from '../../calendar/window.js';
import type { ScanTime } from '../../plan/plan.js';
import { quoteName } from '../dialect-duckdb.js';
import { refuse, type SqlWorld } from '../sql-world.js';
import { hiddenSql } from '../time/atoms.js';
import { fieldSql } from './compile-row.js';
import { plainJoins } from './join-reference.js';
import { makeAliases, makeRowPaths } from './row-paths.js';
import { soleSql } from './row-sql.js';

export interface KnownRows {
  readonly relation: string;
  /** What the rows of the relation must satisfy; null: nothing. */
  readonly where: (alias: string) => string | null;
}

export function knownRows(dataset: Dataset, world: SqlWorld, asOf: Point): KnownRows {
  const relation = world.relation(dataset.name);
  const time = hidingTime(dataset, world);
  if (time === null) return { relation, where: () => null };
  const { at } = time;
  const field = world.graph.datasets.get(at.dataset)?.fields.get(at.field);
  if (at.path.length === 0 && field?.formula === null) {
    const optional = field.optional || at.field !== ownTime(dataset)?.field;
    return {
      relation,
      where: (alias) =>
        hiddenSql(`${alias}.${quoteName(at.field)}`, time, {
          before: asOf,
          nullable: optional,
          inclusive: isInclusive(dataset, time),
        }),
    };
  }
  // The time of another row decides, though that row be hidden itself.
  const paths = makeRowPaths(dataset.name, makeAliases(), plainJoins(world));
  const value =
    soleSql(fieldSql(at, { world, asOf, base: dataset.name, prefix: [], paths, parent: null })) ??
    refuse('a time is expected');
  const shown = hiddenSql(value, time, { before: asOf, nullable: true, inclusive: isInclusive(dataset, time) });
  const from = [`${relation} AS ${paths.base.alias}`, ...paths.joins()].join(' ');
  return { relation: `(SELECT ${paths.base.alias}.* FROM ${from} WHERE ${shown})`, where: () => null };
}

/** A snapshot that is taken at the very end of a day is the state of that day. */
export function isInclusive(dataset: Dataset | undefined, time: ScanTime): boolean {
  return dataset?.time.kind === 'snapshot' && time.kind !== 'date' && dataset.knownAt === null;
}

/** The time by which a dataset's rows are hidden. */
export function hidingTime(dataset: Dataset, world: SqlWorld): ScanTime | null {
  const at = dataset.plan ? null : (dataset.knownAt ?? ownTime(dataset));
  const kind = at?.type.value.kind;
  if (at === null || (kind !== 'date' && kind !== 'datetime' && kind !== 'timestamp')) return null;
  const { timezone } = world.calendar;
  return { at, kind, zone: kind === 'datetime' ? (dataset.def.timezone?.text ?? timezone) : timezone };
}

export function ownTime(dataset: Dataset): FieldTyped | null {
  switch (dataset.time.kind) {
    case 'event':
    case 'snapshot':
      return dataset.time.at;
    case 'interval':
      return dataset.time.from;
    case 'none':
    case 'undeclared':
      return null;
  }
}
