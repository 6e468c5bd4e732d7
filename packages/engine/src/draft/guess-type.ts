// The narrowest type that every value of a column fits, guessed from all of them: what stays wrong is no guess but a text.
import { parseDate, parseDatetime, parseTimestamp } from '../calendar/time-text.js';
import { cellFitter } from '../memory/fit-cell.js';
import type { MemoryColumn, Raw } from '../memory/table.js';
import { parseFloatText } from '../value/parse-cell.js';

export interface Guess {
  /** As it is declared: `decimal(2)`. */
  readonly type: string;
  /** Some row has no value. */
  readonly optional: boolean;
  /** No two rows have the same value, and every row has one. */
  readonly unique: boolean;
  /** The few values of a text, as often as they repeat. */
  readonly values: readonly string[] | null;
  readonly sample: string | null;
}

/** Null where no type holds the values: lists, times of day, bytes. */
export function guessType(column: MemoryColumn, rowCount: number): Guess | null {
  if (column.kind === 'text') {
    if ((column.refused?.size ?? 0) > 0) return null;
    return guessed(column.cells, typeOfTexts(column.cells), rowCount);
  }
  const type = typeOfRaws(column.type, column.cells);
  if (type === null) return null;
  return guessed(
    column.cells.map((raw) => (raw === null ? null : String(raw))),
    type,
    rowCount,
  );
}

const MOST_VALUES = 12;
const MOST_LENGTH = 40;
/** A list of values is worth its place where each stands in several rows. */
const ROWS_PER_VALUE = 3;

function guessed(texts: readonly (string | null)[], type: string, rowCount: number): Guess {
  const distinct = new Set<string>();
  let filled = 0;
  for (const text of texts) {
    if (text === null) continue;
    filled += 1;
    distinct.add(text);
  }
  const listed = [...distinct];
  const isListed =
    type === 'text' &&
    listed.length > 1 &&
    listed.length <= MOST_VALUES &&
    filled >= listed.length * ROWS_PER_VALUE &&
    listed.every((value) => value.length <= MOST_LENGTH && /^(?!\s)[^\p{Cc}]*[^\p{Cc}\s]$/u.test(value));
  return {
    type,
    optional: filled < rowCount || rowCount === 0,
    unique: rowCount > 0 && distinct.size === rowCount,
    values: isListed ? listed.sort() : null,
    sample: listed[0] ?? null,
  };
}

const INTEGER = /^-?(?:0|[1-9]\d{0,17})$/;
const DECIMAL = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/;
const MOST_DECIMALS = 12;
const MOST_DIGITS = 38;

/** Numbers with zeros in front are identifiers; numbers with an exponent are measured, not counted. */
function typeOfTexts(cells: readonly (string | null)[]): string {
  const texts = [...new Set(cells.filter((cell): cell is string => cell !== null))];
  if (texts.length === 0) return 'text';
  const all = (fits: (text: string) => boolean): boolean => texts.every(fits);
  if (all((text) => /^(?:true|false)$/i.test(text))) return 'boolean';
  if (all((text) => INTEGER.test(text))) return 'integer';
  const decimals = texts.map((text) => DECIMAL.exec(text));
  if (!decimals.includes(null)) {
    const scale = Math.max(...decimals.map((match) => match?.[2]?.length ?? 0));
    const whole = Math.max(...decimals.map((match) => match?.[1]?.length ?? 0));
    if (scale > 0 && scale <= MOST_DECIMALS && scale + whole <= MOST_DIGITS) return `decimal(${scale})`;
    return scale > 0 ? 'float' : 'text';
  }
  if (all((text) => !/^[-+]?0\d/.test(text) && parseFloatText(text) !== null && Number.isFinite(Number(text))))
    return texts.some((text) => /e/i.test(text)) ? 'float' : 'text';
  if (all((text) => parseDate(text) !== null)) return 'date';
  if (all((text) => parseTimestamp(text) !== null)) return 'timestamp';
  if (all((text) => parseDatetime(text) !== null)) return 'datetime';
  return 'text';
}

const WHOLE = /^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
/** Doubles with so many decimals are likely to be amounts that somebody wrote as doubles. */
const DOUBLE_DECIMALS = [0, 1, 2, 3, 4];

function typeOfRaws(type: string, cells: readonly (Raw | null)[]): string | null {
  if (WHOLE.test(type)) return 'integer';
  const decimal = /^DECIMAL\(\d+,(\d+)\)$/.exec(type);
  if (decimal !== null) return decimal[1] === '0' ? 'integer' : `decimal(${decimal[1]})`;
  switch (type) {
    case 'DOUBLE':
    case 'FLOAT': {
      const fits = (scale: number): boolean => {
        const fit = cellFitter(type, scale === 0 ? { kind: 'integer' } : { kind: 'decimal', scale });
        return cells.every((raw) => raw === null || fit(raw) !== null);
      };
      const scale = cells.every((raw) => raw === null) ? undefined : DOUBLE_DECIMALS.find(fits);
      return scale === undefined ? 'float' : scale === 0 ? 'integer' : `decimal(${scale})`;
    }
    case 'VARCHAR':
    case 'JSON':
    case 'UUID':
      return 'text';
    case 'BOOLEAN':
      return 'boolean';
    case 'DATE':
      return 'date';
    case 'TIMESTAMP':
      return 'datetime';
    case 'TIMESTAMP_NS':
      return cells.every((raw) => raw === null || (typeof raw === 'bigint' && raw % 1000n === 0n)) ? 'datetime' : null;
    case 'TIMESTAMP WITH TIME ZONE':
      return 'timestamp';
    default:
      return null;
  }
}
