// A small CSV reader (RFC 4180) for checking the example data without an engine. An empty cell is null.

export type Row = Readonly<Record<string, string | null>>;

export function readCsv(text: string): readonly Row[] {
  const [header, ...records] = recordsOf(text);
  if (header === undefined) return [];
  return records.map((cells) => {
    if (cells.length !== header.length) throw new Error(`${cells.length} cells under ${header.length} columns`);
    return Object.fromEntries(header.map((name, index) => [name, cells[index] === '' ? null : (cells[index] ?? null)]));
  });
}

function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      cells.push(cell);
      cell = '';
      if (c === '\n') {
        records.push(cells);
        cells = [];
      }
    } else cell += c;
  }
  return records;
}
