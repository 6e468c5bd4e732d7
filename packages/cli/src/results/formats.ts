// The formats of a result, and the one that the name of a file means.
import { extname } from 'node:path';

export const FORMATS = ['table', 'csv', 'json', 'ndjson', 'parquet', 'markdown'] as const;

export type Format = (typeof FORMATS)[number];

const BY_ENDING: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.parquet': 'parquet',
  '.md': 'markdown',
  '.txt': 'table',
};

export const ENDINGS: readonly string[] = Object.keys(BY_ENDING);

/** Null: the name has an ending that is none of a format, and somebody would open the file with the wrong program. */
export function formatOf(asked: Format | null, output: string | null): Format | null {
  if (asked !== null) return asked;
  const ending = output === null ? '' : extname(output).toLowerCase();
  return ending === '' ? 'table' : Object.hasOwn(BY_ENDING, ending) ? (BY_ENDING[ending] ?? null) : null;
}
