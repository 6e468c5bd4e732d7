// Plain SQL as a subject: one statement on the shared connection, rows read as exact texts.
import type { DuckDBConnection } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolder } from '../harness/folders.js';
import type { TableShape, TextRows } from '../harness/result-table.js';

/** The text of `bench/<folder>/<name>.sql`. */
export function sqlFile(folder: 'best-sql' | 'plain-sql', name: string): string {
  return readFileSync(join(sourceFolder, folder, `${name}.sql`), 'utf8')
    .trim()
    .replace(/;$/, '');
}

/** Runs the statement and reads every row. What is read is discarded: this is the work that is timed. */
export async function runSql(connection: DuckDBConnection, sql: string): Promise<number> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowsJson().length;
}

/** The rows in the order of the shape's columns; columns are found by their names. */
export async function readSql(connection: DuckDBConnection, sql: string, shape: TableShape): Promise<TextRows> {
  const reader = await connection.runAndReadAll(sql);
  const names = reader.columnNames();
  const places = shape.columns.map(({ name }) => {
    const place = names.indexOf(name);
    if (place === -1) throw new Error(`no column ${name} in ${names.join(', ')}`);
    return place;
  });
  return reader.getRowsJson().map((row) =>
    places.map((place) => {
      const cell = row[place];
      return cell === null || cell === undefined ? null : typeof cell === 'string' ? cell : JSON.stringify(cell);
    }),
  );
}
