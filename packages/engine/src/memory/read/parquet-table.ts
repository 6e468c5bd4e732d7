// A Parquet file in memory: columns with types of their own.
import { columnOf } from '../../execute/sources/source.js';
import { dataFileOf, type GivenFile } from '../given-file.js';
import type { MemoryTable } from '../table.js';
import { openParquet, type ParquetReader } from './parquet-file.js';

export type ParquetRead =
  { readonly kind: 'table'; readonly table: MemoryTable } | { readonly kind: 'problem'; readonly reason: string };

/** Reads the columns that are wanted; all of them where nothing is said. */
export async function parquetTable(
  given: GivenFile,
  reader: ParquetReader,
  wanted: readonly string[] | null = null,
): Promise<ParquetRead> {
  try {
    const { columns, rowCount, read } = await openParquet(given.bytes, reader);
    const names = columns.map(({ name }) => name);
    const values = await read(wanted ?? names);
    const file = dataFileOf(given);
    return {
      kind: 'table',
      table: {
        files: [file],
        names,
        rowCount,
        column: (field) => {
          const column = columns.find(({ name }) => name === columnOf(field));
          if (column === undefined) return 'missing';
          return { kind: 'typed', type: column.type, cells: values.get(column.name) ?? [] };
        },
        place: (row) => `${file.shown} row ${row + 1}`,
        unreadable: null,
      },
    };
  } catch (error) {
    return { kind: 'problem', reason: error instanceof Error ? error.message : String(error) };
  }
}
