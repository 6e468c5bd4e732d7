// = <> < <= > >=, in, between, least and greatest.
import { refuse } from '../sql-world.js';
import type { RowEnv } from './row-context.js';
import type { SqlFunction } from './functions.js';
import { doubleOf, isFloat, numberOf, strict } from './functions.js';
import { alignNumbers, compareNumbers } from './numbers.js';
import {
  condition,
  float,
  isMissing,
  NULL_SQL,
  plain,
  strictFaults,
  withChoice,
  type PlainSql,
  type RowSql,
} from './row-sql.js';
import { instantMeantSql, timeArgument } from './times.js';

const OPERATORS = {
  equal: '=',
  not_equal: '<>',
  less: '<',
  less_equal: '<=',
  greater: '>',
  greater_equal: '>=',
} as const;

export type Comparison = keyof typeof OPERATORS;

export function comparisonSql(name: Comparison): SqlFunction {
  return strict(([a = NULL_SQL, b = NULL_SQL], _, env) => compareSql(a, b, OPERATORS[name], env));
}

/** A comparison of two values of one kind, or of two kinds of time. */
export function compareSql(a: RowSql, b: RowSql, op: string, env: RowEnv): PlainSql {
  const faults = strictFaults([a, b]);
  if (a.kind === 'null' || b.kind === 'null') return condition('CAST(NULL AS BOOLEAN)', faults);
  if (isFloat([a, b])) return condition(`(${doubleOf(a).sql} ${op} ${doubleOf(b).sql})`, faults);
  if (a.kind === 'number') return compareNumbers(a, numberOf(b), op);
  if (b.kind === 'number' || a.kind === 'float' || b.kind === 'float')
    return refuse('two kinds of values are compared');
  if (a.kind === b.kind) return condition(`(${a.sql} ${op} ${b.sql})`, faults);
  const [left, right] = [instantMeantSql(timeArgument(a), env), instantMeantSql(timeArgument(b), env)];
  return condition(`(${left} ${op} ${right})`, faults);
}

/** Without a match, an option without a value leaves it open. */
export const inSql: SqlFunction = ([tested = NULL_SQL, ...options], _, env) => {
  if (options.length === 0) return condition('false');
  const faults = tested.faults;
  if (tested.kind === 'null') return condition('CAST(NULL AS BOOLEAN)', faults);
  const kinds = new Set([tested, ...options].map((one) => one.kind));
  if (kinds.size === 1 && tested.kind !== 'number' && tested.kind !== 'float') {
    const list = options.map((one) => (one.kind === tested.kind ? one.sql : 'NULL'));
    return condition(`(${tested.sql} IN (${list.join(', ')}))`, faults);
  }
  return condition(`(${options.map((one) => compareSql(tested, one, '=', env).sql).join(' OR ')})`, faults);
};

export const betweenSql: SqlFunction = ([tested = NULL_SQL, low = NULL_SQL, high = NULL_SQL], _, env) => {
  const lower = compareSql(tested, low, '>=', env);
  const upper = compareSql(tested, high, '<=', env);
  return condition(`(${lower.sql} AND ${upper.sql})`, strictFaults([tested, low, high]));
};

export const leastSql = extreme('<');
export const greatestSql = extreme('>');

/** No value when any argument has none, unlike the engine's own functions. */
function extreme(op: '<' | '>'): SqlFunction {
  return strict((args, _, env) => {
    const faults = strictFaults(args);
    if (isFloat(args)) {
      const all = args.map((one) => doubleOf(one).sql);
      const some = all.map((one) => `${one} IS NOT NULL`).join(' AND ');
      return float(`(CASE WHEN ${some} THEN ${op === '<' ? 'least' : 'greatest'}(${all.join(', ')}) END)`, faults);
    }
    const [first = NULL_SQL, ...rest] = args.every((one) => one.kind === 'number')
      ? alignNumbers(args.map(numberOf))
      : args;
    const best = rest.reduce((found, next) => {
      const missing = `${isMissing(found)} OR ${isMissing(next)}`;
      const better = compareSql(next, found, op, env).sql;
      return withChoice(
        found,
        [found, next],
        ([f = 'NULL', n = 'NULL']) => `(CASE WHEN ${missing} THEN NULL WHEN ${better} THEN ${n} ELSE ${f} END)`,
      );
    }, first);
    return best.kind === 'number' || best.kind === 'null' || best.kind === 'float'
      ? { ...best, faults }
      : plain(best.kind, best.sql, faults);
  });
}
