// Numbers with their units, as people read them: the digits stay exact, only the spacing changes.
import type { Unit, UnitFactor } from '../types/unit.js';
import { humanName, plural } from './english.js';

/** Never breaks a line: it stands inside a number and between a number and its sign. */
export const THIN = '\u202f';

/** `12500.50` is written `12 500.50`, with thin spaces; four digits stay together. */
export function groupedDigits(text: string): string {
  const match = /^(-?)(\d+)(.*)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', rest = ''] = match;
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, THIN);
  return `${sign === '-' ? '\u2212' : ''}${grouped}${rest}`;
}

/** `0.0525` is written `5.25 %`: exact, on the text. */
export function asPercent(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const padded = fraction.padEnd(2, '0');
  const moved = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(2).replace(/0+$/, '');
  return `${groupedDigits(`${sign}${moved}${rest === '' ? '' : `.${rest}`}`)}${THIN}%`;
}

/** `EUR per customer`, `orders`, `squared EUR`; a plain number is ``. */
export function unitInWords(unit: Unit, number: 'one' | 'many' = 'many'): string {
  // The currency of each row's own code has no name to be said.
  const named = unit.filter(({ base }) => !base.startsWith('<'));
  const over = named.filter(({ power }) => power > 0);
  const under = named.filter(({ power }) => power < 0);
  const first = over.map((factor, i) => factorInWords(factor, i === over.length - 1 ? number : 'one')).join(' ');
  const rest = under.map((factor) => `per ${factorInWords(factor, 'one')}`);
  return [first, ...rest].filter((part) => part !== '').join(' ');
}

/** A number that stands in a formula: `60 EUR per customer`, `1 order`, `5 %`. */
export function amountInWords(text: string, unit: Unit, percent: boolean): string {
  if (percent && unit.length === 0) return asPercent(text);
  const words = unitInWords(unit, text === '1' || text === '-1' ? 'one' : 'many');
  return words === '' ? groupedDigits(text) : `${groupedDigits(text)} ${words}`;
}

function factorInWords({ base, kind, power }: UnitFactor, number: 'one' | 'many'): string {
  const thing = kind === 'currency' ? base : number === 'one' ? humanName(base) : plural(humanName(base));
  const size = Math.abs(power);
  if (size === 1) return thing;
  return size === 2 ? `squared ${thing}` : size === 3 ? `cubed ${thing}` : `${thing} to the power of ${size}`;
}
