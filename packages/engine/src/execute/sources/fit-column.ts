// How a column with a type of its own gives a declared type: as it is, by an exact cast, by a cast that the data must pass, or not.
import type { ValueType } from '@sextant/parser';

export type Fit =
  /** `wrong` is true for values that the cast would change; null where there can be none. */
  | { readonly kind: 'fits'; readonly sql: string; readonly wrong: string | null }
  /** Text: to be read. */
  | { readonly kind: 'text' }
  /** `instead` is the declaration that the column would fit. */
  | { readonly kind: 'refused'; readonly instead: string | null };

const INTEGER_DIGITS: Readonly<Record<string, number>> = {
  TINYINT: 3,
  SMALLINT: 5,
  INTEGER: 10,
  BIGINT: 19,
  UTINYINT: 3,
  USMALLINT: 5,
  UINTEGER: 10,
  UBIGINT: 20,
  HUGEINT: 39,
  UHUGEINT: 39,
};

/** A double tells so many digits apart: past them it is no decimal any more. */
const FLOAT_DIGITS: Readonly<Record<string, number>> = { DOUBLE: 15, FLOAT: 6 };

/** `source` is SQL of the value, `type` DuckDB's name of its type. */
export function fitColumn(source: string, type: string, declared: ValueType): Fit {
  const isText = type === 'VARCHAR' || type === 'JSON' || type.startsWith('ENUM(');
  if (isText && declared.kind !== 'text') return { kind: 'text' };
  switch (declared.kind) {
    case 'text':
      return fitText(source, type, isText);
    case 'integer':
      return fitInteger(source, type);
    case 'decimal':
      return fitDecimal(source, type, declared.scale);
    case 'float':
      if (type === 'DOUBLE') return exactly(source);
      return isNumber(type) ? exactly(`CAST(${source} AS DOUBLE)`) : refused(type);
    case 'boolean':
      return type === 'BOOLEAN' ? exactly(source) : refused(type);
    case 'date':
      return fitDate(source, type);
    case 'datetime':
      return fitDatetime(source, type);
    case 'timestamp':
      // A cast would ask ICU for every row, 800 ns each; instants are counted in UTC anyway.
      if (type === 'TIMESTAMP WITH TIME ZONE') return exactly(`make_timestamp(epoch_us(${source}))`);
      return refused(type);
    case 'rational':
    case 'none':
    case 'unknown':
      return refused(type);
  }
}

/** How many digits the whole numbers of a column of such a type can have; null where the type does not say. */
export function wholeDigits(type: string): number | null {
  const decimal = decimalOf(type);
  return INTEGER_DIGITS[type] ?? (decimal === null ? null : decimal.width - decimal.scale);
}

function fitText(source: string, type: string, isText: boolean): Fit {
  if (type === 'VARCHAR') return exactly(source);
  // Whole numbers are often identifiers, and have one spelling.
  return isText || type === 'UUID' || type in INTEGER_DIGITS ? exactly(`CAST(${source} AS VARCHAR)`) : refused(type);
}

function fitInteger(source: string, type: string): Fit {
  if (type === 'BIGINT' || type === 'HUGEINT') return exactly(source);
  const digits = INTEGER_DIGITS[type];
  if (digits !== undefined) {
    if (type === 'UHUGEINT')
      return checked(`CAST(${source} AS HUGEINT)`, `TRY_CAST(${source} AS HUGEINT) IS NULL`, source);
    return exactly(`CAST(${source} AS ${digits > 18 ? 'HUGEINT' : 'BIGINT'})`);
  }
  const decimal = decimalOf(type);
  if (decimal !== null) {
    const whole = `CAST(${source} AS ${decimal.width - decimal.scale > 18 ? 'HUGEINT' : 'BIGINT'})`;
    return decimal.scale === 0 ? exactly(whole) : checked(whole, `${source} <> trunc(${source})`, source);
  }
  if (type in FLOAT_DIGITS) {
    const bound = type === 'DOUBLE' ? '9007199254740992' : '16777216';
    const fits = `abs(${source}) <= ${bound} AND ${source} = trunc(${source})`;
    return checked(`CAST(${source} AS BIGINT)`, `NOT (${fits})`, source);
  }
  return refused(type);
}

