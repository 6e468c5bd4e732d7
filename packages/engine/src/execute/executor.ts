// What the engine asks of a database: run one statement, get exact columns.
// Adapters: duckdb.ts (native); later duckdb-wasm and servers.
import type { NumberColumn } from '../value/column.js';
import type { Value } from '../value/value.js';

export interface Executor {
  /** Runs exactly one SELECT; several statements in one text are refused. */
  query(sql: string): Promise<Table>;
  /** Ends a running statement; `query` rejects with Interrupted. */
  interrupt(): void;
  close(): Promise<void>;
}

/** Column-major; every column has `rowCount` values. Decimals and integers are exact; floats are approximate numbers. */
export interface Table {
  readonly names: readonly string[];
  readonly columns: readonly (readonly Value[])[];
  /** The columns that are packed numbers as well; missing or null: not so. Reading them makes no values. */
  readonly packed?: readonly (NumberColumn | null)[];
  readonly rowCount: number;
}
