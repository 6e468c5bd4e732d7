// What the SQL of every scalar function is made by.
import type { CallTyped } from '@sextant/parser';
import { refuse } from '../sql-world.js';
import type { RowEnv } from './row-context.js';
import type { FloatSql, NumberSql, RowSql } from './row-sql.js';
import { float, NULL_SQL, strictFaults } from './row-sql.js';
import { cast } from '../dialect-duckdb.js';

/** The arguments as SQL; one that is `null` itself is a `NullSql`. */
export type SqlFunction = (args: readonly RowSql[], call: CallTyped, env: RowEnv) => RowSql;

/** For functions that have no value where an argument has none: such an argument decides, whatever the others are. */
export function strict(make: SqlFunction): SqlFunction {
  return (args, call, env) =>
    args.some((arg) => arg.kind === 'null') ? { ...NULL_SQL, faults: strictFaults(args) } : make(args, call, env);
}

export function numberOf(value: RowSql | undefined): NumberSql {
  return value?.kind === 'number' ? value : refuse('an exact number is expected');
}

export function isFloat(values: readonly RowSql[]): boolean {
  return values.some((value) => value.kind === 'float');
}

/** A number as a double. */
export function doubleOf(value: RowSql | undefined): FloatSql {
  if (value?.kind === 'float') return value;
  const number = numberOf(value);
  const parts = [
    cast(number.n.sql, 'DOUBLE'),
    ...(number.d === null ? [] : [cast(number.d.sql, 'DOUBLE')]),
    ...(number.over === 1n ? [] : [cast(number.over.toString(), 'DOUBLE')]),
  ];
  return float(parts.length === 1 ? (parts[0] ?? 'NULL') : `(${parts.join(' / ')})`, number.faults);
}

export function textSql(value: RowSql | undefined): string {
  return value?.kind === 'text' ? value.sql : refuse('a text is expected');
}
