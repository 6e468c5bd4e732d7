// Exact arithmetic on the texts of an answer, and on days.
import type { Cell } from '@sextant/engine';
import { add, divide, fromDecimalText, ZERO, type Rational } from '../../packages/engine/src/value/rational.js';
import { parseDate } from '../../packages/engine/src/calendar/time-text.js';
import { decimalText } from '../../packages/engine/src/value/to-text.js';

export {
  abs,
  add,
  compare,
  multiply,
  subtract,
  ZERO,
  type Rational,
} from '../../packages/engine/src/value/rational.js';

export function numberOf(cell: Cell | undefined): Rational | null {
  return cell === undefined || cell.value === null ? null : number(cell.value);
}

export function number(text: string): Rational {
  const value = fromDecimalText(text);
  if (value === null) throw new Error(`no number: ${text}`);
  return value;
}

/** What disjoint parts add up to; those without rows add nothing, and no parts with rows are no rows. */
export function sumOf(cells: readonly (Cell | undefined)[]): string {
  const values = cells.flatMap((cell) => numberOf(cell) ?? []);
  return values.length === 0 ? 'no value: no_rows' : decimalText(values.reduce(add, ZERO));
}

export function quotient(a: Rational, b: Rational): string {
  const value = divide(a, b);
  return value === null ? 'no value: division_by_zero' : decimalText(value);
}

/** Days since 1970. */
export function dayOf(text: string): number {
  const day = parseDate(text);
  if (day === null) throw new Error(`no day: ${text}`);
  return day;
}

export function present<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
