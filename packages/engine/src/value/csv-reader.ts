// Records of CSV text that arrives in pieces: quotes, doubled quotes, line ends of every kind.

export interface CsvRecord {
  /** 1-based line in which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
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
  return {
    take: (piece) => {
      const records: CsvRecord[] = [];
      for (const char of piece) {
        if (afterReturn && char === '\n') {
          afterReturn = false;
          continue;
        }
        afterReturn = char === '\r';
        const breaks = char === '\n' || char === '\r';
        if (breaks) line += 1;
        if (quoted && !afterQuote) {
          if (char === '"') afterQuote = true;
          else cell += char;
        } else if (afterQuote && char === '"') {
          cell += char;
          afterQuote = false;
        } else if (char === delimiter || breaks) {
          cells.push(cell);
          cell = '';
          quoted = false;
          afterQuote = false;
          if (!breaks) continue;
          records.push({ line: start, cells });
          cells = [];
          start = line;
        } else if (char === '"' && cell === '') {
          quoted = true;
          afterQuote = false;
        } else {
          cell += char;
        }
      }
      return records;
    },
    end: () => (cell !== '' || cells.length > 0 ? [{ line: start, cells: [...cells, cell] }] : []),
  };
}
