// Keys that are fetched last: partial results are grouped by the reference to the key's own dataset, few values of few bytes, and
// the names are joined to them afterwards.
import type { Dataset, FieldTyped, JoinStep } from '@sextant/parser';
import { quoteName } from '../dialect-duckdb.js';
import { compileRow } from '../row/compile-row.js';
import { referenceJoins } from '../row/join-reference.js';
import { columnOf, keyFieldOf, makeRowPaths, pathKey, type RowPaths } from '../row/row-paths.js';
import { knownRows } from '../row/known-rows.js';
import { allOf, type RowSql } from '../row/row-sql.js';
import type { Source } from '../row/source.js';
import { refuse, type SqlWorld } from '../sql-world.js';

/** Datasets with so few rows may be joined last even where the rows refer to them themselves. */
const FEW_ROWS = 2000;

/** The step that can wait; null where the key must be joined to the rows. */
export function lateStep(key: FieldTyped, world: SqlWorld): JoinStep | null {
  const step = key.path.at(-1);
  if (step === undefined || key.path.some((one) => one.reverse === true)) return null;
  // The version of an interval depends on the row's time.
  if (world.graph.datasets.get(step.to)?.time.kind === 'interval') return null;
  if (key.path.length > 1 || isOwnKey(key, step, world)) return step;
  const rows = world.estimate?.rows(step.to) ?? null;
  return rows !== null && rows <= FEW_ROWS ? step : null;
}

/** The key field of what is referred to: as many groups by the reference itself, and far fewer rows to join. */
export function isOwnKey(key: FieldTyped, step: JoinStep, world: SqlWorld): boolean {
  return key.field === keyFieldOf(world, step.to);
}

/** SQL of the reference in the rows. */
export function referenceSql(key: FieldTyped, step: JoinStep, source: Source): string {
  return columnOf(source.context.paths.handle(key.path.slice(0, -1)), step.field);
}

/** Joins to partial results: one for each path. */
export interface LateJoins {
  /** The key's value, where `reference` is SQL of the partial result's column. */
  value(key: FieldTyped, step: JoinStep, reference: string): RowSql;
  joins(): readonly string[];
}

export function makeLateJoins(source: Source): LateJoins {
  const { world, aliases, scan } = source;
  const joined = new Map<string, RowPaths>();
  const first: string[] = [];
  return {
    value(key, step, reference) {
      const id = pathKey(key.path);
      let paths = joined.get(id);
      if (paths === undefined) {
        paths = makeRowPaths(step.to, aliases, referenceJoins(world, scan.asOf));
        joined.set(id, paths);
        const { alias } = paths.base;
        const known = knownRows(datasetOf(step.to, world), world, scan.asOf);
        const same = `${alias}.${quoteName(keyFieldOf(world, step.to))} = ${reference}`;
        const on = allOf([same, ...[known.where(alias)].filter((one) => one !== null)]);
        first.push(`LEFT JOIN ${known.relation} AS ${alias} ON ${on}`);
      }
      const own: FieldTyped = { ...key, base: step.to, path: [] };
      return compileRow(own, { world, asOf: scan.asOf, base: step.to, prefix: [], paths, parent: null });
    },
    joins: () => [...first, ...[...joined.values()].flatMap((paths) => paths.joins())],
  };
}

function datasetOf(name: string, world: SqlWorld): Dataset {
  return world.graph.datasets.get(name) ?? refuse(`there is no dataset \`${name}\``);
}
