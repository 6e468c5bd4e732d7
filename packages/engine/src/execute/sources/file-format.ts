// The format of a data file, by what its definition says or by its name.

export type FileFormat = 'csv' | 'tsv' | 'json' | 'ndjson' | 'parquet';

const BY_ENDING: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  ndjson: 'ndjson',
  parquet: 'parquet',
};

/** Null where the name says nothing. */
export function formatOf(path: string): FileFormat | null {
  const ending = path.replace(/\.gz$/i, '').split('.').at(-1)?.toLowerCase() ?? '';
  return BY_ENDING[ending] ?? null;
}

export function isGzipped(path: string): boolean {
  return /\.gz$/i.test(path);
}
