// Two formulas of two versions: written alike, the same by laws, the same but for reasons, or not known to be the same.
import { expandedFormula, formulaLayout, normalFormula, type Aspect, type FormulaOptions } from '@sextant/parser';
import type { Verdict, Why } from './changes.js';
import type { Sides } from './sides.js';

export interface Compared {
  readonly verdict: Verdict;
  readonly why: Why | null;
}

/** Null where they are written alike. A difference that no law explains is only that: `numbers` says that they may differ. */
export function compareFormulas(earlier: Aspect, later: Aspect, sides: Sides): Compared | null {
  const written = compareTexts(earlier.shown ?? '', later.shown ?? '');
  const { formula: a } = earlier;
  const { formula: b } = later;
  if (a === null || b === null) return written === null || earlier.value === later.value ? written : CHANGED;
  if (earlier.value === later.value) return written;
  if (sameExpanded(earlier, later, sides, 'all')) return { verdict: 'meaning', why: 'same_by_names' };
  const loose = (of: Aspect, options: FormulaOptions): string =>
    of.formula === null ? '' : normalFormula(of === earlier ? sides.before : sides.after, of.formula, options);
  const sameValues =
    loose(earlier, { reasons: 'none', nameOf: sides.laterId }) === loose(later, { reasons: 'none' }) ||
    sameExpanded(earlier, later, sides, 'none');
  return sameValues ? { verdict: 'reasons', why: 'same_by_laws' } : CHANGED;
}

const CHANGED: Compared = { verdict: 'numbers', why: null };

function sameExpanded(
  earlier: Aspect,
  later: Aspect,
  { before, after, laterId }: Sides,
  reasons: 'all' | 'none',
): boolean {
  if (earlier.formula === null || later.formula === null) return false;
  const a = expandedFormula(before, earlier.formula, { nameOf: laterId, reasons });
  return a !== null && a === expandedFormula(after, later.formula, { reasons });
}

/** Of texts that mean the same: whether they differ in layout only. */
export function compareTexts(before: string, after: string): Compared | null {
  if (before === after) return null;
  return formulaLayout(before) === formulaLayout(after)
    ? { verdict: 'cosmetic', why: null }
    : { verdict: 'meaning', why: 'same_by_laws' };
}
