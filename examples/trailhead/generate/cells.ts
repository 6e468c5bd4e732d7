// How values are written in the CSV files.
import { div } from './integers.js';

/** A cell's text; null is an empty cell, which means no value. */
export type Cell = string | number | boolean | null;

/** One line of CSV (RFC 4180), ended by a line feed on every platform. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 1234 minor units with two digits is `12.34`; with none, as for the yen, `1234`. */
export function moneyText(minor: number, digits: 0 | 2 = 2): string {
  if (digits === 0) return String(minor);
  return scaledText(minor, 2);
}

/** A whole number of 10^-digits as a decimal: (920123, 6) is `0.920123`. Not negative. */
export function scaledText(value: number, digits: number): string {
  const unit = 10 ** digits;
  return `${div(value, unit)}.${String(value % unit).padStart(digits, '0')}`;
}

/** `o00042`: a letter and a number of fixed width, so that text order is the order of creation. */
export function idText(prefix: string, index: number, width: number): string {
  return prefix + String(index + 1).padStart(width, '0');
}
