// Exact numbers: fractions of two bigints. Nothing here rounds except the functions that say so.
//
// Fractions are not kept in lowest terms: a sum of decimals works on equal or powers-of-ten denominators and never needs
// a greatest common divisor. Only past 128 bits is a denominator reduced. Compare with `equals`, never field by field.

export interface Rational {
  readonly n: bigint;
  /** Always positive. */
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** Denominators up to here stay as they are. */
const REDUCE_ABOVE = 1n << 128n;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const POWERS_OF_TEN: bigint[] = [1n];

export function powerOfTen(exponent: number): bigint {
  for (let known = POWERS_OF_TEN.length; known <= exponent && known <= 512; known += 1) {
    POWERS_OF_TEN.push((POWERS_OF_TEN[known - 1] ?? 1n) * 10n);
  }
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);
}

/** A fraction of any two integers; null over zero. */
export function fraction(n: bigint, d: bigint): Rational | null {
  if (d === 0n) return null;
  return d < 0n ? make(-n, -d) : make(n, d);
}

export function fromBigInt(value: bigint): Rational {
  return { n: value, d: 1n };
}

/** `unscaled / 10^scale`: how engines hand out decimals. */
export function fromScaled(unscaled: bigint, scale: number): Rational {
  return scale === 0 ? fromBigInt(unscaled) : { n: unscaled, d: powerOfTen(scale) };
}

/** `-12.50`; null for any other form: exponents, hex, separators, a missing digit on either side of the point. */
export function fromDecimalText(text: string): Rational | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const digits = match[3] ?? '';
  const unscaled = BigInt((match[2] ?? '') + digits);
  return fromScaled(match[1] === '-' ? -unscaled : unscaled, digits.length);
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  // One denominator usually divides the other: cents and tenths of cents.
  if (a.d > b.d) {
    if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  } else if (b.d % a.d === 0n) {
    return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  }
  return make(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return make(a.n * b.n, a.d * b.d);
}

/** Null where b is zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  return fraction(a.n * b.d, a.d * b.n);
}

export function negate(x: Rational): Rational {
  return { n: -x.n, d: x.d };
}

export function abs(x: Rational): Rational {
  return x.n < 0n ? negate(x) : x;
}

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function equals(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0;
}

export function isZero(x: Rational): boolean {
  return x.n === 0n;
}

export function sign(x: Rational): -1 | 0 | 1 {
  if (x.n === 0n) return 0;
  return x.n < 0n ? -1 : 1;
}

export function min(a: Rational, b: Rational): Rational {
  return compare(b, a) < 0 ? b : a;
}

export function max(a: Rational, b: Rational): Rational {
  return compare(b, a) > 0 ? b : a;
}

/** `low` to `high`. */
export function clamp(x: Rational, low: Rational, high: Rational): Rational {
  return min(max(x, low), high);
}

/** Lowest terms: the one way to write a number. */
export function normalise(x: Rational): Rational {
  if (x.n === 0n) return ZERO;
  if (x.d === 1n) return x;
  const common = greatestCommonDivisor(x.n < 0n ? -x.n : x.n, x.d);
  return common === 1n ? x : { n: x.n / common, d: x.d / common };
}

/**
 * A whole power, exact. Null where it is not defined (zero to a negative power); 0 to the power 0 is 1, as in SQL.
 * The caller bounds the exponent: the digits of the result grow with it.
 */
export function powInteger(x: Rational, exponent: bigint): Rational | null {
  const base = normalise(x);
  if (exponent >= 0n) return { n: base.n ** exponent, d: base.d ** exponent };
  return fraction(base.d ** -exponent, base.n ** -exponent);
}

/** The integer that a number is; null where it has a fractional part. */
export function toBigInt(x: Rational): bigint | null {
  return x.n % x.d === 0n ? x.n / x.d : null;
}

export function isInteger(x: Rational): boolean {
  return x.n % x.d === 0n;
}

/** Towards minus infinity. */
export function floor(x: Rational): Rational {
  return fromBigInt(floorOf(x.n, x.d));
}

export function ceil(x: Rational): Rational {
  return fromBigInt(-floorOf(-x.n, x.d));
}

/** What whole division leaves, with the sign of the dividend, as SQL has it; null where b is zero. */
export function mod(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null;
  return make((a.n * b.d) % (b.n * a.d), a.d * b.d);
}

/** To so many digits after the point, ties to the even neighbour; negative digits round to tens, hundreds. */
export function roundHalfEven(x: Rational, digits: number): Rational {
  if (digits < 0) {
    const unit = powerOfTen(-digits);
    return fromBigInt(halfEven(x.n, x.d * unit) * unit);
  }
  const unit = powerOfTen(digits);
  if (unit % x.d === 0n) return x;
  return { n: halfEven(x.n * unit, x.d), d: unit };
}

/** n / d to the nearest integer, ties to the even one. d is positive. */
export function halfEven(n: bigint, d: bigint): bigint {
  const down = floorOf(n, d);
  const twice = (n - down * d) * 2n;
  if (twice < d) return down;
  if (twice > d) return down + 1n;
  return down % 2n === 0n ? down : down + 1n;
}

function floorOf(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d < 0n ? quotient - 1n : quotient;
}

function make(n: bigint, d: bigint): Rational {
  if (d > REDUCE_ABOVE) return normalise({ n, d });
  return { n, d };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a, b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}
