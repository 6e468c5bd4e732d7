// A file that no dataset declares yet, as a table of all that is in it.
import type { FileFormat } from '../execute/sources/file-format.js';
import { textPieces, type GivenFile } from '../memory/given-file.js';
import { csvTable } from '../memory/read/csv-table.js';
import { jsonTable } from '../memory/read/json-table.js';
import { loadParquetReader } from '../memory/read/parquet-file.js';
import { parquetTable } from '../memory/read/parquet-table.js';
import type { MemoryTable } from '../memory/table.js';
import { csvReader } from '../value/csv-reader.js';

export type TableOfFile =
  | {
      readonly kind: 'table';
      readonly table: MemoryTable;
      /** Of a CSV file whose values are separated by something else than commas. */
      readonly delimiter: string | null;
    }
  | { readonly kind: 'problem'; readonly why: string };

export async function tableOfFile(file: GivenFile, format: FileFormat): Promise<TableOfFile> {
  switch (format) {
    case 'csv':
    case 'tsv': {
      const usual = format === 'tsv' ? '\t' : ',';
      const delimiter = await delimiterOf(file, usual);
      const read = await csvTable(file, { delimiter, nullText: null });
      if (read.kind === 'empty') return problem('it is empty');
      if (read.kind === 'problem') return problem(read.reason);
      const { table, overlong } = read;
      if (overlong !== null)
        return problem(
          `line ${overlong.line} has ${overlong.values} values, and the header names ${table.names.length} columns`,
        );
      if (table.unreadable !== null) return problem(table.unreadable);
      return { kind: 'table', table, delimiter: delimiter === usual ? null : delimiter };
    }
    case 'json':
    case 'ndjson': {
      const { table, problems } = await jsonTable([file], format);
      if (table === null) return problem(problems[0]?.reason ?? 'it cannot be read');
      const names = table.allNames?.() ?? table.names;
      return { kind: 'table', table: { ...table, names }, delimiter: null };
    }
    case 'parquet': {
      const read = await parquetTable(file, await loadParquetReader());
      return read.kind === 'table' ? { ...read, delimiter: null } : problem(read.reason);
    }
  }
}

function problem(why: string): TableOfFile {
  return { kind: 'problem', why };
}

/** The character that cuts the line of names into the most pieces; the usual one where there is no other. */
async function delimiterOf(file: GivenFile, usual: string): Promise<string> {
  const start = await textPieces(file)
    .next()
    .catch(() => null);
  if (start === null || start.done === true) return usual;
  const piecesBy = (delimiter: string): number => {
    const reader = csvReader(delimiter);
    const [header] = [...reader.take(start.value.slice(0, 65_536)), ...reader.end()];
    return header?.cells.length ?? 0;
  };
  const others = [';', '\t', '|', ','].filter((delimiter) => delimiter !== usual);
  if (piecesBy(usual) > 1) return usual;
  return others.find((delimiter) => piecesBy(delimiter) > 1) ?? usual;
}
