// Conditions of many aggregates turned into what a partial result is grouped by: a column that several of them test, or bits.
import type { Typed } from '@sextant/parser';
import { conjuncts } from '../row/conditions-in.js';
import type { Source } from '../row/source.js';
import { compileCondition, fieldSql } from '../row/compile-row.js';
import { constantSql } from '../row/constant.js';
import { soleSql } from '../row/row-sql.js';
import { distinctValues } from './choose.js';
import { BITS_PER_MASK, BITS_PER_SMALL_MASK } from './bits.js';

/** Columns with more values would make more groups than the bits of the conditions on them. */
const FEW_VALUES = 16;

/** What partial results are grouped by for the sake of conditions. */
export interface ConditionPlan {
  /** SQL over rows, in order. */
  readonly columns: readonly { readonly sql: string; readonly name: string }[];
  /** A condition as a test of a partial result, whose columns `at` names. */
  readonly test: (condition: string, at: (name: string) => string) => string;
}

/** A test of one column against constants. */
interface ColumnTest {
  readonly column: string;
  readonly values: number;
  readonly test: (column: string) => string;
}

/**
 * `keys` are the SQL of the group's keys over rows by the name of their column: a condition on one of them costs nothing.
 */
export function planConditions(
  conditions: readonly string[],
  source: Source,
  keys: ReadonlyMap<string, string>,
): ConditionPlan {
  const tests = columnTests(source);
  const perColumn = new Map<string, number>();
  for (const one of conditions) {
    const column = tests.get(one)?.column;
    if (column !== undefined) perColumn.set(column, (perColumn.get(column) ?? 0) + 1);
  }
  const columns: { sql: string; name: string }[] = [];
  const names = new Map<string, string>(keys);
  const made = new Map<string, (at: (name: string) => string) => string>();
  const bits: string[] = [];
  for (const one of conditions) {
    const test = tests.get(one);
    const free = test !== undefined && keys.has(test.column);
    const pays = test !== undefined && test.values <= FEW_VALUES && (perColumn.get(test.column) ?? 0) > 1;
    if (test === undefined || !(free || pays)) {
      bits.push(one);
      continue;
    }
    let name = names.get(test.column);
    if (name === undefined) {
      name = `test ${columns.length + 1}`;
      names.set(test.column, name);
      columns.push({ sql: test.column, name });
    }
    const column = name;
    made.set(one, (at) => test.test(at(column)));
  }
  const size = bits.length <= BITS_PER_SMALL_MASK ? BITS_PER_SMALL_MASK : BITS_PER_MASK;
  for (let start = 0; start < bits.length; start += size) {
    const name = `mask ${start / size + 1}`;
    const own = bits.slice(start, start + size);
    const terms = own.map((one, i) => `CASE WHEN ${one} THEN ${1n << BigInt(i)} ELSE 0 END`);
    const type = size === BITS_PER_SMALL_MASK ? 'INTEGER' : 'BIGINT';
    columns.push({ sql: `CAST(${terms.join('\n    + ')} AS ${type})`, name });
    for (const [i, one] of own.entries()) made.set(one, (at) => `${at(name)} & ${1n << BigInt(i)} <> 0`);
  }
  return { columns, test: (condition, at) => made.get(condition)?.(at) ?? condition };
}

/** The conditions of the scan's leaves that are `column = constant` and the like, by their SQL. */
function columnTests(source: Source): ReadonlyMap<string, ColumnTest> {
  const tests = new Map<string, ColumnTest>();
  for (const typed of source.scan.leaves.flatMap((leaf) => leaf.where).flatMap(conjuncts)) {
    const test = columnTest(typed, source);
    if (test !== null) tests.set(compileCondition(typed, source.context), test);
  }
  return tests;
}

function columnTest(typed: Typed, source: Source): ColumnTest | null {
  if (typed.kind !== 'call') return null;
  const [field, ...rest] = typed.args;
  if (typed.fn === 'not' && field !== undefined) {
    const inner = columnTest(field, source);
    return inner === null ? null : { ...inner, test: (column) => `NOT ${inner.test(column)}` };
  }
  if (field?.kind !== 'field' || field.path.some((step) => step.reverse === true)) return null;
  const { kind } = field.type.value;
  const value = fieldSql(field, source.context);
  const column = soleSql(value);
  if (column === null || (kind !== 'text' && kind !== 'boolean')) return null;
  const constants = rest.map((one) => (one.kind === 'const' ? soleSql(constantSql(one.value)) : null));
  if (constants.includes(null)) return null;
  const list = constants.join(', ');
  const known = { column, values: distinctValues(field, source) };
  switch (typed.fn) {
    case 'equal':
      return { ...known, test: (sql) => `${sql} = ${list}` };
    case 'not_equal':
      return { ...known, test: (sql) => `${sql} <> ${list}` };
    case 'in':
      return list === '' ? null : { ...known, test: (sql) => `${sql} IN (${list})` };
    case 'is_null':
      return { ...known, test: (sql) => `${sql} IS NULL` };
    default:
      return null;
  }
}
