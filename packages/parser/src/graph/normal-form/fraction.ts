// Exact fractions in lowest terms: what literals of a normal form are folded to.

export interface Fraction {
  readonly n: bigint;
  /** Positive. */
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

/** `-12.50`; null for any other form. */
export function fractionOf(text: string): Fraction | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`;
  if (match === null || digits === '') return null;
  const size = BigInt(digits);
  return lowest(match[1] === '-' ? -size : size, 10n ** BigInt(match[3]?.length ?? 0));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return lowest(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return lowest(a.n * b.n, a.d * b.d);
}

/** `b` is not zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return b.n < 0n ? lowest(-a.n * b.d, a.d * -b.n) : lowest(a.n * b.d, a.d * b.n);
}

export function negate(x: Fraction): Fraction {
  return { n: -x.n, d: x.d };
}

export function fractionText({ n, d }: Fraction): string {
  return d === 1n ? n.toString() : `${n}/${d}`;
}

function lowest(n: bigint, d: bigint): Fraction {
  let [high, low] = [n < 0n ? -n : n, d];
  while (low !== 0n) [high, low] = [low, high % low];
  return high <= 1n ? { n, d: n === 0n ? 1n : d } : { n: n / high, d: d / high };
}
