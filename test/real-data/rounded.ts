// Exact quotients as the language rounds them: once, half to even; written again here with whole numbers only.

export interface Rounding {
  readonly decimals: number | null;
  readonly percent: boolean;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:\/-?\d+(?:\.\d+)?)?$/;

/** `12.50`, `1/3`: as a column with so many decimals shows it. Anything else is as it is. */
export function rounded(text: string | null, { decimals, percent }: Rounding): string | null {
  if (text === null || !NUMBER.test(text)) return text;
  const [above = '0', below = '1'] = text.split('/');
  const [a, b] = [whole(above), whole(below)];
  const sign = a.digits < 0n !== b.digits < 0n ? '-' : '';
  const numerator = abs(a.digits) * 10n ** BigInt(b.scale);
  const denominator = abs(b.digits) * 10n ** BigInt(a.scale);
  if (denominator === 0n) return '!division_by_zero';
  const shown =
    decimals === null
      ? full(numerator, denominator)
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, '')
      : fixed(numerator, denominator, decimals + (percent ? 2 : 0));
  return /[1-9]/.test(shown) ? sign + shown : shown;
}

function whole(text: string): { readonly digits: bigint; readonly scale: number } {
  const point = text.indexOf('.');
  return { digits: BigInt(text.replace('.', '')), scale: point < 0 ? 0 : text.length - point - 1 };
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** In full where the expansion ends, else 34 significant digits. */
function full(numerator: bigint, denominator: bigint): string {
  let rest = denominator / gcd(numerator, denominator);
  let places = 0;
  for (const factor of [2n, 5n]) {
    let times = 0;
    for (; rest % factor === 0n; rest /= factor) times += 1;
    places = Math.max(places, times);
  }
  if (rest === 1n) return fixed(numerator, denominator, places);
  let magnitude = (numerator / denominator).toString().length;
  if (numerator < denominator) {
    magnitude = 0;
    for (let n = numerator * 10n; n < denominator; n *= 10n) magnitude -= 1;
  }
  return fixed(numerator, denominator, 34 - magnitude);
}

function fixed(numerator: bigint, denominator: bigint, places: number): string {
  const scaled = numerator * 10n ** BigInt(places);
  let quotient = scaled / denominator;
  const twice = (scaled % denominator) * 2n;
  if (twice > denominator || (twice === denominator && quotient % 2n === 1n)) quotient += 1n;
  const digits = quotient.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
