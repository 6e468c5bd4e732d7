// What stands around a part of a formula and changes its context. A part is asked with all of it around, so that it is computed
// in its own context and no other.
import type { AcrossTyped, FilteredTyped, StateTyped, Typed, WindowTyped } from '@sextant/parser';

export type ContextOperator = FilteredTyped | AcrossTyped | WindowTyped | StateTyped;

/** Outermost first. */
export type Around = readonly ContextOperator[];

export function isContextOperator(typed: Typed): typed is ContextOperator {
  return typed.kind === 'filtered' || typed.kind === 'across' || typed.kind === 'window' || typed.kind === 'state';
}

/** A constant is the same in every context. */
export function inContext(typed: Typed, around: Around): Typed {
  if (typed.type.level === 'constant') return typed;
  return around.reduceRight<Typed>(
    (of, operator) => ({ ...operator, of, type: { ...of.type, level: 'aggregate' } }),
    typed,
  );
}
