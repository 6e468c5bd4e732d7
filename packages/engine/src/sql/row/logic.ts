// and, or, not and `is null`: SQL's own three-valued logic is the language's.
import { refuse } from '../sql-world.js';
import type { SqlFunction } from './functions.js';
import { condition, isMissing, NULL_SQL, type RowSql } from './row-sql.js';

function conditionOf(value: RowSql): string {
  if (value.kind === 'null') return 'CAST(NULL AS BOOLEAN)';
  return value.kind === 'boolean' ? value.sql : refuse('a condition is expected');
}

export const andSql: SqlFunction = (args) => condition(`(${args.map(conditionOf).join(' AND ')})`);
export const orSql: SqlFunction = (args) => condition(`(${args.map(conditionOf).join(' OR ')})`);
export const notSql: SqlFunction = ([value = NULL_SQL]) => condition(`(NOT ${conditionOf(value)})`);
export const isNullSql: SqlFunction = ([value = NULL_SQL]) => condition(`(${isMissing(value)})`);
