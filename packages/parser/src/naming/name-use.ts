// A name in a formula, or in a text that is read like one, with what it means there.
import type { Range } from '../source/source-file.js';
import type { Symbol } from './symbol.js';

export interface NameUse {
  /** In the text that was read, with its quotes. */
  readonly range: Range;
  readonly means:
    | { readonly kind: 'symbol'; readonly symbol: Symbol }
    /** A word of the calendar: `month`. */
    | { readonly kind: 'level' }
    /** A part of a unit that is no counted thing of the project: `EUR`, `days`. */
    | { readonly kind: 'unit'; readonly word: string }
    /** A word of the language where a name may stand: `all`, `time`. */
    | { readonly kind: 'word' }
    /** Nothing in the project has this name. */
    | { readonly kind: 'nothing' };
}
