// Aggregates over the rows that refer to a row: joined as one row per parent, computed over all rows known, without a question's
// filters. The values become row values, so they are made in SQL altogether, quotients as pairs.
import type { AggregateTyped, ChildTyped } from '@sextant/parser';
import { meaningKey } from '../../plan/bind.js';
import { fromDecimalText } from '../../value/rational.js';
import { cast, quoteName } from '../dialect-duckdb.js';
import { conditionsIn } from './conditions-in.js';
import { aggregateSql } from '../leaf/aggregate-sql.js';
import { cell, MOST_ROWS, type Cell } from '../leaf/cells.js';
import { leafCells } from '../leaf/leaf-cells.js';
import { refuse } from '../sql-world.js';
import { compileRow } from './compile-row.js';
import { addFixed, decimalColumn, digitsOf, integer, literal, multiplyBy, multiplyFixed, type Fixed } from './fixed.js';
import { referenceJoins } from './join-reference.js';
import { knownRows, ownTime } from './known-rows.js';
import { addNumbers, divideNumbers, multiplyNumbers } from './numbers.js';
import type { RowContext } from './row-context.js';
import { columnOf, keyFieldOf, makeRowPaths, pathKey } from './row-paths.js';
import { exact, plain, soleSql, type NumberSql, type RowSql } from './row-sql.js';

export function childSql(typed: ChildTyped, context: RowContext): RowSql {
  const { aggregate, link, parent } = typed;
  const dataset =
    context.world.graph.datasets.get(aggregate.dataset) ?? refuse(`there is no dataset \`${aggregate.dataset}\``);
  const paths = makeRowPaths(aggregate.dataset, context.paths.aliases, referenceJoins(context.world, context.asOf));
  const inner: RowContext = {
    world: context.world,
    asOf: context.asOf,
    base: aggregate.dataset,
    prefix: [],
    paths,
    parent: { dataset: parent, link },
  };
  const last = link.at(-1) ?? refuse('children without a link');
  const owner = columnOf(paths.handle(link.slice(0, -1)), last.field);
  const where = aggregate.where === null ? [] : conditionsIn([aggregate.where], inner);
  const value = aggregate.value === null ? null : compileRow(aggregate.value, inner);
  if (value !== null && value.faults.length > 0) return refuse('a converted amount of children');
  const order = aggregate.fn === 'first' || aggregate.fn === 'last' ? orderOf(aggregate, inner) : '';
  const made = childCells(aggregate, value, where, order);
  const known = knownRows(dataset, context.world, context.asOf);
  const shown = known.where(paths.base.alias);
  const columns = made.cells.map((one, i) => `${aggregateSql(one)} AS ${quoteName(`value ${i + 1}`)}`);
  const from = [`${known.relation} AS ${paths.base.alias}`, ...paths.joins()].join(' ');
  const kept = [`${owner} IS NOT NULL`, ...(shown === null ? [] : [shown])].join(' AND ');
  const grouped = `SELECT ${owner} AS "parent", ${columns.join(', ')} FROM ${from} WHERE ${kept} GROUP BY 1`;
  const handle = context.paths.handle(context.prefix);
  const key = columnOf(handle, keyFieldOf(context.world, parent));
  // By what it means: the same children under other aliases are the same.
  const id = `child:${pathKey(context.prefix)}:${meaningKey(typed)}`;
  const alias = context.paths.derive(
    id,
    `${aggregate.dataset} of ${parent}`,
    (name) => `LEFT JOIN (${grouped}) AS ${name} ON ${name}."parent" = ${key}`,
    context.prefix,
  );
  // A parent that is not there has no children to count.
  return made.value((i) => `${alias}.${quoteName(`value ${i + 1}`)}`, `${key} IS NOT NULL`);
}

interface ChildValue {
  readonly cells: readonly Cell[];
  readonly value: (column: (i: number) => string, exists: string) => RowSql;
}

function childCells(
  aggregate: AggregateTyped,
  value: RowSql | null,
  where: readonly string[],
  order: string,
): ChildValue {
  const rows = MOST_ROWS;
  const { fn } = aggregate;
  const leaf = { id: 0, fn, value: aggregate.value, fraction: aggregate.fraction, where: [] };
  const counted = (one: Cell): ChildValue => ({
    cells: [one],
    value: (column, exists) => exact(countOf(column(0), exists)),
  });
  if (value === null || fn === 'count_rows') return counted(cell('rows', '', where));
  const { cells } = leafCells({ leaf, value, where, order, rows });
  const [first] = cells;
  if (first === undefined) return refuse('children without a value');
  if (fn === 'count' || fn === 'count_distinct') return counted(first);
  if (value.kind === 'null') return { cells: [first], value: () => value };
  if (fn === 'min' || fn === 'max' || fn === 'first' || fn === 'last') {
    return { cells, value: (column) => likeValue(value, column(0), cells.length > 1 ? column(1) : null) };
  }
  if (value.kind === 'float') {
    if (fn !== 'sum') return refuse(`${fn} of the floats of children`);
    return { cells, value: (column) => ({ kind: 'float', sql: column(0), faults: [] }) };
  }
  if (value.kind !== 'number' || value.d !== null) return refuse(`${fn} of quotients of children`);
  return childNumber(aggregate, value, cells);
}

