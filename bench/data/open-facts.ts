// Opens the facts as tables of one connection: the DuckDB file itself, or views over its Parquet files.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { Facts } from './generate-facts.js';
import { factsSql } from './facts-sql.js';

export type Format = 'duckdb' | 'parquet';

export interface OpenFacts {
  readonly facts: Facts;
  readonly format: Format;
  readonly connection: DuckDBConnection;
  readonly instance: DuckDBInstance;
  close(): void;
}

export interface OpenOptions {
  readonly threads: number;
  readonly memoryLimit?: string;
}

export async function openFacts(facts: Facts, format: Format, options: OpenOptions): Promise<OpenFacts> {
  const settings: Record<string, string> = { threads: String(options.threads) };
  if (options.memoryLimit !== undefined) settings['memory_limit'] = options.memoryLimit;
  const readOnly: Record<string, string> = { ...settings, access_mode: 'READ_ONLY' };
  const instance =
    format === 'duckdb'
      ? await DuckDBInstance.create(join(facts.folder, 'facts.duckdb'), readOnly)
      : await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  if (format === 'parquet') {
    for (const { name } of factsSql(facts)) {
      const file = join(facts.folder, `${name}.parquet`);
      await connection.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet('${file}')`);
    }
  }
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  return { facts, format, connection, instance, close };
}
