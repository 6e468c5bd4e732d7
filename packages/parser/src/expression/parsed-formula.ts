// What parsing a formula gives: the tree and what is wrong with the text, in the formula's own offsets.
import type { Range } from '../source/source-file.js';
import type { Expr } from './tree.js';

export interface ParsedFormula {
  readonly text: string;
  readonly root: Expr;
  readonly problems: readonly FormulaProblem[];
}

/** A fact about a formula's text; errors.ts beside it has the words and makes the diagnostic once the scalar is known. */
export type FormulaProblem =
  | { readonly kind: 'unexpectedCharacter'; readonly range: Range; readonly text: string }
  | { readonly kind: 'unterminatedText'; readonly range: Range }
  | {
      readonly kind: 'expected';
      readonly range: Range;
      readonly found: string | null;
      readonly expected: string;
      readonly hint: string | null;
    }
  /** A comment where the text has one line: it would swallow what follows. */
  | { readonly kind: 'comment'; readonly range: Range }
  | { readonly kind: 'tooDeep'; readonly range: Range; readonly limit: number }
  | { readonly kind: 'tooLong'; readonly range: Range; readonly limit: number }
  | { readonly kind: 'empty'; readonly range: Range };
