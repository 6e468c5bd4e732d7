// The records of a CSV file one after another, with their lines: for its header, and for saying where a bad value stands.
import { csvReader, type CsvRecord } from '../../value/csv-reader.js';

/** Reads little more of the file than the caller takes. Empty lines are records with one empty cell. */
export async function* csvRecords(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  const reader = csvReader(delimiter);
  for await (const chunk of chunks) yield* reader.take(chunk);
  yield* reader.end();
}

/** The column names of a file's first line; null where there is none. */
export async function csvHeader(chunks: AsyncIterable<string>, delimiter: string): Promise<readonly string[] | null> {
  for await (const record of csvRecords(chunks, delimiter)) return record.cells;
  return null;
}

/** The lines of data records, counted from 0 after the header; records past the end have none. */
export async function csvLines(
  chunks: AsyncIterable<string>,
  delimiter: string,
  records: ReadonlySet<number>,
): Promise<ReadonlyMap<number, number>> {
  const lines = new Map<number, number>();
  const last = Math.max(...records);
  let columns = 0;
  let index = -1;
  for await (const { line, cells } of csvRecords(chunks, delimiter)) {
    if (index === -1) columns = cells.length;
    // The engine leaves out empty lines, but where there is one column only an empty line is a record.
    else if (columns > 1 && cells.length === 1 && cells[0] === '') continue;
    else if (records.has(index)) lines.set(index, line);
    if (index >= last) break;
    index += 1;
  }
  return lines;
}
