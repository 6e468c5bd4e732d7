// What every check of a dataset is given.
import type { Field } from '@sextant/parser';
import type { Executor } from '../executor.js';
import type { PreparedData, PreparedDataset } from '../prepared-data.js';
import { EXAMPLES } from '../words.js';
import type { Examples } from './errors.js';
import { countAt, textAt } from '../table-cells.js';

export interface CheckContext {
  readonly executor: Executor;
  readonly data: PreparedData;
  readonly prepared: PreparedDataset;
  readonly rows: number;
  /** Rows that have a value, by field. */
  readonly filled: ReadonlyMap<string, number>;
}

/** `counted` yields a value `v` and its number of rows `n`: their sums, and the first few by value. */
export async function examplesOf(executor: Executor, counted: string): Promise<Examples> {
  const table = await executor.query(
    `WITH counted AS MATERIALIZED (${counted}), total AS (SELECT sum(n) AS rows, count(*) AS distinct_values FROM counted)
SELECT rows, distinct_values, CAST(v AS VARCHAR), n FROM counted, total ORDER BY v LIMIT ${EXAMPLES}`,
  );
  const examples = Array.from({ length: table.rowCount }, (_, row) => ({
    text: textAt(table, 2, row) ?? '',
    rows: countAt(table, 3, row),
  }));
  return { rows: countAt(table, 0, 0), distinct: countAt(table, 1, 0), examples };
}

export function isEmpty(context: CheckContext, field: Field): boolean {
  return (context.filled.get(field.name) ?? 0) === 0;
}