function childNumber({ fn, fraction }: AggregateTyped, value: NumberSql, cells: readonly Cell[]): ChildValue {
  const total = (column: string, of: Fixed): Fixed => sumColumn(column, of);
  const made = (make: (column: (i: number) => string) => RowSql): ChildValue => ({ cells, value: make });
  switch (fn) {
    case 'sum':
      if (cells.length === 1) return made((column) => ({ ...value, n: total(column(0), value.n), faults: [] }));
      // Whole parts and the rest of them; past 38 digits the cast fails, and so does the statement.
      return made((column) => {
        const sum = `(${cast(column(0), `DECIMAL(38,${value.n.scale})`)} + ${column(1)})`;
        return { ...value, n: decimalColumn(sum, 38, value.n.scale), faults: [] };
      });
    case 'avg':
      if (cells.length !== 2) return refuse('wide sums of children');
      return made((column) => divideNumbers({ ...value, n: total(column(0), value.n) }, exact(countColumn(column(1)))));
    case 'median':
    case 'quantile': {
      // low + ((n - 1) q mod 1) (high - low), over q's denominator.
      const q =
        fn === 'median'
          ? { n: 1n, d: 2n }
          : (fromDecimalText(fraction ?? '') ?? refuse('a quantile without its fraction'));
      return made((column) => {
        const rest = integer(`(((${column(0)} - 1) * ${q.n}) % ${q.d})`, q.d);
        const low = withoutConstant(value.n, column(1));
        const high = withoutConstant(value.n, `coalesce(${column(2)}, ${column(1)})`);
        const between = multiplyFixed(addFixed(high, low, '-'), rest);
        return { ...value, n: addFixed(multiplyBy(low, q.d), between, '+'), over: value.over * q.d, faults: [] };
      });
    }
    case 'variance': {
      if (cells.length !== 3) return refuse('wide sums of children');
      return made((column) => {
        const sum = { ...value, n: total(column(0), value.n) };
        const squares = {
          ...value,
          n: total(column(1), multiplyFixed(value.n, value.n)),
          over: value.over * value.over,
        };
        const count = exact(countColumn(column(2)));
        const spread = addNumbers(multiplyNumbers(squares, count), multiplyNumbers(sum, sum), '-');
        return divideNumbers(spread, multiplyNumbers(count, addNumbers(count, exact(literal(1n, 0)), '-')));
      });
    }
    default:
      return refuse(`${fn} of children`);
  }
}

/** Sums of 38 digits are what the engine gives; what is known of their size is that of one row times the largest table. */
function sumColumn(column: string, of: Fixed): Fixed {
  const bound = of.bound * MOST_ROWS;
  if (of.type.kind === 'integer') return integer(column, bound, 2);
  const width = Math.min(38, Math.max(digitsOf(bound), of.scale));
  return { ...decimalColumn(column, 38, of.scale), bound: decimalColumn(column, width, of.scale).bound };
}

function countColumn(column: string): Fixed {
  return integer(column, MOST_ROWS);
}

function countOf(column: string, exists: string): Fixed {
  return countColumn(`(CASE WHEN ${exists} THEN coalesce(${column}, 0) END)`);
}

function withoutConstant(of: Fixed, sql: string): Fixed {
  return { ...of, sql, constant: null };
}

function likeValue(value: Exclude<RowSql, { kind: 'null' }>, n: string, d: string | null): RowSql {
  if (value.kind === 'float') return { ...value, sql: n, faults: [] };
  if (value.kind !== 'number') return plain(value.kind, n);
  return {
    ...value,
    n: withoutConstant(value.n, n),
    d: value.d === null || d === null ? null : withoutConstant(value.d, d),
    faults: [],
  };
}

function orderOf(aggregate: AggregateTyped, context: RowContext): string {
  const dataset = context.world.graph.datasets.get(aggregate.dataset);
  const time = aggregate.dated ?? (dataset === undefined ? null : ownTime(dataset));
  const parts = [
    ...(time === null ? [] : [soleSql(compileRow(time, context)) ?? refuse('a time is expected')]),
    ...(dataset?.key ?? []).map((key) => columnOf(context.paths.base, key)),
  ];
  return parts.length === 0 ? refuse('the first row of rows without time and key') : `row(${parts.join(', ')})`;
}
