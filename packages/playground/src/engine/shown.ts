// Numbers as the page shows them: rounded for reading, with all digits beside, and with the reason where there is none.
import {
  isOne,
  reasonWords,
  shownChange,
  shownNumber,
  shownShare,
  type Figure,
  type Reason,
} from '@sextant/engine/browser';
import { unitInWords } from '@sextant/parser';
import type { Shown } from '../state/views.js';

export interface Style {
  readonly percent: boolean;
  readonly decimals: number | null;
  readonly unit: string;
  /** Of the value 1: `order`. */
  readonly unitOfOne?: string;
}

interface Given {
  readonly value: string | null;
  readonly reason: Reason | null;
  readonly approximate: boolean;
}

export const PLAIN: Style = { percent: false, decimals: null, unit: '' };

export function shown({ value, reason, approximate }: Given, style: Style, isNumber = true): Shown {
  if (value === null) return missing(reason);
  if (!isNumber) return { text: value, exact: null, unit: '', approximate, missing: null };
  const { text, exact } = shownNumber(value, style);
  const unit = style.percent ? '' : unitOf(style, isOne(value));
  return { text, exact, unit, approximate, missing: null };
}

export function shownDelta({ value, reason, approximate }: Given, style: Style): Shown {
  if (value === null) return missing(reason);
  const { text, exact } = shownChange(value, style);
  return { text, exact, unit: style.percent ? '' : style.unit, approximate, missing: null };
}

export function shownRatio({ value, reason, approximate }: Given): Shown {
  if (value === null) return missing(reason);
  const { text, exact } = shownShare(value);
  return { text, exact, unit: '', approximate, missing: null };
}

/** A unit of one thing has a plural: `81 people`; a compound one stays as it is written in formulas. */
function unitOf({ unit, unitOfOne }: Style, one: boolean): string {
  if (unitOfOne !== undefined) return one ? unitOfOne : unit;
  return /^[a-z_]+$/.test(unit) ? unitInWords([{ base: unit, kind: 'counted', power: 1 }], one ? 'one' : 'many') : unit;
}

function missing(reason: Reason | null): Shown {
  return {
    text: '—',
    exact: null,
    unit: '',
    approximate: false,
    missing: reason === null ? 'no value' : reasonWords(reason),
  };
}

/** The names that types have in answers. */
export function isNumberType(type: string): boolean {
  return /^(integer|decimal\(\d+\)|exact quotient|float)$/.test(type);
}

export type { Figure };
