// What an expression over rows is written in: the world, the row at hand and the joins that its fields need.
import type { JoinStep } from '@sextant/parser';
import type { Point } from '../../calendar/window.js';
import type { SqlWorld } from '../sql-world.js';
import type { RowPaths } from './row-paths.js';

/** What functions see of it. */
export interface RowEnv {
  readonly world: SqlWorld;
  /** The end of the question's day. */
  readonly asOf: Point;
  /** A long text under a short name, so that what is made of it is not long many times over. */
  readonly bind: (sql: string) => string;
}

export interface RowContext {
  readonly world: SqlWorld;
  /** Children and rates are known up to here. */
  readonly asOf: Point;
  /** The dataset of the row at hand. */
  readonly base: string;
  /** From the rows that are read to the row at hand. */
  readonly prefix: readonly JoinStep[];
  readonly paths: RowPaths;
  /** Inside an aggregate over children: the row that they refer to, and the way there. */
  readonly parent: { readonly dataset: string; readonly link: readonly JoinStep[] } | null;
}

const LONG = 400;

export function envOf({ world, asOf, paths }: RowContext): RowEnv {
  return {
    world,
    asOf,
    bind: (sql) => {
      if (sql.length < LONG) return sql;
      const make = (alias: string): string => `CROSS JOIN LATERAL (SELECT ${sql} AS "value") AS ${alias}`;
      return `${paths.derive(`let:${sql}`, 'computed', make)}."value"`;
    },
  };
}
