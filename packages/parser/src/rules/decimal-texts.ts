// Arithmetic with plain decimal texts, exactly.

/** `0.25` as 25 of 10^2. */
export interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

/** Null for what is no plain number: digits with at most one point, a sign before and a percent sign behind. */
export function scaledOf(text: string): Scaled | null {
  const [, sign, whole, fraction = '', percent] = /^([-+]?)(\d+)(?:\.(\d+))?(%?)$/.exec(text.replaceAll('_', '')) ?? [];
  if (whole === undefined) return null;
  const digits = BigInt(`${whole}${fraction}`);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length + (percent === '%' ? 2 : 0) };
}

/** Below 0 where a is less than b. */
export function compareScaled(a: Scaled, b: Scaled): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = digitsAt(a, scale) - digitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function addScaled(a: Scaled, b: Scaled): Scaled {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

/** Without zeros at the end. */
export function showScaled({ digits, scale }: Scaled): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

export const ONE: Scaled = { digits: 1n, scale: 0 };

function digitsAt(number: Scaled, scale: number): bigint {
  return number.digits * 10n ** BigInt(scale - number.scale);
}