function fitDecimal(source: string, type: string, scale: number): Fit {
  const cast = (digits: number): string => `CAST(${source} AS DECIMAL(${digits},${scale}))`;
  const mayOverflow = `TRY_CAST(${source} AS DECIMAL(38,${scale})) IS NULL`;
  const integerDigits = INTEGER_DIGITS[type];
  if (integerDigits !== undefined) {
    const digits = integerDigits + scale;
    return digits <= 38 ? exactly(cast(digits)) : checked(cast(38), mayOverflow, source);
  }
  const decimal = decimalOf(type);
  if (decimal !== null) {
    if (decimal.scale === scale) return exactly(source);
    const digits = Math.max(decimal.width - decimal.scale + scale, 1);
    if (decimal.scale < scale) return digits <= 38 ? exactly(cast(digits)) : checked(cast(38), mayOverflow, source);
    // One digit more: a value that the check refuses may round up on the way.
    const rounded = `TRY_CAST(${source} AS DECIMAL(${Math.min(38, digits + 1)},${scale}))`;
    return checked(cast(digits), `${source} IS DISTINCT FROM ${rounded}`, source);
  }
  const floatDigits = FLOAT_DIGITS[type];
  if (floatDigits === undefined) return refused(type);
  // Within so many digits a decimal and its nearest double name each other: what comes back unchanged was that decimal.
  const digits = Math.max(18, Math.min(38, scale + 3));
  const back = `CAST(TRY_CAST(${source} AS DECIMAL(${digits},${scale})) AS ${type})`;
  const bound = `1e${floatDigits - scale}::DOUBLE`;
  return checked(cast(digits), `NOT coalesce(abs(${source}) < ${bound} AND ${back} = ${source}, false)`, source);
}

function fitDate(source: string, type: string): Fit {
  if (type === 'DATE') return exactly(source);
  if (!isWallClock(type)) return refused(type);
  const day = `CAST(${source} AS DATE)`;
  return checked(day, `CAST(${day} AS TIMESTAMP) <> CAST(${source} AS TIMESTAMP)`, source);
}

function fitDatetime(source: string, type: string): Fit {
  if (type === 'TIMESTAMP') return exactly(source);
  if (!isWallClock(type)) return refused(type);
  const cast = `CAST(${source} AS TIMESTAMP)`;
  return type === 'TIMESTAMP_NS' ? checked(cast, `CAST(${cast} AS TIMESTAMP_NS) <> ${source}`, source) : exactly(cast);
}

function isWallClock(type: string): boolean {
  return type === 'TIMESTAMP' || type === 'TIMESTAMP_S' || type === 'TIMESTAMP_MS' || type === 'TIMESTAMP_NS';
}

function isNumber(type: string): boolean {
  return type in INTEGER_DIGITS || type in FLOAT_DIGITS || decimalOf(type) !== null;
}

function decimalOf(type: string): { readonly width: number; readonly scale: number } | null {
  const match = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  return match === null ? null : { width: Number(match[1]), scale: Number(match[2]) };
}

function exactly(sql: string): Fit {
  return { kind: 'fits', sql, wrong: null };
}

function checked(sql: string, wrong: string, source: string): Fit {
  return { kind: 'fits', sql, wrong: `(${source} IS NOT NULL AND ${wrong})` };
}

function refused(type: string): Fit {
  return { kind: 'refused', instead: declarationFor(type) };
}

/** What a column of such a type would be declared as. */
function declarationFor(type: string): string | null {
  if (type === 'VARCHAR' || type === 'UUID') return 'text';
  if (type in INTEGER_DIGITS) return 'integer';
  if (type in FLOAT_DIGITS) return 'float';
  const decimal = decimalOf(type);
  if (decimal !== null) return `decimal(${decimal.scale})`;
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'DATE') return 'date';
  if (type === 'TIMESTAMP WITH TIME ZONE') return 'timestamp';
  return isWallClock(type) ? 'datetime' : null;
}
