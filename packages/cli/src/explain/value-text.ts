// Values and effects as people read them: shortened, padded, as percentages; machines read the JSON.
import type { Reason } from '@sextant/engine';
import { roundedTo, shiftPoint, shortened, withScale } from '../results/decimal-text.js';
import { reasonWords } from '../results/reason-words.js';
import { isNumberType, NO_VALUE } from '../results/sheet.js';
import { visibleLine } from '../reporters/visible-text.js';

export interface ShownAs {
  readonly percent: boolean;
  readonly decimals: number | null;
  /** Missing where only `decimals` counts. */
  readonly type?: string;
}

interface ValueText {
  readonly value: string | null;
  readonly approximate: boolean;
  readonly type: string;
  readonly percent: boolean;
}

export function valueText({ value, approximate, type, percent }: ValueText): string {
  if (value === null) return NO_VALUE;
  if (!isNumberType(type)) return visibleLine(value);
  const mark = approximate ? '≈' : '';
  if (percent) return `${mark}${shortened(shiftPoint(value, 2))}%`;
  return `${mark}${shortened(approximate ? value : withScale(value, scaleOf(type)))}`;
}

/** Money with two decimals is read with two. */
function scaleOf(type: string | undefined): number {
  return Math.min(6, Number(/^decimal\((\d+)\)$/.exec(type ?? '')?.[1] ?? 0));
}

function shownAs(text: string, { percent, decimals, type }: ShownAs): string {
  const moved = percent ? shiftPoint(text, 2) : text;
  if (decimals !== null) return withScale(roundedTo(moved, decimals), decimals);
  return shortened(percent ? moved : withScale(moved, scaleOf(type)));
}

/** A difference of values: of percentages in percentage points, with as many digits as they have. */
export function effectText(text: string | null, shown: ShownAs): string {
  return text === null ? NO_VALUE : signed(shownAs(text, shown));
}

/** A value of the same kind as an effect, without a sign of its own. */
export function sideText(text: string | null, shown: ShownAs): string {
  return text === null ? NO_VALUE : `${shownAs(text, shown)}${shown.percent ? '%' : ''}`;
}

/** A ratio as a percentage with one digit. */
export function percentText(text: string | null): string {
  return text === null ? NO_VALUE : `${withScale(roundedTo(shiftPoint(text, 2), 1), 1)}%`;
}

export function signedPercent(text: string | null): string {
  return text === null ? NO_VALUE : signed(percentText(text));
}

function signed(text: string): string {
  return text.startsWith('-') || !/[1-9]/.test(text) ? text : `+${text}`;
}

export function noValueWords(reason: Reason | null): string {
  return `no value: ${reasonWords(reason ?? 'no_value')}`;
}

/** `EUR/customer`, or percentage points. */
export function effectUnit({ unit, percent }: { readonly unit: string; readonly percent: boolean }): string {
  return percent ? 'pp' : unit;
}
