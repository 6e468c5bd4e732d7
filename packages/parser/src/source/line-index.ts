// The one place that turns offsets into lines and columns.

export interface LineIndex {
  /** Offsets at which lines start; the first is 0. */
  readonly starts: readonly number[];
}

/** 1-based line and column; the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return { starts };
}

export function positionAt(index: LineIndex, offset: number): Position {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (index.starts[low] ?? 0) + 1 };
}

/** The text of a 1-based line without its line break. */
export function lineText(text: string, index: LineIndex, line: number): string {
  const start = index.starts[line - 1] ?? text.length;
  const end = index.starts[line] ?? text.length + 1;
  return text.slice(start, end - 1).replace(/\r$/, '');
}
