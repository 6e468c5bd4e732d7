// Copies the tables from a folder of Parquet files into generated/: tsx examples/northwind/load.ts FOLDER [OUT]
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const tables = ['Orders', 'OrderDetails', 'Products', 'Categories', 'Customers', 'Employees'] as const;

export function loadNorthwind(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const table of tables) copyFileSync(join(from, `${table}.parquet`), join(to, `${table}.parquet`));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const from = process.argv[2];
  if (from === undefined) {
    process.stderr.write('usage: load.ts FOLDER [OUT]\n');
    process.exitCode = 2;
  } else {
    loadNorthwind(from, process.argv[3] ?? fileURLToPath(new URL('generated', import.meta.url)));
  }
}
