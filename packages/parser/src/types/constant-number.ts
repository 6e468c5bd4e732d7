// The exact value of a constant that names no parameter: what two definitions say can be compared.
import type { Typed } from './typed.js';

/** `n / d` with `d` above 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Null for what is no such number: a metric, a parameter (which a question may replace), a quotient by 0. */
export function constantNumber(typed: Typed): Fraction | null {
  if (typed.kind === 'const') return typed.value.kind === 'number' ? fractionOf(typed.value.text) : null;
  if (typed.kind !== 'call') return null;
  const [a, b] = typed.args.map(constantNumber);
  if (a === undefined || a === null) return null;
  if (typed.fn === 'negate') return { n: -a.n, d: a.d };
  if (b === undefined || b === null) return null;
  switch (typed.fn) {
    case 'add':
      return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
    case 'subtract':
      return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
    case 'multiply':
      return { n: a.n * b.n, d: a.d * b.d };
    case 'divide':
      if (b.n === 0n) return null;
      return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: -a.d * b.n };
    default:
      return null;
  }
}

/** Of a decimal text such as `-0.25`. */
export function fractionOf(text: string): Fraction {
  const [whole = '0', fraction = ''] = text.split('.');
  return { n: BigInt(`${whole}${fraction}`), d: 10n ** BigInt(fraction.length) };
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How two typed numbers compare, where both are such constants. */
export function compareConstants(a: Typed, b: Typed): number | null {
  const [left, right] = [constantNumber(a), constantNumber(b)];
  return left === null || right === null ? null : compareFractions(left, right);
}
