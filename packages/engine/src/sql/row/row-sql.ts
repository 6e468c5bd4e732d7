// The SQL of one row's value: texts, with all that is known of them, so that nothing is computed inexactly or overflows unseen.
import type { ValueType } from '@sextant/parser';
import type { Fixed } from './fixed.js';

/** Rows whose value is missing for a reason that aggregates must not pass over. */
export interface Fault {
  /** SQL, never null. */
  readonly when: string;
  readonly reason: 'missing_rate' | 'no_rate_date';
}

interface Base {
  readonly faults: readonly Fault[];
}

/**
 * An exact number: `n / (d * over)`. `d` is positive, or null where it is zero and the number has no value; without a `d`
 * it is 1. `over` is a positive constant. So quotients are carried, never computed.
 */
export interface NumberSql extends Base {
  readonly kind: 'number';
  readonly n: Fixed;
  readonly d: Fixed | null;
  readonly over: bigint;
  readonly approximate: boolean;
}

/** A double. */
export interface FloatSql extends Base {
  readonly kind: 'float';
  readonly sql: string;
}

export type PlainKind = 'text' | 'boolean' | 'date' | 'datetime' | 'timestamp';

export interface PlainSql extends Base {
  readonly kind: PlainKind;
  readonly sql: string;
}

/** `null`, which takes the type of what it stands beside. */
export interface NullSql extends Base {
  readonly kind: 'null';
}

export type RowSql = NumberSql | FloatSql | PlainSql | NullSql;

export const NULL_SQL: NullSql = { kind: 'null', faults: [] };

export function plain(kind: PlainKind, sql: string, faults: readonly Fault[] = []): PlainSql {
  return { kind, sql, faults };
}

export function condition(sql: string, faults: readonly Fault[] = []): PlainSql {
  return plain('boolean', sql, faults);
}

export function float(sql: string, faults: readonly Fault[] = []): FloatSql {
  return { kind: 'float', sql, faults };
}

export function exact(n: Fixed, rest: Partial<Omit<NumberSql, 'kind' | 'n'>> = {}): NumberSql {
  return { kind: 'number', n, d: null, over: 1n, approximate: false, faults: [], ...rest };
}

/** Whether the value is missing, as SQL that is never null itself. */
export function isMissing(value: RowSql): string {
  switch (value.kind) {
    case 'null':
      return 'true';
    case 'number':
      return value.d === null ? `${value.n.sql} IS NULL` : `(${value.n.sql} IS NULL OR ${value.d.sql} IS NULL)`;
    default:
      return `${value.sql} IS NULL`;
  }
}

/** Functions without a value where any argument has none: the first such argument gives the reason. */
export function strictFaults(args: readonly RowSql[]): readonly Fault[] {
  const faults: Fault[] = [];
  for (const [i, arg] of args.entries()) {
    const before = args.slice(0, i).map((one) => `NOT ${isMissing(one)}`);
    for (const fault of arg.faults) faults.push({ ...fault, when: allOf([...before, fault.when]) });
  }
  return faults;
}

export function allOf(conditions: readonly string[]): string {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : `(${conditions.join(' AND ')})`;
}

/** The SQL of a value that is one column: everything but quotients by a divisor of the row. */
export function soleSql(value: RowSql): string | null {
  if (value.kind === 'null') return 'NULL';
  if (value.kind === 'number') return value.d === null ? value.n.sql : null;
  return value.sql;
}

export function kindOfType(type: ValueType): PlainKind | 'number' | 'null' {
  switch (type.kind) {
    case 'integer':
    case 'decimal':
    case 'rational':
    case 'float':
      return 'number';
    case 'none':
    case 'unknown':
      return 'null';
    default:
      return type.kind;
  }
}

/**
 * A choice between values of one kind, numbers in one SQL type (`alignNumbers`): `choose` writes it out of their SQL texts, once
 * for what is counted and, where there are divisors, once more for them.
 */
export function withChoice(
  like: RowSql,
  values: readonly RowSql[],
  choose: (sqls: readonly string[]) => string,
): RowSql {
  if (like.kind === 'null') return like;
  if (like.kind !== 'number') return { ...like, sql: choose(values.map((one) => soleSql(one) ?? 'NULL')) };
  const numbers = values.filter((one) => one.kind === 'number');
  const part = (read: (number: NumberSql) => Fixed | null): string =>
    choose(values.map((one) => (one.kind === 'number' ? (read(one)?.sql ?? '1') : 'NULL')));
  const bound = (read: (number: NumberSql) => Fixed | null): bigint =>
    numbers.reduce((most, one) => ((read(one)?.bound ?? 1n) > most ? (read(one)?.bound ?? 1n) : most), 0n);
  const typed = (read: (number: NumberSql) => Fixed | null): Fixed | null =>
    numbers.map(read).find((one) => one !== null && one.constant === null) ?? read(like);
  const n = typed((one) => one.n) ?? like.n;
  const d = numbers.some((one) => one.d !== null) ? typed((one) => one.d) : null;
  return {
    ...like,
    n: { ...n, sql: part((one) => one.n), bound: bound((one) => one.n), constant: null },
    d: d === null ? null : { ...d, sql: part((one) => one.d), bound: bound((one) => one.d), constant: null },
    approximate: numbers.some((one) => one.approximate),
  };
}
