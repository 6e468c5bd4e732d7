// Numbers of a scorecard as people read them: cut short with a sign that says so, never rounded again.
import { minorUnits } from '@sextant/parser';
import type { Figure, KpiReading } from '../engine-port.js';
import { shapeOf, shiftPoint, shortened, withScale } from '../results/decimal-text.js';
import type { Glyphs } from './glyphs.js';

/** Digits after the point, where a number goes on and on. */
const SHOWN = 2;

export type NumberLook = Pick<KpiReading, 'unit' | 'percent' | 'decimals'>;

/** Without its unit: `41.07`, `5.25%`. With as many digits as its metric is shown with, or money of its currency. */
export function numberText(text: string, { unit, percent, decimals }: NumberLook, glyphs: Glyphs): string {
  const moved = percent ? shiftPoint(text, 2) : text;
  const currency = /^[A-Z]{3}$/.test(unit) && !percent;
  const padded = withScale(moved, decimals ?? (currency ? minorUnits(unit) : 0));
  const cut = decimals === null ? shortened(padded, SHOWN).replace('…', glyphs.cut) : padded;
  return `${cut}${percent ? '%' : ''}`;
}

/** As somebody would have written it, without zeros at the end: `50%`, `37500`. */
export function plainText(figure: Figure, { percent }: NumberLook, glyphs: Glyphs): string {
  if (figure.value === null) return glyphs.none;
  const short = figure.value.includes('.') ? figure.value.replace(/\.?0+$/, '') : figure.value;
  const look = { unit: '', percent, decimals: null };
  return `${figure.approximate ? glyphs.approximate : ''}${numberText(short, look, glyphs)}`;
}

export function figureText(figure: Figure, look: NumberLook, glyphs: Glyphs): string {
  if (figure.value === null) return glyphs.none;
  return `${figure.approximate ? glyphs.approximate : ''}${numberText(figure.value, look, glyphs)}`;
}

/** With its unit: `41.07 EUR/customer`. */
export function amountText(figure: Figure, look: NumberLook, glyphs: Glyphs): string {
  return withUnit(figureText(figure, look, glyphs), figure.value !== null, look);
}

export function quantityText(text: string, look: NumberLook, glyphs: Glyphs): string {
  return withUnit(numberText(text, look, glyphs), true, look);
}

function withUnit(text: string, known: boolean, { unit, percent }: NumberLook): string {
  return !known || percent || unit === '' ? text : `${text} ${unit}`;
}

/** A score, pace or share: 0.949 is `94.9%`. Cut and not rounded, so that what misses a bound never seems to reach it. */
export function shareText(figure: Figure, glyphs: Glyphs): string {
  return figure.value === null ? glyphs.none : ratioText(figure.value);
}

export function ratioText(text: string): string {
  const moved = shiftPoint(text, 2);
  const { scale } = shapeOf(moved);
  const cut = scale > 1 ? moved.slice(0, moved.length - scale + 1) : moved;
  return `${cut.replace(/\.0$/, '').replace(/^-(?=0$)/, '')}%`;
}
