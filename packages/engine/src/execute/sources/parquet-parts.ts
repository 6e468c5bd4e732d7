// Parquet: read where it lies; the files are grouped by their schema, for a cast to the first file's types might round.
import type { Diagnostic, Outcome } from '@sextant/parser';
import { unreadableFile } from './errors.js';
import { isInterrupted } from '../execution-error.js';
import type { Executor } from '../executor.js';
import { textAt } from '../table-cells.js';
import type { DataFile } from './locate-files.js';
import { missingColumns, type Missing } from './missing-columns.js';
import type { Part } from './part.js';
import { readerSentence } from './reader-sentence.js';
import { literalPath, quoteText } from './quote.js';
import { storedFields, type FileSource } from './source.js';
import { typedColumns } from './typed-columns.js';

const SCHEMA =
  "string_agg(concat_ws(':', name, type, type_length, num_children, converted_type, scale, precision, logical_type), '|')";

export async function parquetParts(executor: Executor, source: FileSource): Promise<Outcome<readonly Part[]>> {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, DataFile[]>();
  for (const file of source.files) {
    try {
      // One file alone needs no look at its schema before DESCRIBE.
      const schema = source.files.length === 1 ? '' : await schemaOf(executor, file);
      const group = groups.get(schema);
      if (group === undefined) groups.set(schema, [file]);
      else group.push(file);
    } catch (error) {
      if (isInterrupted(error)) throw error;
      diagnostics.push(unreadableFile(source.dataset, file.shown, readerSentence(error, [file])));
    }
  }
  const missing: Missing[] = [];
  const parts: Part[] = [];
  for (const files of groups.values()) {
    const where = files[0]?.shown ?? '';
    const from = `read_parquet([${files.map((file) => quoteText(literalPath(file.path))).join(', ')}], hive_partitioning = false, union_by_name = false)`;
    try {
      const found = await typedColumns(executor, from, storedFields(source.dataset), where);
      diagnostics.push(...found.diagnostics);
      missing.push(...found.missing.map((field) => ({ field, files, names: found.names })));
      parts.push({ from, columns: found.columns, file: 'filename', row: 'file_row_number + 1' });
    } catch (error) {
      if (isInterrupted(error)) throw error;
      diagnostics.push(unreadableFile(source.dataset, where, readerSentence(error, files)));
    }
  }
  return { value: parts, diagnostics: [...diagnostics, ...missingColumns(source, missing)] };
}

async function schemaOf(executor: Executor, file: DataFile): Promise<string> {
  const path = quoteText(literalPath(file.path));
  return textAt(await executor.query(`SELECT ${SCHEMA} FROM parquet_schema(${path})`), 0, 0) ?? '';
}
