// CSV and TSV in memory: every column as text, a table for each file.
import type { Diagnostic, Outcome } from '@sextant/parser';
import { emptyFile, tooManyValues, unreadableFile } from '../../execute/sources/errors.js';
import { columnOf, type FileSource } from '../../execute/sources/source.js';
import { csvReader } from '../../value/csv-reader.js';
import { dataFileOf, textOfFile, type GivenFile, type GivenText } from '../given-file.js';
import type { MemoryTable } from '../table.js';

export async function csvTables(
  source: FileSource,
  files: readonly GivenFile[],
): Promise<Outcome<readonly MemoryTable[]>> {
  const diagnostics: Diagnostic[] = [];
  const tables: MemoryTable[] = [];
  for (const file of files) {
    const given = await textOfFile(file).catch(() => null);
    if (given === null) diagnostics.push(unreadableFile(source.dataset, file.name, 'it cannot be unpacked'));
    else {
      const table = tableOf(source, file, given);
      diagnostics.push(...table.diagnostics);
      if (table.value !== null) tables.push(table.value);
    }
  }
  return { value: tables, diagnostics };
}

function tableOf(source: FileSource, given: GivenFile, { text, isUtf8 }: GivenText): Outcome<MemoryTable | null> {
  const file = dataFileOf(given);
  const reader = csvReader(source.delimiter);
  const [header, ...records] = [...reader.take(text), ...reader.end()];
  if (header === undefined) return { value: null, diagnostics: [emptyFile(source.dataset, file)] };
  const names = header.cells;
  // Where there is one column only, an empty line is a record.
  const rows = names.length > 1 ? records.filter(({ cells }) => cells.length > 1 || cells[0] !== '') : records;
  // Not UTF-8, a quote that is not closed, too few or too many values: the first that a reader meets is said.
  const broken = isUtf8
    ? -1
    : [header, ...rows].findIndex(({ cells }) => cells.some((cell) => cell.includes('\uFFFD')));
  const unicode = broken < 0 ? undefined : [header, ...rows][broken];
  const bad = rows.find(({ cells, isClosed }) => !isClosed || cells.length !== names.length);
  const sentence =
    unicode !== undefined && (bad === undefined || unicode.line <= bad.line)
      ? `line ${unicode.line}: Invalid unicode (byte sequence mismatch) detected. This file is not utf-8 encoded`
      : bad === undefined
        ? null
        : `line ${bad.line}: ${
            bad.isClosed
              ? `Expected Number of Columns: ${names.length} Found: ${bad.cells.length}`
              : 'Value with unterminated quote found'
          }`;
  const overlong = rows.find(({ cells, isClosed }) => isClosed && cells.length > names.length && cells.at(-1) === '');
  const table: MemoryTable = {
    files: [file],
    names,
    rowCount: rows.length,
    column: (field) => {
      const at = names.indexOf(columnOf(field));
      if (at < 0) return 'missing';
      if (names.includes(columnOf(field), at + 1)) return 'twice';
      const cells = rows.map(({ cells: values }) => {
        const cell = values[at] ?? '';
        return cell === '' || cell === source.nullText ? null : cell;
      });
      return { kind: 'text', cells, refused: null };
    },
    place: (row) => `${file.shown}:${rows[row]?.line ?? 0}`,
    unreadable:
      sentence === null || overlong !== undefined ? null : unreadableFile(source.dataset, file.shown, sentence),
  };
  return {
    value: table,
    diagnostics:
      overlong === undefined
        ? []
        : [tooManyValues(source.dataset, file, { line: overlong.line, values: overlong.cells.length }, names.length)],
  };
}
