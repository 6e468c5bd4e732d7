// The statement of a scan inside another that aggregates its groups once more, and how the outer one is read.
import type { Leaf, Scan } from '../plan/plan.js';
import { quoteName } from '../sql/dialect-duckdb.js';
import type { LeafRead, LeafShape, QueryReads, ScanQuery, ValueRead } from '../sql/sql-world.js';
import { decimalsNeeded, decimalText } from '../value/to-text.js';
import type { NestedCondition, NestedPer, NestedScan, NestedValue } from './nested-per.js';

export interface NestedQuery {
  /** What the statement answers, as if it were one of the plan's scans. */
  readonly scan: Scan;
  readonly query: ScanQuery;
  /** The new leaf of each `per`. */
  readonly leaves: ReadonlyMap<NestedPer, number>;
}

/** Digits of a constant; with more, comparing it could need more than the engine has. */
const MOST_DIGITS = 15;

/** Null where a column of the statement is not the value itself. */
export function nestedSql(
  nested: NestedScan,
  scan: Scan,
  queries: readonly ScanQuery[],
  firstLeaf: number,
): NestedQuery | null {
  const [inner] = queries;
  if (inner === undefined || queries.length !== 1 || inner.reads.present !== null) return null;
  const { reads } = inner;
  const innerKeys = reads.keys.filter((_, i) => !nested.outerKeys.includes(i));
  if (innerKeys.some((key) => key.overColumn !== null || key.approximate)) return null;
  const groups = new InnerGroups(scan, reads);
  const columns: string[] = [];
  const add = (sql: string): number => columns.push(sql) - 1;
  const window: QueryReads['window'] =
    reads.window.kind === 'fixed' ? reads.window : { ...reads.window, column: add(groups.column(reads.window.column)) };
  const keys = nested.outerKeys.flatMap((i): ValueRead[] => {
    const key = reads.keys[i];
    if (key === undefined) return [];
    const column = add(groups.column(key.column));
    return [{ ...key, column, overColumn: key.overColumn === null ? null : add(groups.column(key.overColumn)) }];
  });
  const groupCount = columns.length;
  const isEntity = innerKeys.map((key) => `${groups.column(key.column)} IS NOT NULL`);
  const leaves = new Map<NestedPer, number>();
  const leafReads: LeafRead[] = [];
  const reach: QueryReads['reach'][number][] = [];
  const made: Leaf[] = [];
  for (const per of nested.pers) {
    const id = firstLeaf + made.length;
    const visited = groups.visited(per.leaves);
    const where = per.where === null ? null : groups.condition(per.where);
    if (where === null && per.where !== null) return null;
    const counts = per.fn === 'count' || per.fn === 'count_rows';
    const when = [
      ...(visited === null ? [] : [visited]),
      ...(where === null ? [] : [where]),
      ...(counts ? isEntity : []),
    ];
    const shape = shapeOf(per, when, groups, add);
    if (shape === null) return null;
    leafReads.push({ leaf: id, faults: [], ...shape });
    // A group of the outer keys is there where one of its inner groups is.
    if (visited !== null && keys.length > 0)
      reach.push({ column: add(`count(CASE WHEN ${visited} THEN 1 END)`), leaves: [id] });
    made.push({ id, fn: per.fn, value: null, fraction: null, where: [] });
    leaves.set(per, id);
  }
  const grouped = Array.from({ length: groupCount }, (_, i) => i + 1).join(', ');
  const sql = [
    `-- ${scan.dataset}: ${[...new Set(nested.pers.map(({ fn }) => (fn === 'count_rows' ? 'count' : fn)))].join(', ')} over the groups below`,
    'SELECT',
    columns.map((column, i) => `  ${column} AS ${quoteName(`column ${i + 1}`)}`).join(',\n'),
    `FROM (\n${inner.sql}\n) AS ${groups.alias()}`,
    ...(grouped === '' ? [] : [`GROUP BY ${grouped}`]),
  ].join('\n');
  return {
    scan: { ...scan, keys: nested.outerKeys.flatMap((i) => scan.keys[i] ?? []), leaves: made },
    query: { sql, reads: { window, present: null, keys, leaves: leafReads, reach, main: true } },
    leaves,
  };
}

/** The columns of the inner statement, by number. */
class InnerGroups {
  readonly #scan: Scan;
  readonly #reads: QueryReads;
  #last = 0;

  constructor(scan: Scan, reads: QueryReads) {
    this.#scan = scan;
    this.#reads = reads;
  }

