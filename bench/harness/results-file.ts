// Appends result lines to a file per run, and reads all of them back.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from './folders.js';
import type { ResultRecord } from './record.js';

const folder = join(benchFolder, 'results');

export interface ResultsWriter {
  readonly run: string;
  readonly path: string;
  write(record: ResultRecord): void;
}

export function openResults(run: string): ResultsWriter {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${run}.jsonl`);
  return { run, path, write: (record) => appendFileSync(path, `${JSON.stringify(record)}\n`) };
}

/** Every line of every run, runs in the order of their names, which begin with their time. */
export function readResults(): readonly ResultRecord[] {
  if (!existsSync(folder)) return [];
  const records: ResultRecord[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  for (const file of files.toSorted()) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      // A run that was stopped may leave half a line at its end.
      if (line.endsWith('}')) records.push(JSON.parse(line) as ResultRecord);
    }
  }
  return records;
}
