// The records of a CSV file one after another, with their lines: for its header, and for saying where a bad value stands.
import { textChunks } from './text-chunks.js';

export interface CsvRecord {
  /** 1-based line in which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads no more of the file than the caller takes. Empty lines are records with one empty cell. */
export async function* csvRecords(path: string, delimiter: string): AsyncGenerator<CsvRecord> {
  let line = 1;
  let start = 1;
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let afterQuote = false;
  let afterReturn = false;
  for await (const chunk of textChunks(path)) {
    for (const char of chunk) {
      if (afterReturn && char === '\n') {
        afterReturn = false;
        continue;
      }
      afterReturn = char === '\r';
      const breaks = char === '\n' || char === '\r';
      if (breaks) line += 1;
      if (quoted && !afterQuote) {
        if (char === '"') afterQuote = true;
        else cell += char;
      } else if (afterQuote && char === '"') {
        cell += char;
        afterQuote = false;
      } else if (char === delimiter || breaks) {
        cells.push(cell);
        cell = '';
        quoted = false;
        afterQuote = false;
        if (!breaks) continue;
        yield { line: start, cells };
        cells = [];
        start = line;
      } else if (char === '"' && cell === '') {
        quoted = true;
        afterQuote = false;
      } else {
        cell += char;
      }
    }
  }
  if (cell !== '' || cells.length > 0) yield { line: start, cells: [...cells, cell] };
}

/** The column names of a file's first line; null where there is none. */
export async function csvHeader(path: string, delimiter: string): Promise<readonly string[] | null> {
  for await (const record of csvRecords(path, delimiter)) return record.cells;
  return null;
}

/** The lines of data records, counted from 0 after the header; records past the end have none. */
export async function csvLines(
  path: string,
  delimiter: string,
  records: ReadonlySet<number>,
): Promise<ReadonlyMap<number, number>> {
  const lines = new Map<number, number>();
  const last = Math.max(...records);
  let columns = 0;
  let index = -1;
  for await (const { line, cells } of csvRecords(path, delimiter)) {
    if (index === -1) columns = cells.length;
    // The engine leaves out empty lines, but where there is one column only an empty line is a record.
    else if (columns > 1 && cells.length === 1 && cells[0] === '') continue;
    else if (records.has(index)) lines.set(index, line);
    if (index >= last) break;
    index += 1;
  }
  return lines;
}
