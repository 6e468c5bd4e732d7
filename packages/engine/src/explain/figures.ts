// Numbers as they leave the explain room.
import type { Figure } from '../status/scorecard.js';
import { writeCell } from '../result/write-cell.js';
import { divide, isZero, type Rational } from '../value/rational.js';
import { decimalText } from '../value/to-text.js';
import type { Value } from '../value/value.js';

/** How a number is shown where its metric declares it. */
export interface Shown {
  readonly percent: boolean;
  readonly decimals: number | null;
}

const IN_FULL: Shown = { percent: false, decimals: null };

export function figureOf(value: Value, shown: Shown = IN_FULL): Figure {
  const { value: text, reason, approximate } = writeCell(value, shown, true);
  return { value: text, reason, approximate };
}

export function exactFigure(value: Rational, approximate = false): Figure {
  return { value: decimalText(value), reason: null, approximate };
}

/** A part of a whole; null where that is zero. */
export function shareOf(part: Rational, whole: Rational): string | null {
  const share = isZero(whole) ? null : divide(part, whole);
  return share === null ? null : decimalText(share);
}
