// Arithmetic on the texts of exact decimals: nothing here passes through a double.

/** The point moved right: `0.0525` by 2 is `5.25`. */
export function shiftPoint(text: string, places: number): string {
  const { sign, whole, fraction } = partsOf(text);
  const padded = fraction.padEnd(places, '0');
  const moved = `${whole}${padded.slice(0, places)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(places);
  return `${sign}${moved}${rest === '' ? '' : `.${rest}`}`;
}

/** Digits kept after the point where a number is shown to people and goes on and on. */
const SHOWN = 6;
const SIGNIFICANT = 3;

/**
 * A long expansion cut short for people, with `…` to say so: cut, not rounded, so that every digit shown is a digit of the
 * number. A small number keeps its first digits. Where less than three digits would go, all stay.
 */
export function shortened(text: string, shown: number = SHOWN): string {
  const { sign, whole, fraction } = partsOf(text);
  if (fraction.length <= shown + 2) return text;
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0;
  const keep = whole === '0' ? Math.max(shown, zeros + SIGNIFICANT) : shown;
  return fraction.length <= keep ? text : `${sign}${whole}.${fraction.slice(0, keep)}…`;
}

/** With at least so many digits after the point. */
export function withScale(text: string, scale: number): string {
  const { sign, whole, fraction } = partsOf(text);
  return fraction.length >= scale ? text : `${sign}${whole}.${fraction.padEnd(scale, '0')}`;
}

export interface DecimalShape {
  /** Digits before the point. */
  readonly whole: number;
  /** Digits after it. */
  readonly scale: number;
}

export function shapeOf(text: string): DecimalShape {
  const { whole, fraction } = partsOf(text);
  return { whole: whole === '0' ? 0 : whole.length, scale: fraction.length };
}

/** Rounded half-even to a number of digits after the point. */
export function roundedTo(text: string, scale: number): string {
  const { sign, whole, fraction } = partsOf(text);
  if (fraction.length <= scale) return text;
  const kept = BigInt(`${whole}${fraction.slice(0, scale)}`);
  const rest = fraction.slice(scale);
  const half = `5${'0'.repeat(rest.length - 1)}`;
  const up = rest > half || (rest === half && kept % 2n === 1n);
  const digits = String(up ? kept + 1n : kept).padStart(scale + 1, '0');
  const rounded = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return /[1-9]/.test(rounded) ? `${sign}${rounded}` : rounded;
}

function partsOf(text: string): { readonly sign: string; readonly whole: string; readonly fraction: string } {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return { sign: match?.[1] ?? '', whole: match?.[2] ?? text, fraction: match?.[3] ?? '' };
}
