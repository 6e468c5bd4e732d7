// Parquet in memory: columns with types of their own, a table for each file.
import type { Diagnostic, Outcome } from '@sextant/parser';
import { unreadableFile } from '../../execute/sources/errors.js';
import { columnOf, storedFields, type FileSource } from '../../execute/sources/source.js';
import { dataFileOf, type GivenFile } from '../given-file.js';
import type { MemoryTable } from '../table.js';
import { loadParquetReader, openParquet, type ParquetFile } from './parquet-file.js';

export async function parquetTables(
  source: FileSource,
  files: readonly GivenFile[],
): Promise<Outcome<readonly MemoryTable[]>> {
  const diagnostics: Diagnostic[] = [];
  const tables: MemoryTable[] = [];
  const reader = await loadParquetReader();
  for (const given of files) {
    try {
      tables.push(await tableOf(source, given, await openParquet(given.bytes, reader)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.push(unreadableFile(source.dataset, given.name, reason));
    }
  }
  return { value: tables, diagnostics };
}

async function tableOf({ dataset }: FileSource, given: GivenFile, parquet: ParquetFile): Promise<MemoryTable> {
  const file = dataFileOf(given);
  const wanted = storedFields(dataset).map(columnOf);
  const values = await parquet.read(wanted);
  return {
    files: [file],
    names: parquet.columns.map(({ name }) => name),
    rowCount: parquet.rowCount,
    column: (field) => {
      const column = parquet.columns.find(({ name }) => name === columnOf(field));
      if (column === undefined) return 'missing';
      return { kind: 'typed', type: column.type, cells: values.get(column.name) ?? [] };
    },
    place: (row) => `${file.shown} row ${row + 1}`,
    unreadable: null,
  };
}
