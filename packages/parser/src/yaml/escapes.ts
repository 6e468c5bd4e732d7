// The escapes of double-quoted YAML: what stands for what, and how much source it takes.

const codes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

export interface Escape {
  readonly text: string;
  /** Length of the source, with the backslash. */
  readonly length: number;
}

/** The escape whose backslash stands at `at`; null where YAML knows none. An escaped line break is none: it has no text. */
export function readEscape(source: string, at: number): Escape | null {
  const letter = source[at + 1] ?? '';
  const code = codes[letter];
  if (code !== undefined) return { text: code, length: 2 };
  const digits = hexLengths[letter];
  if (digits === undefined) return null;
  const hex = source.slice(at + 2, at + 2 + digits);
  if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) return null;
  const point = Number.parseInt(hex, 16);
  return point > 0x10ffff ? null : { text: String.fromCodePoint(point), length: 2 + digits };
}
