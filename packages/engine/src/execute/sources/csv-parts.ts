// CSV and TSV: every column as text; the files are grouped by their header, so that each has its own order of columns.
import type { Diagnostic, Outcome } from '@sextant/parser';
import { columnTwice, emptyFile, tooManyValues, unreadableFile } from './errors.js';
import type { Executor } from '../executor.js';
import { csvHeader } from './csv-records.js';
import { overlongRow } from './csv-overlong.js';
import type { DataFile } from './locate-files.js';
import { missingColumns, type Missing } from './missing-columns.js';
import type { Part, SourceColumn } from './part.js';
import { readerSentence } from './reader-sentence.js';
import { literalPath, quoteText } from './quote.js';
import { columnOf, storedFields, type FileSource } from './source.js';
import { isGzipped } from './file-format.js';

interface Group {
  readonly header: readonly string[];
  readonly files: DataFile[];
}

export async function csvParts(executor: Executor, source: FileSource): Promise<Outcome<readonly Part[]>> {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, Group>();
  for (const file of source.files) {
    const header = await csvHeader(source.chunks(file), source.delimiter).catch((error: unknown) =>
      readerSentence(error, [file]),
    );
    if (header === null) diagnostics.push(emptyFile(source.dataset, file));
    else if (typeof header === 'string') diagnostics.push(unreadableFile(source.dataset, file.shown, header));
    else {
      const key = JSON.stringify([header, isGzipped(file.path)]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { header, files: [file] });
      else group.files.push(file);
      const overlong = await overlongRow(executor, file, source.delimiter, header.length);
      if (overlong !== null) diagnostics.push(tooManyValues(source.dataset, file, overlong, header.length));
    }
  }
  const missing: Missing[] = [];
  const parts: Part[] = [];
  for (const group of groups.values()) {
    const columns = new Map<string, SourceColumn>();
    for (const field of storedFields(source.dataset)) {
      const at = group.header.indexOf(columnOf(field));
      if (at < 0) missing.push({ field, files: group.files, names: group.header });
      else if (group.header.includes(columnOf(field), at + 1)) diagnostics.push(columnTwice(field, group.files[0]));
      else columns.set(field.name, { kind: 'text', sql: `c${at}`, refused: null });
    }
    parts.push({ from: readCsv(source, group), columns, file: 'filename', row: null });
  }
  return { value: parts, diagnostics: [...diagnostics, ...missingColumns(source, missing)] };
}

/** Columns are named by their number: what a header says never enters the statement. */
function readCsv(source: FileSource, { header, files }: Group): string {
  const options = [
    `[${files.map((file) => quoteText(literalPath(file.path))).join(', ')}]`,
    `columns = {${header.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ')}}`,
    'auto_detect = false',
    'header = true',
    `delim = ${quoteText(source.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `nullstr = [${['', ...(source.nullText === null ? [] : [source.nullText])].map(quoteText).join(', ')}]`,
    `compression = '${files.some((file) => isGzipped(file.path)) ? 'gzip' : 'none'}'`,
    'hive_partitioning = false',
    'union_by_name = false',
  ];
  return `read_csv(${options.join(', ')})`;
}
