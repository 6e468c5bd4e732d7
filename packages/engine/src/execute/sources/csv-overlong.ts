// A row of a CSV file with one value too many, the last of them empty: the reader drops the empty one without a word, and all
// values behind a stray comma stand one column too far to the right.
import type { Executor } from '../executor.js';
import { countAt, textAt } from '../table-cells.js';
import type { DataFile } from './locate-files.js';
import { isGzipped } from './file-format.js';
import { literalPath, quoteText } from './quote.js';

export interface OverlongRow {
  readonly line: number;
  readonly values: number;
}

/**
 * The first such row of a file; null where there is none. Lines are looked at one by one, their quoted parts taken out; a
 * line that begins or ends inside quotes is left to the reader, which counts its values.
 */
export async function overlongRow(
  executor: Executor,
  file: DataFile,
  delimiter: string,
  columns: number,
): Promise<OverlongRow | null> {
  const lines = [
    quoteText(literalPath(file.path)),
    `columns = {'line': 'VARCHAR'}`,
    'auto_detect = false',
    'header = false',
    // No text file has this as a character, so that each line is one value.
    `delim = chr(1)`,
    `quote = ''`,
    `escape = ''`,
    // A quoted line break may be another than those between the rows.
    'strict_mode = false',
    `compression = '${isGzipped(file.path) ? 'gzip' : 'none'}'`,
  ];
  const delim = quoteText(delimiter);
  const bare = `regexp_replace("line", '"[^"]*"', '', 'g')`;
  const values = `(length(${bare}) - length(replace(${bare}, ${delim}, ''))) // ${delimiter.length} + 1`;
  const suspect = `"line" LIKE ${quoteText(`%${delimiter.replaceAll(/[%_\\]/g, '\\$&')}`)} ESCAPE '\\' AND ${values} > ${columns} AND NOT contains(${bare}, '"')`;
  const from = `read_csv(${lines.join(', ')})`;
  if (countAt(await executor.query(`SELECT count(*) FROM ${from} WHERE ${suspect}`), 0, 0) === 0) return null;
  const numbered = `SELECT row_number() OVER () AS "number", "line" FROM ${from}`;
  const table = await executor.query(
    `SELECT "number", ${values} FROM (${numbered}) WHERE ${suspect} ORDER BY 1 LIMIT 1`,
  );
  return { line: parseInt(textAt(table, 0, 0) ?? '0', 10), values: countAt(table, 1, 0) };
}
