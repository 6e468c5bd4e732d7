// coalesce, nullif and case: one kind, and numbers in one SQL type, or a branch of doubles would turn the others into doubles.
import { refuse } from '../sql-world.js';
import type { RowEnv } from './row-context.js';
import type { SqlFunction } from './functions.js';
import { doubleOf, isFloat, numberOf } from './functions.js';
import { alignNumbers } from './numbers.js';
import { compareSql } from './comparison.js';
import { allOf, isMissing, NULL_SQL, withChoice, type Fault, type RowSql } from './row-sql.js';

/** Values brought to one kind; `null` stays what it is. */
export function unify(values: readonly RowSql[]): readonly RowSql[] {
  const some = values.filter((one) => one.kind !== 'null');
  if (isFloat(some)) return values.map((one) => (one.kind === 'null' ? one : doubleOf(one)));
  if (some.some((one) => one.kind === 'number')) {
    const aligned = alignNumbers(some.map(numberOf));
    let next = 0;
    return values.map((one) => (one.kind === 'null' ? one : (aligned[next++] ?? one)));
  }
  if (new Set(some.map((one) => one.kind)).size > 1) return refuse('a choice between two kinds of values');
  return values;
}

function likeOf(values: readonly RowSql[]): RowSql {
  return values.find((one) => one.kind !== 'null') ?? NULL_SQL;
}

export const coalesceSql: SqlFunction = (args) => {
  const values = unify(args);
  // Not COALESCE itself: a quotient's two parts must come from one argument.
  const divided = values.some((one) => one.kind === 'number' && one.d !== null);
  const faults = (args[0]?.faults ?? []).map((fault) => ({
    ...fault,
    when: allOf([fault.when, ...args.slice(1).map(isMissing)]),
  }));
  const chosen = withChoice(likeOf(values), values, (sqls) =>
    divided
      ? `(CASE ${values.map((one, i) => `WHEN NOT ${isMissing(one)} THEN ${sqls[i] ?? 'NULL'}`).join(' ')} END)`
      : `coalesce(${sqls.join(', ')})`,
  );
  return { ...chosen, faults };
};

export const nullifSql: SqlFunction = ([value = NULL_SQL, unwanted = NULL_SQL], _, env) => {
  if (value.kind === 'null' || unwanted.kind === 'null') return value;
  const same = compareSql(value, unwanted, '=', env).sql;
  return withChoice(value, [value], ([sql = 'NULL']) => `(CASE WHEN ${same} THEN NULL ELSE ${sql} END)`);
};

export function caseSql(
  branches: readonly { readonly when: RowSql; readonly then: RowSql }[],
  otherwise: RowSql | null,
  _env: RowEnv,
): RowSql {
  const values = unify([...branches.map((branch) => branch.then), ...(otherwise === null ? [] : [otherwise])]);
  const tests = branches.map(({ when }) => (when.kind === 'boolean' ? when.sql : 'false'));
  const faults: Fault[] = [];
  for (const [i, value] of values.entries()) {
    const before = tests.slice(0, i).map((test) => `(${test}) IS NOT TRUE`);
    const own = tests[i] === undefined ? [] : [`(${tests[i]}) IS TRUE`];
    for (const fault of value.faults) faults.push({ ...fault, when: allOf([...before, ...own, fault.when]) });
  }
  const chosen = withChoice(likeOf(values), values, (sqls) => {
    const last = otherwise === null ? '' : ` ELSE ${sqls.at(-1) ?? 'NULL'}`;
    return `(CASE ${tests.map((test, i) => `WHEN ${test} THEN ${sqls[i] ?? 'NULL'}`).join(' ')}${last} END)`;
  });
  return { ...chosen, faults };
}
