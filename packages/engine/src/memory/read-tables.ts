// The files of a source as tables, with the words for those that cannot be read.
import type { Diagnostic, Outcome } from '@sextant/parser';
import { emptyFile, tooManyValues, unreadableFile } from '../execute/sources/errors.js';
import { columnOf, storedFields, type FileSource } from '../execute/sources/source.js';
import { dataFileOf, type GivenFile } from './given-file.js';
import { csvTable } from './read/csv-table.js';
import { jsonTable } from './read/json-table.js';
import { loadParquetReader } from './read/parquet-file.js';
import { parquetTable } from './read/parquet-table.js';
import type { MemoryTable } from './table.js';

export function readTables(source: FileSource, files: readonly GivenFile[]): Promise<Outcome<readonly MemoryTable[]>> {
  switch (source.format) {
    case 'csv':
    case 'tsv':
      return csvTables(source, files);
    case 'json':
    case 'ndjson':
      return jsonTables(source, files, source.format);
    case 'parquet':
      return parquetTables(source, files);
  }
}

type Tables = Promise<Outcome<readonly MemoryTable[]>>;

async function csvTables(source: FileSource, files: readonly GivenFile[]): Tables {
  const { dataset } = source;
  const diagnostics: Diagnostic[] = [];
  const tables: MemoryTable[] = [];
  for (const file of files) {
    const read = await csvTable(file, source);
    switch (read.kind) {
      case 'table':
        tables.push(read.table);
        if (read.overlong !== null)
          diagnostics.push(tooManyValues(dataset, dataFileOf(file), read.overlong, read.table.names.length));
        break;
      case 'empty':
        diagnostics.push(emptyFile(dataset, dataFileOf(file)));
        break;
      case 'problem':
        diagnostics.push(unreadableFile(dataset, file.name, read.reason));
    }
  }
  return { value: tables, diagnostics };
}

async function jsonTables({ dataset }: FileSource, files: readonly GivenFile[], format: 'json' | 'ndjson'): Tables {
  const { table, problems } = await jsonTable(files, format);
  return {
    value: table === null ? [] : [table],
    diagnostics: problems.map(({ file, reason }) => unreadableFile(dataset, file.shown, reason)),
  };
}

async function parquetTables({ dataset }: FileSource, files: readonly GivenFile[]): Tables {
  const diagnostics: Diagnostic[] = [];
  const tables: MemoryTable[] = [];
  const reader = await loadParquetReader();
  for (const file of files) {
    const read = await parquetTable(file, reader, storedFields(dataset).map(columnOf));
    if (read.kind === 'table') tables.push(read.table);
    else diagnostics.push(unreadableFile(dataset, file.name, read.reason));
  }
  return { value: tables, diagnostics };
}
