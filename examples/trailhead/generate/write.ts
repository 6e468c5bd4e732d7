// Writes every table of a size as CSV into a folder, with a list of checksums beside them.
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvLine } from './cells.js';
import type { Size } from './sizes.js';
import type { Table } from './table.js';
import { tables } from './tables.js';
import { makeWorld } from './world.js';
import type { World } from './world.js';

export interface Written {
  /** Path below the folder. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** The list of checksums, in the form that `sha256sum --check` reads. */
export const checksumFile = 'SHA256SUMS';

export function writeTrailhead(size: Size, folder: string): readonly Written[] {
  const world = makeWorld(size);
  const written = tables.map((table) => writeTable(table, world, folder)).filter((w) => w !== null);
  const lines = written.map((w) => `${w.sha256}  ${w.file}\n`);
  writeFileSync(join(folder, checksumFile), lines.join(''));
  return written;
}

/** Null where the table has no rows, such as the visits of a year that the size does not show: no file is written. */
function writeTable(table: Table, world: World, folder: string): Written | null {
  const file = `${table.name}.csv`;
  const hash = createHash('sha256');
  let handle: number | null = null;
  let chunk = csvLine(table.header);
  let rows = 0;
  let bytes = 0;
  const flush = (): void => {
    const data = Buffer.from(chunk, 'utf8');
    handle ??= create(join(folder, file));
    writeSync(handle, data);
    hash.update(data);
    bytes += data.length;
    chunk = '';
  };
  for (const row of table.rows(world)) {
    rows += 1;
    chunk += csvLine(row);
    if (chunk.length > 1_000_000) flush();
  }
  if (rows === 0) return null;
  flush();
  if (handle !== null) closeSync(handle);
  return { file, rows, bytes, sha256: hash.digest('hex') };
}

function create(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'w');
}
