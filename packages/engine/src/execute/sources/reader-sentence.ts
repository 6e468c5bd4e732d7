// What DuckDB says about a file that it cannot read, as one sentence: where and what, without its advice about its own options.
import type { DataFile } from './locate-files.js';

export function readerSentence(error: unknown, files: readonly DataFile[]): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(/^[A-Z][A-Za-z ]* Error: /, '');
  const lines = text.split('\n').map((line) => line.trim());
  const line = /^CSV Error on Line: (\d+)/.exec(lines[0] ?? '')?.[1];
  // The bad line is quoted after its number, and may have several lines itself: the reason is found by its form.
  const reason = lines.find((line) =>
    /^(Expected Number of Columns|Value with|Invalid unicode|Maximum line size)/.test(line),
  );
  const sentence = line === undefined ? (lines[0] ?? '') : `line ${line}: ${reason ?? 'not a record'}`;
  return files.reduce((said, { path, shown }) => said.replaceAll(path, shown), sentence).replace(/\.$/, '');
}
