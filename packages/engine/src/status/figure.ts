// Amounts as they leave the engine: rounded once, as text.
import type { Kpi } from '@sextant/parser';
import { writeCell } from '../result/write-cell.js';
import { decimalText } from '../value/to-text.js';
import type { Amount } from './amount.js';
import type { Figure } from './scorecard.js';

/** In full where the expansion ends, else 34 digits: scores, shares, and what a definition says. */
export function exactFigure(amount: Amount): Figure {
  return figure(amount, { percent: false, decimals: null });
}

/** A number of the KPI's own, as its metric is shown. */
export function kpiFigure(amount: Amount, kpi: Pick<Kpi, 'percent' | 'decimals'>): Figure {
  return figure(amount, kpi);
}

function figure(amount: Amount, as: Pick<Kpi, 'percent' | 'decimals'>): Figure {
  const { value, reason, approximate } = writeCell(amount, as, true);
  return { value, reason, approximate };
}

/** The text of a number that is there. */
export function exactText(amount: Amount): string {
  return amount.kind === 'none' ? '' : decimalText(amount.value);
}
