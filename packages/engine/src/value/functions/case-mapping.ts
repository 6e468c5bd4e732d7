// lower and upper: one code point to one code point, without a locale, exactly as DuckDB 1.5 does it.
//
// JavaScript maps whole texts: `ß` becomes `SS`, a final sigma differs from an inner one, and a newer engine knows newer letters.
// Here each code point is mapped for itself by the rules below, which were compared with DuckDB 1.5.6 for every code point; the
// test repeats that. Text that a program compares must not change with the machine.

/** Capitals with iota below, and the capital sharp s: simple mappings that JavaScript replaces by two letters. */
const UPPER_BY_EIGHT: readonly (readonly [number, number])[] = [
  [0x1f80, 0x1f87],
  [0x1f90, 0x1f97],
  [0x1fa0, 0x1fa7],
];
const UPPER_EXCEPTIONS: Readonly<Record<number, number>> = {
  0xdf: 0x1e9e,
  0x1fb3: 0x1fbc,
  0x1fc3: 0x1fcc,
  0x1ff3: 0x1ffc,
};
/** Capital I with a dot becomes a plain i; JavaScript keeps the dot as a second code point. */
const LOWER_EXCEPTIONS: Readonly<Record<number, number>> = { 0x130: 0x69 };
/** Letters whose other case came with Unicode 16 and 17, which DuckDB 1.5 does not know: they stay as they are. */
const WITHOUT_CASE: readonly (readonly [number, number])[] = [
  [0x19b, 0x19b],
  [0x264, 0x264],
  [0x1c89, 0x1c8a],
  [0xa7cb, 0xa7cf],
  [0xa7d2, 0xa7d5],
  [0xa7da, 0xa7dd],
  [0x10d50, 0x10d65],
  [0x10d70, 0x10d85],
  [0x16ea0, 0x16ed3],
];
const ASCII = /^[\0-\x7f]*$/;

export function upperText(text: string): string {
  return ASCII.test(text) ? text.toUpperCase() : mapCodePoints(text, upperCodePoint);
}

export function lowerText(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : mapCodePoints(text, lowerCodePoint);
}

function upperCodePoint(letter: string, code: number): string {
  const exception = UPPER_EXCEPTIONS[code];
  if (exception !== undefined) return String.fromCodePoint(exception);
  if (isIn(code, UPPER_BY_EIGHT)) return String.fromCodePoint(code + 8);
  return isIn(code, WITHOUT_CASE) ? letter : single(letter, letter.toUpperCase());
}

function lowerCodePoint(letter: string, code: number): string {
  const exception = LOWER_EXCEPTIONS[code];
  if (exception !== undefined) return String.fromCodePoint(exception);
  return isIn(code, WITHOUT_CASE) ? letter : single(letter, letter.toLowerCase());
}

/** A mapping to several code points is none of the simple ones. */
function single(letter: string, mapped: string): string {
  const code = mapped.codePointAt(0) ?? 0;
  return mapped.length === (code > 0xffff ? 2 : 1) ? mapped : letter;
}

function isIn(code: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

function mapCodePoints(text: string, map: (letter: string, code: number) => string): string {
  let mapped = '';
  for (const letter of text) mapped += map(letter, letter.codePointAt(0) ?? 0);
  return mapped;
}
