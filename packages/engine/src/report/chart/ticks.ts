// Round numbers along an axis. Their places are doubles; their texts are exact, made of whole steps of 1, 2 or 5.
import { groupedDigits } from '@sextant/parser';

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** At most so many ticks in the range, at round values. */
export function ticksIn([low, high]: readonly [number, number], most: number, percent: boolean): readonly Tick[] {
  const { digit, exponent } = stepFor((high - low) / most);
  const step = digit * tenTo(exponent);
  // A percentage is written two digits further left.
  const shown = percent ? exponent + 2 : exponent;
  const first = Math.ceil(low / step - TOLERANCE);
  const last = Math.floor(high / step + TOLERANCE);
  const large = largeUnit(Math.max(Math.abs(low), Math.abs(high)) * (percent ? 100 : 1));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const steps = first + i;
    const text = scaledText(BigInt(steps) * BigInt(digit), shown - large.exponent);
    const suffix = text === '0' ? '' : large.suffix;
    return { at: steps * step, text: `${groupedDigits(text)}${suffix}${percent ? '\u202f%' : ''}` };
  });
}

/** So that a tick at the very edge is not lost to a double's last digit. */
const TOLERANCE = 1e-9;

function stepFor(least: number): { readonly digit: number; readonly exponent: number } {
  const [mantissa = '1', power = '0'] = least.toExponential(6).split('e');
  const size = Number.parseFloat(mantissa);
  const exponent = Number.parseInt(power, 10);
  if (!Number.isFinite(size) || size <= 0) return { digit: 1, exponent: 0 };
  const digit = [1, 2, 5].find((one) => size <= one);
  return digit === undefined ? { digit: 1, exponent: exponent + 1 } : { digit, exponent };
}

/** Without `Math.pow`, whose last digit may differ from one engine to another. */
function tenTo(exponent: number): number {
  return Number.parseFloat(`1e${exponent}`);
}

function largeUnit(largest: number): { readonly exponent: number; readonly suffix: string } {
  if (largest >= 1e10) return { exponent: 9, suffix: '\u202fbn' };
  return largest >= 1e7 ? { exponent: 6, suffix: '\u202fM' } : { exponent: 0, suffix: '' };
}

/** `whole * 10^exponent`, exactly. */
function scaledText(whole: bigint, exponent: number): string {
  if (whole === 0n) return '0';
  if (exponent >= 0) return (whole * 10n ** BigInt(exponent)).toString();
  const digits = (whole < 0n ? -whole : whole).toString().padStart(1 - exponent, '0');
  const fraction = digits.slice(exponent).replace(/0+$/, '');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, exponent)}${fraction === '' ? '' : `.${fraction}`}`;
}
