// An answer as CSV, to the byte what `kpi eval --format csv` writes; a test holds the two together.
import type { Result, ResultColumn } from '@sextant/engine/browser';

export function csvOf({ columns, rows }: Result): string {
  const lines = rows.map(({ bucket, keys, cells }) => [
    ...(bucket === null ? [] : [bucket.label]),
    ...keys,
    ...cells.map(({ value }) => value),
  ]);
  return [columnNames(columns), ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** An empty text is told from no value by its quotes. */
function field(text: string | null): string {
  if (text === null) return '';
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A metric may be named like the dimension beside it: each column has its own name. */
function columnNames(columns: readonly ResultColumn[]): readonly string[] {
  const used = new Set<string>();
  return columns.map(({ name }) => {
    let unique = name;
    for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${name}_${n}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}
