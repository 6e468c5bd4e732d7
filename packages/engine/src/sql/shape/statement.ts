// Writing statements: select lists whose columns are numbered, common table expressions with a comment each, rows of constants.
import { comment, quoteName } from '../dialect-duckdb.js';

/** A select list that knows where each column ended up. */
export interface Columns {
  /** The index of the column; the same SQL twice is one column. */
  add(sql: string, name: string): number;
  list(): readonly string[];
  names(): readonly string[];
  count(): number;
}

export function makeColumns(): Columns {
  const known = new Map<string, number>();
  const items: string[] = [];
  const names: string[] = [];
  return {
    add(sql, name) {
      const index = known.get(sql);
      if (index !== undefined) return index;
      known.set(sql, items.length);
      items.push(`${sql} AS ${quoteName(name)}`);
      names.push(name);
      return items.length - 1;
    },
    list: () => items,
    names: () => names,
    count: () => items.length,
  };
}

export interface Select {
  readonly says: string;
  readonly columns: readonly string[];
  readonly from: string;
  readonly where: readonly string[];
  /** The first so many columns are what is grouped by. */
  readonly groups: number;
  readonly having?: string;
}

export function selectSql({ says, columns, from, where, groups, having }: Select): string {
  const lines = [
    comment(says),
    `SELECT\n  ${columns.length === 0 ? '1' : columns.join(',\n  ')}`,
    `FROM ${from}`,
    ...(where.length === 0 ? [] : [`WHERE ${where.join('\n  AND ')}`]),
    ...(groups === 0 ? [] : [`GROUP BY ${Array.from({ length: groups }, (_, i) => i + 1).join(', ')}`]),
    ...(having === undefined ? [] : [`HAVING ${having}`]),
  ];
  return lines.join('\n');
}

export function withSql(steps: readonly { readonly name: string; readonly sql: string }[], last: string): string {
  if (steps.length === 0) return last;
  const written = steps.map(({ name, sql }) => `${name} AS (\n${indent(sql)}\n)`);
  return `WITH ${written.join(',\n')}\n${last}`;
}

function indent(sql: string): string {
  return sql.replaceAll(/^/gm, '  ');
}

/** `(VALUES (0, 3, 7), ...) AS "name"("a", "b", "c")`. */
export function valuesSql(
  rows: readonly (readonly (string | number)[])[],
  name: string,
  columns: readonly string[],
): string {
  const list = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `(VALUES ${list}) AS ${name}(${columns.map(quoteName).join(', ')})`;
}
