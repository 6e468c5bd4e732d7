// Functions without exact results: computed with 40 digits, kept with 34. The same on every machine, unlike a double's.
import { Decimal } from 'decimal.js';
import type { Rational } from './rational.js';
import { ZERO, fromDecimalText, isZero, powInteger, sign, toBigInt } from './rational.js';
import { SIGNIFICANT_DIGITS } from './to-text.js';

/** Why there is no result; each is also a reason of a value. */
export type NoResult = 'invalid_argument' | 'out_of_range' | 'division_by_zero';

const limits = { rounding: Decimal.ROUND_HALF_EVEN, minE: -9e15, maxE: 9e15, defaults: true } as const;
const Working = Decimal.clone({ ...limits, precision: 40 });
/** Arguments keep twice the digits, or ln(1 + 1e-50) would be the logarithm of 1. */
const Argument = Decimal.clone({ ...limits, precision: 80 });

/** Results have at most so many digits before or zeros after the point: the range of IEEE decimal128. */
const MAX_EXPONENT = 6144;
/** A whole power is exact, so it is refused only where it would fill the memory. */
const MAX_POWER_BITS = 400_000n;

/** The square root; exact numbers too have an approximate one, as its digits rarely end. */
export function sqrt(x: Rational): Rational | NoResult {
  return sign(x) < 0 ? 'invalid_argument' : kept(toDecimal(x).sqrt());
}

export function exp(x: Rational): Rational | NoResult {
  const argument = toDecimal(x);
  if (argument.abs().greaterThan(MAX_EXPONENT * 2.4)) return 'out_of_range';
  return kept(argument.exp());
}

/** The natural logarithm. */
export function ln(x: Rational): Rational | NoResult {
  return sign(x) <= 0 ? 'invalid_argument' : kept(toDecimal(x).ln());
}

/** Exact for a whole exponent; `approximate` says which it was. 0 to the power 0 is 1, as in SQL. */
export function power(
  x: Rational,
  y: Rational,
): { readonly value: Rational; readonly approximate: boolean } | NoResult {
  const whole = toBigInt(y);
  if (isZero(x) && sign(y) < 0) return 'division_by_zero';
  if (whole !== null) {
    if (bitLength(x) * (whole < 0n ? -whole : whole) > MAX_POWER_BITS) return 'out_of_range';
    const value = powInteger(x, whole);
    return value === null ? 'division_by_zero' : { value, approximate: false };
  }
  if (sign(x) < 0) return 'invalid_argument';
  if (isZero(x)) return { value: ZERO, approximate: true };
  const [base, exponent] = [toDecimal(x), toDecimal(y)];
  if (base.log(10).times(exponent).abs().greaterThan(MAX_EXPONENT)) return 'out_of_range';
  const value = kept(base.pow(exponent));
  return typeof value === 'string' ? value : { value, approximate: true };
}

function bitLength(x: Rational): bigint {
  const digits = x.n.toString(16).length + x.d.toString(16).length;
  return x.d === 1n && x.n >= -1n && x.n <= 1n ? 0n : BigInt(digits * 4);
}

function toDecimal(x: Rational): Decimal {
  const quotient = new Argument(x.n).div(new Argument(x.d));
  return new Working(quotient);
}

function kept(result: Decimal): Rational | NoResult {
  if (!result.isFinite() || Math.abs(result.e) > MAX_EXPONENT) return 'out_of_range';
  return fromDecimalText(result.toSignificantDigits(SIGNIFICANT_DIGITS).toFixed()) ?? 'out_of_range';
}
