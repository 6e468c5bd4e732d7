// A CSV or TSV file in memory: every column as text, and what of it a reader would refuse.
import type { OverlongRow } from '../../execute/sources/csv-overlong.js';
import { columnOf } from '../../execute/sources/source.js';
import { csvReader, type CsvRecord } from '../../value/csv-reader.js';
import { dataFileOf, textOfFile, type GivenFile } from '../given-file.js';
import type { MemoryTable } from '../table.js';

export interface CsvForm {
  readonly delimiter: string;
  /** The text that means no value, besides the empty one. */
  readonly nullText: string | null;
}

export type CsvRead =
  | { readonly kind: 'table'; readonly table: MemoryTable; readonly overlong: OverlongRow | null }
  /** Not even a line of names. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly reason: string };

export async function csvTable(given: GivenFile, { delimiter, nullText }: CsvForm): Promise<CsvRead> {
  const read = await textOfFile(given).catch(() => null);
  if (read === null) return { kind: 'problem', reason: 'it cannot be unpacked' };
  const reader = csvReader(delimiter);
  const [header, ...records] = [...reader.take(read.text), ...reader.end()];
  if (header === undefined) return { kind: 'empty' };
  const names = header.cells;
  // Where there is one column only, an empty line is a record.
  const rows = names.length > 1 ? records.filter(({ cells }) => cells.length > 1 || cells[0] !== '') : records;
  const tooLong = rows.find(({ cells, isClosed }) => isClosed && cells.length > names.length && cells.at(-1) === '');
  const file = dataFileOf(given);
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
        return cell === '' || cell === nullText ? null : cell;
      });
      return { kind: 'text', cells, refused: null };
    },
    place: (row) => `${file.shown}:${rows[row]?.line ?? 0}`,
    unreadable: tooLong === undefined ? firstProblem(header, rows, read.isUtf8) : null,
  };
  const overlong = tooLong === undefined ? null : { line: tooLong.line, values: tooLong.cells.length };
  return { kind: 'table', table, overlong };
}

/** Not UTF-8, a quote that is not closed, too few or too many values: the first that a reader meets, in its words. */
function firstProblem(header: CsvRecord, rows: readonly CsvRecord[], isUtf8: boolean): string | null {
  const isBroken = ({ cells }: CsvRecord): boolean => cells.some((cell) => cell.includes('\uFFFD'));
  const unicode = isUtf8 ? undefined : isBroken(header) ? header : rows.find(isBroken);
  const columns = header.cells.length;
  const bad = rows.find(({ cells, isClosed }) => !isClosed || cells.length !== columns);
  if (unicode !== undefined && (bad === undefined || unicode.line <= bad.line))
    return `line ${unicode.line}: Invalid unicode (byte sequence mismatch) detected. This file is not utf-8 encoded`;
  if (bad === undefined) return null;
  return bad.isClosed
    ? `line ${bad.line}: Expected Number of Columns: ${columns} Found: ${bad.cells.length}`
    : `line ${bad.line}: Value with unterminated quote found`;
}
