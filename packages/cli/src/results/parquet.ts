// A result as a Parquet file with exact DECIMAL columns, written by the database below.
import type { EnginePort, Result, ResultColumn } from '../engine-port.js';
import { columnNames } from './column-names.js';
import { roundedTo, shapeOf } from './decimal-text.js';
import { flatRows } from './flat-rows.js';
import { isNumberType } from './sheet.js';

interface ParquetColumn {
  readonly name: string;
  /** Of the database. */
  readonly type: string;
  readonly write: (text: string) => string;
  /** What the file cannot hold exactly. */
  readonly note: string | null;
}

const ROWS_AT_ONCE = 500;
/** The most digits that a DECIMAL has. */
const DIGITS = 38;

/** Returns what is to be said about the file. The database is one of its own, with open doors and nothing of a project in it. */
export async function writeParquet(engine: EnginePort, result: Result, path: string): Promise<readonly string[]> {
  const rows = flatRows(result);
  const names = columnNames(result.columns);
  const columns = result.columns.map((column, c) => {
    const cells = rows.flatMap((row) => row[c] ?? []);
    return columnOf(names[c] ?? column.name, column, cells, isApproximate(result, c));
  });
  const executor = await engine.openDuckDb({ threads: 1 });
  try {
    await executor.run(
      `CREATE TABLE result (${columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(', ')})`,
    );
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const values = rows.slice(start, start + ROWS_AT_ONCE).map((row) => {
        const cells = columns.map(({ write }, c) => {
          const text = row[c] ?? null;
          return text === null ? 'NULL' : quoteText(write(text));
        });
        return `(${cells.join(', ')})`;
      });
      await executor.run(`INSERT INTO result VALUES ${values.join(', ')}`);
    }
    await executor.run(`COPY result TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    await executor.close();
  }
  return columns.flatMap(({ note }) => note ?? []);
}

function columnOf(name: string, column: ResultColumn, cells: readonly string[], approximate: boolean): ParquetColumn {
  const same = (text: string): string => text;
  if (column.kind === 'bucket') return { name, type: 'VARCHAR', write: same, note: null };
  if (approximate || column.type === 'float') return { name, type: 'DOUBLE', write: same, note: null };
  if (!isNumberType(column.type)) return { name, type: TYPES[column.type] ?? 'VARCHAR', write: same, note: null };
  const shapes = cells.map(shapeOf);
  const whole = Math.max(0, ...shapes.map((shape) => shape.whole));
  const declared = Number(/^decimal\((\d+)\)$/.exec(column.type)?.[1] ?? 0);
  const scale = Math.max(declared, ...shapes.map((shape) => shape.scale));
  if (column.type === 'integer' && scale === 0 && whole <= 18) return { name, type: 'BIGINT', write: same, note: null };
  if (whole > DIGITS) {
    return {
      name,
      type: 'VARCHAR',
      write: same,
      note: `\`${name}\` is text: its numbers have more than ${DIGITS} digits`,
    };
  }
  const fits = Math.min(scale, DIGITS - whole);
  const note =
    fits < scale ? `\`${name}\` is rounded to ${fits} digits after the point to fit a DECIMAL(${DIGITS})` : null;
  return { name, type: `DECIMAL(${DIGITS}, ${fits})`, write: (text) => roundedTo(text, fits), note };
}

const TYPES: Readonly<Record<string, string>> = {
  date: 'DATE',
  datetime: 'TIMESTAMP',
  timestamp: 'TIMESTAMPTZ',
  boolean: 'BOOLEAN',
};

function isApproximate(result: Result, column: number): boolean {
  const first = result.columns.findIndex(({ kind }) => kind === 'metric');
  return first >= 0 && column >= first && result.rows.some((row) => row.cells[column - first]?.approximate === true);
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
