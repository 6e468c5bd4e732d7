// Makes the synthetic star on demand, once per size, seed and variant: a DuckDB file, and a Parquet file per table.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from '../harness/folders.js';
import { say } from '../harness/say.js';
import { factsSql, type FactsShape } from './facts-sql.js';

export interface Facts extends FactsShape {
  /** Absolute; holds `facts.duckdb` and `<table>.parquet`. */
  readonly folder: string;
}

/** The folder of the facts; generated where it is missing. A half-made folder never carries the final name. */
export async function facts(shape: FactsShape): Promise<Facts> {
  const folder = join(benchFolder, 'data', `${shape.variant}-${shape.rows}-seed${shape.seed}`);
  if (existsSync(join(folder, 'facts.json'))) return { ...shape, folder };
  say(`generating ${shape.rows.toLocaleString('en')} rows (${shape.variant}) in ${folder}`);
  const unfinished = `${folder}.part-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await generate(shape, unfinished);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return { ...shape, folder };
}

async function generate(shape: FactsShape, folder: string): Promise<void> {
  const started = performance.now();
  const instance = await DuckDBInstance.create(join(folder, 'facts.duckdb'), { threads: '2' });
  const connection = await instance.connect();
  const counts: Record<string, string> = {};
  for (const { name, select } of factsSql(shape)) {
    await connection.run(`CREATE TABLE ${name} AS ${select}`);
    await connection.run(`COPY ${name} TO '${join(folder, `${name}.parquet`)}' (FORMAT parquet, COMPRESSION zstd)`);
    counts[name] = await oneText(connection, `SELECT count(*) FROM ${name}`);
  }
  await connection.run('CHECKPOINT');
  const engine = await oneText(connection, 'SELECT version()');
  connection.closeSync();
  instance.closeSync();
  writeFileSync(join(folder, 'facts.json'), `${JSON.stringify({ ...shape, engine, counts }, null, 2)}\n`);
  say(`generated in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

async function oneText(connection: DuckDBConnection, sql: string): Promise<string> {
  const cell = (await connection.runAndReadAll(sql)).getRowsJson()[0]?.[0];
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
