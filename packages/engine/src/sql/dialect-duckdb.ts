// What DuckDB calls and writes differently from other engines: names, literals, types and the functions without a standard.
import { MICROS_PER_DAY, MICROS_PER_HOUR } from '../calendar/micros.js';
import { dateText, datetimeText } from '../calendar/time-text.js';

/** `"a ""quoted"" name"`. Every identifier is quoted, so keywords are names like any other. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `'it''s'`. There are no backslash escapes; a NUL would end the statement's text and is spelled out. */
export function quoteText(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? (parts[0] ?? "''") : `(${parts.join(' || chr(0) || ')})`;
}

/** A comment in one line: nothing that a project says can end it. */
export function comment(text: string): string {
  return `-- ${text.replaceAll(/[\r\n\u2028\u2029\0]+/g, ' ')}`;
}

export function dateLiteral(day: number): string {
  return `DATE '${dateText(day)}'`;
}

/** Instants too: they are stored as the clock of UTC. */
export function timestampLiteral(micros: bigint): string {
  return `TIMESTAMP '${datetimeText(micros).replace('T', ' ')}'`;
}

/** Digits as they are: `-12.50` is a DECIMAL(4,2) there, never a double. Negative numbers in parentheses, so that `--` begins no comment. */
export function numberLiteral(unscaled: bigint, scale: number): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return unscaled < 0n ? `(-${text})` : text;
}

export function cast(sql: string, type: string): string {
  return `CAST(${sql} AS ${type})`;
}

/** True and nothing else: unknown counts as not satisfied. */
export function isTrue(condition: string): string {
  return `(${condition}) IS TRUE`;
}

/** Whole days between two dates, BIGINT. */
export function daysBetween(from: string, to: string): string {
  return `(${to} - ${from})`;
}

export function addDays(date: string, days: string): string {
  return `(${date} + CAST(${days} AS INTEGER))`;
}

/** Months clamp to the month's last day; a date becomes a timestamp on the way. */
export function addMonths(time: string, months: number): string {
  return `(${time} + INTERVAL (${months}) MONTH)`;
}

export function addMicros(time: string, micros: string): string {
  return `(${time} + to_microseconds(${micros}))`;
}

export function microsOf(time: string): string {
  return `epoch_us(${time})`;
}

export function timeOfMicros(micros: string): string {
  return `make_timestamp(${micros})`;
}

export function dateOf(time: string): string {
  return `CAST(${time} AS DATE)`;
}

export function midnightOf(date: string): string {
  return `CAST(${date} AS TIMESTAMP)`;
}

/** Division of whole numbers towards minus infinity; `by` is positive. The engine's own rounds towards zero. */
export function floorDivide(value: string, by: string): string {
  return `((${value} - (((${value}) % ${by}) + ${by}) % ${by}) // ${by})`;
}

export const DAY_MICROS = MICROS_PER_DAY.toString();
export const HOUR_MICROS = MICROS_PER_HOUR.toString();

/** Fails when it is reached: a CASE reaches it only for the rows that take the branch. */
export function fail(reason: string): string {
  return `error(${quoteText(reason)})`;
}

/** A double that is a number; NaN and the infinities are no values. */
export function finite(sql: string): string {
  return `(CASE WHEN isfinite(${sql}) THEN ${sql} END)`;
}

const OUTSIDE_ZONE = 'a time before 1900 or after 2099 in a time zone';

/** Ends a statement that would need what a ladder of a zone's transitions does not know. */
export function failOutsideZone(): string {
  return fail(OUTSIDE_ZONE);
}

/**
 * Whether a statement failed because exact numbers grew past the engine's digits, or a time lay outside the years whose zones it
 * was given: the answer exists, and the in-memory reference can compute it.
 */
export function isBeyondDigits(message: string): boolean {
  return (
    /Out of Range Error|Overflow in|Could not cast value .* to DECIMAL|Conversion Error: .*DECIMAL/.test(message) ||
    message.includes(OUTSIDE_ZONE)
  );
}
