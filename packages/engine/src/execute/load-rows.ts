// Prepared relations as rows in memory: for what no plan expresses, and for holding the two evaluators against each other.
import type { Row, Rows } from '../reference/rows.js';
import { NULL, type Value } from '../value/value.js';
import type { Executor } from './executor.js';
import type { PreparedData, PreparedDataset } from './prepared-data.js';
import { quoteName } from './sources/quote.js';
import { storedFields } from './sources/source.js';
import { countAt } from './table-cells.js';

/** More rows than this are refused: they would take gigabytes. */
export const ROWS_IN_MEMORY = 2_000_000;

/** Null where there are too many rows; `rows` says how many. */
export type LoadedRows =
  { readonly kind: 'rows'; readonly rows: Rows } | { readonly kind: 'too_many'; readonly count: number };

export async function loadRows(data: PreparedData): Promise<LoadedRows> {
  let count = 0;
  for (const prepared of data.datasets.values()) {
    count += countAt(await data.executor.query(`SELECT count(*) FROM ${prepared.relation}`), 0, 0);
  }
  if (count > ROWS_IN_MEMORY) return { kind: 'too_many', count };
  const all = new Map<string, readonly Row[]>();
  for (const [name, prepared] of data.datasets) {
    all.set(name, await readRows(data.executor, prepared));
  }
  return { kind: 'rows', rows: all };
}

export async function readRows(executor: Executor, prepared: PreparedDataset): Promise<readonly Row[]> {
  const fields = storedFields(prepared.dataset);
  const columns = fields.map((field) => quoteName(field.name)).join(', ');
  const table = await executor.query(`SELECT ${columns} FROM ${prepared.relation}`);
  const rows: Row[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    rows.push(
      new Map(
        fields.map((field, column): [string, Value] => [
          field.name,
          asDeclared(table.columns[column]?.[row] ?? NULL, field.type.value.kind),
        ]),
      ),
    );
  }
  return rows;
}

/** The database keeps instants as wall clocks in UTC. */
function asDeclared(value: Value, type: string): Value {
  return value.kind === 'datetime' && type === 'timestamp' ? { kind: 'timestamp', micros: value.micros } : value;
}
