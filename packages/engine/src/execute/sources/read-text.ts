// SQL that reads text as a declared type, exactly as value/parse-cell.ts does: what does not fit is refused, never rounded.
import type { ValueType } from '@sextant/parser';

export interface TextReading {
  /** The value; the statement fails on text that does not fit. */
  readonly sql: string;
  /** True for text that does not fit the declared type in any width. */
  readonly wrong: string;
  /** The digits that a fitting number needs in a column of its type; null where a type has one width. */
  readonly digits: string | null;
}

const NARROW_DIGITS = 18;
const WIDE_DIGITS = 38;
const FAILURE = "error('a text does not fit its type')";
const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const CLOCK = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?';
const OFFSET = ' ?([Zz]|[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)';

/**
 * `text` is SQL of a VARCHAR; it appears several times, so it is best a column's name. `digits` is the width of numbers: at
 * first as narrow as usual, for narrow sums are cheap and need no guard against overflow.
 */
export function readText(text: string, type: ValueType, digits: number = narrowDigits(type)): TextReading {
  switch (type.kind) {
    case 'boolean':
      return reading(text, `lower(${text}) IN ('true', 'false')`, `lower(${text}) = 'true'`);
    case 'integer':
      return readNumber(text, '[+-]?[0-9]+(\\.0+)?', 0, digits > NARROW_DIGITS ? 'HUGEINT' : 'BIGINT');
    case 'decimal': {
      const { scale } = type;
      const decimals = scale === 0 ? '0+' : `([0-9]{1,${scale}}0*|0+)`;
      return readNumber(text, `[+-]?[0-9]+(\\.${decimals})?`, scale, `DECIMAL(${digits},${scale})`);
    }
    case 'float': {
      const number = matches(text, '[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?');
      return reading(text, `${number} AND isfinite(TRY_CAST(${text} AS DOUBLE))`, `CAST(${text} AS DOUBLE)`);
    }
    case 'date': {
      const fits = `${matches(text, DAY)} AND ${hasYear(text)} AND TRY_CAST(${text} AS DATE) IS NOT NULL`;
      return reading(text, fits, `CAST(${text} AS DATE)`);
    }
    case 'datetime': {
      const fits = `${matches(text, `${DAY}[T ]${CLOCK}`)} AND ${hasYear(text)} AND ${clock(text, 'TRY_CAST')} IS NOT NULL`;
      return reading(text, fits, clock(text, 'CAST'));
    }
    case 'timestamp': {
      const fits = `${matches(text, `${DAY}[T ]${CLOCK}${OFFSET}`)} AND ${hasYear(text)} AND ${instant(text, 'TRY_CAST')} IS NOT NULL`;
      return reading(text, fits, instant(text, 'CAST'));
    }
    case 'text':
    case 'rational':
    case 'none':
    case 'unknown':
      return { sql: text, wrong: 'false', digits: null };
  }
}

/** The SQL type of a field without any rows. */
export function sqlType(type: ValueType): string {
  switch (type.kind) {
    case 'boolean':
      return 'BOOLEAN';
    case 'integer':
      return 'BIGINT';
    case 'decimal':
      return `DECIMAL(${narrowDigits(type)},${type.scale})`;
    case 'float':
      return 'DOUBLE';
    case 'date':
      return 'DATE';
    case 'datetime':
    case 'timestamp':
      return 'TIMESTAMP';
    case 'text':
    case 'rational':
    case 'none':
    case 'unknown':
      return 'VARCHAR';
  }
}

/** At least 18 digits, and ten of them before the point. */
export function narrowDigits(type: ValueType): number {
  const scale = type.kind === 'decimal' ? type.scale : 0;
  return Math.min(WIDE_DIGITS, Math.max(NARROW_DIGITS, scale + 10));
}

function readNumber(text: string, pattern: string, scale: number, type: string): TextReading {
  // Whole numbers are cut at the point: the zeros behind it would be read through rounding.
  const number = scale === 0 ? `split_part(${text}, '.', 1)` : text;
  const fits = (as: string): string => `${matches(text, pattern)} AND TRY_CAST(${number} AS ${as}) IS NOT NULL`;
  return {
    sql: reading(text, fits(type), `CAST(${number} AS ${type})`).sql,
    wrong: isWrong(text, fits(`DECIMAL(${WIDE_DIGITS},${scale})`)),
    digits:
      type === 'BIGINT' || type === 'HUGEINT'
        ? `CASE WHEN ${text} IS NOT NULL AND TRY_CAST(${number} AS BIGINT) IS NULL THEN ${WIDE_DIGITS} ELSE 0 END`
        : `length(ltrim(split_part(${text}, '.', 1), '+-0')) + ${scale}`,
  };
}

function reading(text: string, fits: string, value: string): TextReading {
  const sql = `CASE WHEN ${text} IS NULL THEN NULL WHEN ${fits} THEN ${value} ELSE ${FAILURE} END`;
  return { sql, wrong: isWrong(text, fits), digits: null };
}

function isWrong(text: string, fits: string): string {
  return `(${text} IS NOT NULL AND NOT coalesce(${fits}, false))`;
}

function matches(text: string, pattern: string): string {
  return `regexp_full_match(${text}, '${pattern}')`;
}

/** The engine takes the year 0000 for one before Christ. */
function hasYear(text: string): string {
  return `NOT starts_with(${text}, '0000')`;
}

/** A wall clock; the engine wants its seconds. */
function clock(text: string, cast: 'CAST' | 'TRY_CAST'): string {
  return `${cast}(CASE WHEN length(${text}) = 16 THEN ${text} || ':00' ELSE ${text} END AS TIMESTAMP)`;
}

/** An instant, on the clock of UTC. The engine's own cast to TIMESTAMP drops an offset without a word. */
function instant(text: string, cast: 'CAST' | 'TRY_CAST'): string {
  const beforeZ = clock(`rtrim(left(${text}, -1))`, cast);
  const beforeOffset = clock(`regexp_extract(${text}, '^.{11}[0-9:.]+')`, cast);
  const part = (group: number): string => `regexp_extract(${text}, '([+-])([0-9]{2}):?([0-9]{2})?$', ${group})`;
  const minutes = `(TRY_CAST(${part(2)} AS INTEGER) * 60 + coalesce(TRY_CAST(${part(3)} AS INTEGER), 0))`;
  const offset = `to_minutes(CASE WHEN ${part(1)} = '-' THEN -${minutes} ELSE ${minutes} END)`;
  return `CASE WHEN lower(right(${text}, 1)) = 'z' THEN ${beforeZ} ELSE ${beforeOffset} - ${offset} END`;
}
