// Records of CSV text that arrives in pieces: quotes, doubled quotes, line ends of every kind.

export interface CsvRecord {
  /** 1-based line in which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** False where a quote is not closed, or a text follows the closed one. */
  readonly isClosed: boolean;
}

export interface CsvReader {
  /** The records that end in this piece. Empty lines are records with one empty cell. */
  readonly take: (piece: string) => readonly CsvRecord[];
  /** The last record, where no line end follows it. */
  readonly end: () => readonly CsvRecord[];
}

export function csvReader(delimiter: string): CsvReader {
  let line = 1;
  let start = 1;
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let afterQuote = false;
  let afterReturn = false;
  let isClosed = true;
  let spaced = false;
  return {
    take: (piece) => {
      const records: CsvRecord[] = [];
      for (const char of piece) {
        if (afterReturn && char === '\n') {
          afterReturn = false;
          if (quoted && !afterQuote) cell += char;
          continue;
        }
        afterReturn = char === '\r';
        const breaks = char === '\n' || char === '\r';
        if (breaks) line += 1;
        if (quoted && !afterQuote) {
          if (char === '"') afterQuote = true;
          else cell += char;
        } else if (afterQuote && char === '"' && !spaced) {
          cell += char;
          afterQuote = false;
        } else if (char === delimiter || breaks) {
          cells.push(cell);
          cell = '';
          quoted = false;
          afterQuote = false;
          spaced = false;
          if (!breaks) continue;
          records.push({ line: start, cells, isClosed });
          cells = [];
          start = line;
          isClosed = true;
        } else if (afterQuote) {
          // Spaces round a quoted text are none of it.
          if (char === ' ') spaced = true;
          else isClosed = false;
        } else if (char === '"' && /^ *$/.test(cell)) {
          cell = '';
          quoted = true;
        } else {
          cell += char;
        }
      }
      return records;
    },
    end: () =>
      cell !== '' || cells.length > 0 || quoted
        ? [{ line: start, cells: [...cells, cell], isClosed: isClosed && (!quoted || afterQuote) }]
        : [],
  };
}