  column(index: number): string {
    this.#last = Math.max(this.#last, index);
    return `"groups".${quoteName(`${index + 1}`)}`;
  }

  alias(): string {
    const names = Array.from({ length: this.#last + 1 }, (_, i) => quoteName(`${i + 1}`));
    return `"groups"(${names.join(', ')})`;
  }

  /** What the groups that some leaf reaches satisfy; null: all of them. */
  visited(leaves: readonly number[]): string | null {
    const reach = this.#reads.reach.filter((one) => one.leaves.some((leaf) => leaves.includes(leaf)));
    const known = new Set(reach.flatMap((one) => one.leaves));
    if (!leaves.every((leaf) => known.has(leaf))) return null;
    return `(${reach.map(({ column }) => `${this.column(column)} > 0`).join(' OR ')})`;
  }

  /** Null where the leaf is made of several columns, or is no exact number. */
  value({ leaf, emptyZero }: NestedValue): { readonly sql: string; readonly kind: 'count' | 'sum' | 'value' } | null {
    const read = this.#reads.leaves.find((one) => one.leaf === leaf);
    if (read === undefined || read.faults.length > 0) return null;
    const filled = (sql: string): string => (emptyZero ? `coalesce(${sql}, 0)` : sql);
    switch (read.kind) {
      case 'count':
        return { sql: `coalesce(${this.column(read.column)}, 0)`, kind: 'count' };
      case 'sum': {
        const [part] = read.sum.parts;
        const plain =
          read.sum.parts.length === 1 && part?.factor === 1n && read.sum.over === 1n && !read.sum.approximate;
        return plain ? { sql: filled(this.column(part.column)), kind: 'sum' } : null;
      }
      case 'value': {
        const { as, over, overColumn, approximate, column } = read.value;
        const plain = as === 'number' && over === 1n && overColumn === null && !approximate;
        return plain ? { sql: filled(this.column(column)), kind: 'value' } : null;
      }
      default:
        return null;
    }
  }

  /** Null where it cannot be compared exactly. */
  condition(condition: NestedCondition): string | null {
    if (condition.kind !== 'compare') {
      const parts = condition.parts.map((part) => this.condition(part));
      return parts.includes(null) ? null : `(${parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    const { value, operator, constant } = condition;
    const made = this.value(value);
    const scale = this.#scaleOf(value);
    const decimals = decimalsNeeded(constant);
    const text = decimalText(constant);
    if (made === null || scale === null || decimals === null || decimals > scale || text.length > MOST_DIGITS)
      return null;
    return `${made.sql} ${operator} ${text.startsWith('-') ? `(${text})` : text}`;
  }

  /** Digits after the point of a leaf's numbers; null where they are no decimals. */
  #scaleOf({ leaf }: NestedValue): number | null {
    const found = this.#scan.leaves.find((one) => one.id === leaf);
    if (found === undefined) return null;
    if (found.fn === 'count' || found.fn === 'count_rows' || found.fn === 'count_distinct') return 0;
    const type = found.value?.type.value;
    return type?.kind === 'decimal' ? type.scale : type?.kind === 'integer' ? 0 : null;
  }
}

function shapeOf(
  { fn, of }: NestedPer,
  when: readonly string[],
  groups: InnerGroups,
  add: (sql: string) => number,
): LeafShape | null {
  const chosen = (sql: string): string => (when.length === 0 ? sql : `CASE WHEN ${when.join(' AND ')} THEN ${sql} END`);
  if (of === null) return { kind: 'count', column: add(`count(${chosen('1')})`) };
  const value = groups.value(of);
  if (value === null) return null;
  const sql = chosen(value.sql);
  switch (fn) {
    case 'count_rows':
      return { kind: 'count', column: add(`count(${chosen('1')})`) };
    case 'count':
      return { kind: 'count', column: add(`count(${sql})`) };
    case 'min':
    case 'max': {
      const column = add(`${fn}(${sql})`);
      return { kind: 'value', value: { column, as: 'number', over: 1n, overColumn: null, approximate: false } };
    }
    case 'sum':
    case 'avg': {
      // Sums of sums are no larger than the sum of all rows, which was seen to fit; nobody looked at extremes.
      if (value.kind === 'value') return null;
      const sum = { parts: [{ column: add(`sum(${sql})`), factor: 1n }], over: 1n, approximate: false };
      return fn === 'sum' ? { kind: 'sum', sum } : { kind: 'avg', sum, count: add(`count(${sql})`) };
    }
  }
}
