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
};

export function formatOf(asked: Format | null, output: string | null): Format {
  return asked ?? (output === null ? undefined : BY_ENDING[extname(output).toLowerCase()]) ?? 'table';
}
