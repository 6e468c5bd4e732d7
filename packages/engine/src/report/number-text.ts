// Numbers as they are shown: digits in thin groups, percentages, and rounding that keeps the exact text beside it.
// Texts in, texts out: no number passes through a double.
import { groupedDigits } from '@sextant/parser';
import { fromDecimalText } from '../value/rational.js';
import { roundedText } from '../value/to-text.js';

export interface Shown {
  readonly text: string;
  /** The exact text where the shown one is rounded. */
  readonly exact: string | null;
}

export interface NumberStyle {
  /** Values are ratios to be shown as percentages. */
  readonly percent: boolean;
  /** As declared; null where nothing is, and long expansions are rounded. */
  readonly decimals: number | null;
}

/** Digits after the point where nothing is declared: enough to tell values apart, and no more. */
const LARGE = 2;
const SIGNIFICANT = 3;
const PERCENT = 1;

/** `58.333333` is `58.33`, `0.0525` as a percentage is `5.3 %`, each with its exact text. */
export function shownNumber(text: string, { percent, decimals }: NumberStyle): Shown {
  const moved = percent ? timesHundred(text) : text;
  const suffix = percent ? `${THIN}%` : '';
  const fraction = fractionOf(moved);
  const most = decimals ?? mostDecimals(moved, percent);
  if (fraction.length <= most) return { text: `${groupedDigits(moved)}${suffix}`, exact: null };
  const number = fromDecimalText(moved);
  if (number === null) return { text: moved, exact: null };
  return {
    text: `${groupedDigits(trimmed(roundedText(number, most), decimals))}${suffix}`,
    exact: `${groupedDigits(moved)}${suffix}`,
  };
}

/** A score, pace or share as a percentage with one digit: cut and not rounded, so that what misses a bound never seems to reach it. */
export function shownShare(text: string): Shown {
  const moved = timesHundred(text);
  const show = (number: string): string => `${groupedDigits(number)}${THIN}%`;
  const fraction = fractionOf(moved);
  if (fraction.length <= PERCENT) return { text: show(moved), exact: null };
  const cut = moved.slice(0, moved.length - fraction.length + PERCENT).replace(/\.0+$/, '');
  return { text: show(cut.replace(/^-(?=0$)/, '')), exact: show(moved) };
}

/** With a sign in front of it, as changes and gaps have; percentages change by points. */
export function shownChange(text: string, { percent, decimals }: NumberStyle): Shown {
  const points = (shown: string): string => (percent ? shown.replace(/%$/, 'pp') : shown);
  const sign = /^-|^0(?:\.0*)?$/.test(text) ? '' : '+';
  const { text: plain, exact } = shownNumber(text, { percent, decimals });
  return { text: `${sign}${points(plain)}`, exact: exact === null ? null : `${sign}${points(exact)}` };
}

/** Units have another word for one. */
export function isOne(text: string): boolean {
  return /^-?1(?:\.0*)?$/.test(text);
}

const THIN = '\u202f';

/** The point moved right by two: `0.0525` is `5.25`. */
export function timesHundred(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const padded = fraction.padEnd(2, '0');
  const moved = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(2);
  return `${sign}${moved}${rest === '' ? '' : `.${rest}`}`;
}

/** A small number keeps its first digits. */
function mostDecimals(text: string, percent: boolean): number {
  const usual = percent ? PERCENT : LARGE;
  if (!/^-?0\./.test(text)) return usual;
  const zeros = /^0*/.exec(fractionOf(text))?.[0].length ?? 0;
  return Math.max(usual, percent ? zeros + 1 : zeros + SIGNIFICANT);
}

/** Zeros that rounding left say nothing, unless decimals are declared. */
function trimmed(text: string, decimals: number | null): string {
  return decimals === null && text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function fractionOf(text: string): string {
  return text.split('.')[1] ?? '';
}
