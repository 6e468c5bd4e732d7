// A cell as an aggregate over rows.
import { isTrue } from '../dialect-duckdb.js';
import { conjunctionOf } from './leaf-cells.js';
import type { Cell } from './cells.js';

/** Sums by CASE and not by FILTER: among many in one statement it is two to three times faster. */
export function aggregateSql(cell: Cell): string {
  const when = cell.where.length === 0 ? null : conjunctionOf(cell.where);
  const chosen = when === null ? cell.value : `CASE WHEN ${when} THEN ${cell.value} END`;
  const some = `${cell.value} IS NOT NULL${when === null ? '' : ` AND ${isTrue(when)}`}`;
  switch (cell.fn) {
    case 'rows':
      return when === null ? 'count(*)' : `count(CASE WHEN ${when} THEN 1 END)`;
    case 'count':
      return `count(${chosen})`;
    case 'sum':
    case 'min':
    case 'max':
      return `${cell.fn}(${chosen})`;
    case 'distinct':
      return `count(DISTINCT ${chosen})`;
    case 'float_sum':
      return `sum(${cell.value} ORDER BY ${cell.value}) FILTER (WHERE ${some})`;
    case 'float_variance':
      return `var_samp(${cell.value} ORDER BY ${cell.value}) FILTER (WHERE ${some})`;
    case 'first':
      return `arg_min(${cell.value}, ${cell.order}) FILTER (WHERE ${some})`;
    case 'last':
      return `arg_max(${cell.value}, ${cell.order}) FILTER (WHERE ${some})`;
    case 'rank': {
      // With n values sorted, the one at floor((n - 1) q), counted from 0; or the next one.
      const { n, d } = cell.rank?.fraction ?? { n: 0n, d: 1n };
      const index = `((count(${chosen}) - 1) * ${n} // ${d}) + ${cell.rank?.next === true ? 2 : 1}`;
      return `(list(${cell.value} ORDER BY ${cell.value}) FILTER (WHERE ${some}))[CAST(${index} AS BIGINT)]`;
    }
  }
}
