// Numbers as text: the one place where a value is rounded, and only once. Never an exponent, never `-0`.
import { Decimal } from 'decimal.js';
import type { Rational } from './rational.js';
import { fromScaled, multiply, normalise, powerOfTen, roundHalfEven } from './rational.js';

/** Digits that are kept of an expansion without an end: as many as IEEE decimal128 has. */
export const SIGNIFICANT_DIGITS = 34;

const Rounded = Decimal.clone({
  precision: SIGNIFICANT_DIGITS,
  rounding: Decimal.ROUND_HALF_EVEN,
  minE: -9e15,
  maxE: 9e15,
  defaults: true,
});
const HUNDRED = fromScaled(100n, 0);

/** In full where the decimal expansion ends (no trailing zeros), else 34 significant digits, half-even. */
export function decimalText(x: Rational): string {
  const scaled = endingExpansion(x);
  if (scaled !== null) return trimZeros(scaledText(scaled.unscaled, scaled.scale));
  return new Rounded(x.n).div(new Rounded(x.d)).toFixed();
}

/** Exactly so many digits after the point, half-even: `10.10`. With negative decimals whole tens, hundreds. */
export function roundedText(x: Rational, decimals: number): string {
  const scale = Math.max(0, decimals);
  const rounded = roundHalfEven(x, decimals);
  return scaledText((rounded.n * powerOfTen(scale)) / rounded.d, scale);
}

/** As a percentage with its sign: 0.0345 is `3.45%`. `decimals` counts digits of the percentage; null shows it in full. */
export function percentText(x: Rational, decimals: number | null): string {
  const percentage = multiply(x, HUNDRED);
  return `${decimals === null ? decimalText(percentage) : roundedText(percentage, decimals)}%`;
}

/** The digits after the point that a number needs; null where its expansion does not end. */
export function decimalsNeeded(x: Rational): number | null {
  const scaled = endingExpansion(x);
  if (scaled === null) return null;
  const text = trimZeros(scaledText(scaled.unscaled, scaled.scale));
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** The number as an integer over a power of ten, not necessarily the smallest; null where there is none. */
function endingExpansion(x: Rational): { readonly unscaled: bigint; readonly scale: number } | null {
  const known = scaleOf(x.d);
  if (known !== null) return { unscaled: x.n, scale: known };
  const lowest = normalise(x);
  const twos = powersOf(2n, lowest.d);
  const fives = powersOf(5n, twos.rest);
  if (fives.rest !== 1n) return null;
  const scale = Math.max(twos.count, fives.count);
  return { unscaled: lowest.n * (powerOfTen(scale) / lowest.d), scale };
}

/** k where d is 10^k, found by the length of its text: most denominators are that. */
function scaleOf(d: bigint): number | null {
  if (d === 1n) return 0;
  const scale = d.toString().length - 1;
  return powerOfTen(scale) === d ? scale : null;
}

function powersOf(prime: bigint, of: bigint): { readonly count: number; readonly rest: bigint } {
  let count = 0;
  let rest = of;
  while (rest % prime === 0n) {
    rest /= prime;
    count += 1;
  }
  return { count, rest };
}

function scaledText(unscaled: bigint, scale: number): string {
  if (scale === 0) return unscaled.toString();
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** `units / 10^scale` as `decimalText` (without `decimals`) or `roundedText` write it; units are whole and below 2^53. */
export function unitsText(units: number, scale: number, decimals: number | null): string {
  if (decimals !== null && decimals < scale) return roundedText(fromScaled(BigInt(units), scale), decimals);
  const size = Math.abs(units);
  const factor = 10 ** scale;
  const whole = Math.floor(size / factor);
  const sign = units < 0 ? '-' : '';
  let rest = size - whole * factor;
  let digits = scale;
  // Zeros at the end are cut off as a number, which is faster than as a text.
  if (decimals === null) for (; digits > 0 && rest % 10 === 0; digits -= 1) rest /= 10;
  if ((decimals ?? digits) === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(rest)
    .padStart(digits, '0')
    .padEnd(decimals ?? 0, '0')}`;
}
