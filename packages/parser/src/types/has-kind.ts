// A quick look into a formula, so that most formulas need not be walked with all that a check keeps in mind.
import type { Typed } from './typed.js';
import { typedChildren } from './walk-typed.js';

type Kinds = ReadonlySet<Typed['kind']>;

/** What makes a context, or depends on the one around it. */
export const CONTEXTUAL: Kinds = new Set(['window', 'state', 'per', 'across', 'top_share', 'target']);

/** Whether a node of one of the kinds stands in the formula; not through metrics. */
export function hasKind(typed: Typed, kinds: Kinds): boolean {
  if (kinds.has(typed.kind)) return true;
  switch (typed.kind) {
    case 'const':
    case 'field':
    case 'metric':
    case 'member':
      return false;
    case 'aggregate':
      return (
        (typed.value !== null && hasKind(typed.value, kinds)) || (typed.where !== null && hasKind(typed.where, kinds))
      );
    default:
      for (const child of typedChildren(typed)) if (hasKind(child, kinds)) return true;
      return false;
  }
}
