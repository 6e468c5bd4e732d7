// Exact fractions of whole numbers, and their decimal text.

export interface Fraction {
  readonly n: bigint;
  /** Positive; the fraction is in lowest terms. */
  readonly d: bigint;
}

export function fraction(n: bigint, d: bigint): Fraction {
  const sign = d < 0n ? -1n : 1n;
  const g = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  return { n: (sign * n) / g, d: (sign * d) / g };
}

/** `-12.50` */
export function parseDecimal(text: string): Fraction {
  const [whole = '0', digits = ''] = text.split('.');
  return fraction(BigInt(whole + digits), 10n ** BigInt(digits.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** Null where b is zero. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  return b.n === 0n ? null : fraction(a.n * b.d, a.d * b.n);
}

/** The value below which the fraction p lies, interpolated between neighbours (type 7). The values are ascending. */
export function quantile(sorted: readonly Fraction[], p: Fraction): Fraction | null {
  const position = multiply(p, fraction(BigInt(sorted.length - 1), 1n));
  const below = position.n / position.d;
  const low = sorted[Number(below)];
  if (low === undefined) return null;
  const high = sorted[Number(below) + 1] ?? low;
  return add(low, multiply(subtract(position, fraction(below, 1n)), subtract(high, low)));
}

/** The sample variance; null for fewer than two values. */
export function variance(values: readonly Fraction[]): Fraction | null {
  if (values.length < 2) return null;
  const count = fraction(BigInt(values.length), 1n);
  const sum = values.reduce(add, fraction(0n, 1n));
  const squares = values.reduce((total, x) => add(total, multiply(x, x)), fraction(0n, 1n));
  const spread = subtract(squares, multiply(sum, fraction(sum.n, sum.d * count.n)));
  return fraction(spread.n, spread.d * BigInt(values.length - 1));
}

export function fractionText(x: Fraction): string {
  return x.d === 1n ? String(x.n) : `${x.n}/${x.d}`;
}

/** In full where the expansion ends, else rounded half-even to 34 significant digits. */
export function decimalText(x: Fraction): string {
  const sign = x.n < 0n ? '-' : '';
  const n = x.n < 0n ? -x.n : x.n;
  const ending = endingDigits(x.d);
  if (ending !== null) return sign + placed((n * 10n ** BigInt(ending)) / x.d, ending);
  let scale = 34 - String(n / x.d).length;
  // 0.00123: zeros after the point are not significant.
  if (n < x.d) for (scale = 34; n * 10n ** BigInt(scale - 33) < x.d;) scale += 1;
  const scaled = n * 10n ** BigInt(scale);
  let digits = scaled / x.d;
  const twice = 2n * (scaled % x.d);
  if (twice > x.d || (twice === x.d && digits % 2n === 1n)) digits += 1n;
  return sign + placed(digits, scale);
}

/** How many decimals the expansion has; null where it never ends. */
function endingDigits(d: bigint): number | null {
  let twos = 0;
  let fives = 0;
  let rest = d;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function placed(digits: bigint, scale: number): string {
  if (scale === 0) return String(digits);
  const text = String(digits).padStart(scale + 1, '0');
  return `${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : gcd(b, a % b);
}
