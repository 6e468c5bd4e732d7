// What a text of a definition file is, besides its shape: a definition, a name, a formula, a period.
import type { SymbolKind } from '@sextant/parser';

/** Which dataset a field belongs to: the one around it, the one of a test's rows, or the one that a key beside it names. */
export type OfDataset = 'own' | 'given' | { readonly beside: string };

/** Where a formula stands: what its names may mean (the parser's types/scope.ts says it exactly). */
export type FormulaPlace = 'metric' | 'condition' | 'group' | 'constant' | 'row';

export type Meaning =
  | { readonly kind: 'definition'; readonly of: SymbolKind }
  /** The whole text is the name of one. */
  | { readonly kind: 'name'; readonly of: Exclude<SymbolKind, 'field' | 'role' | 'thing'> }
  | { readonly kind: 'field'; readonly of: OfDataset; readonly words: readonly string[] }
  /** A field of the rows, or of what their references lead to; or one of these words. */
  | { readonly kind: 'row path'; readonly words: readonly string[] }
  /** `orders.channel`. */
  | { readonly kind: 'field path' }
  /** A dimension, or `orders.channel`. */
  | { readonly kind: 'member' }
  | { readonly kind: 'formula'; readonly place: FormulaPlace }
  /** The name of a metric, else a formula. */
  | { readonly kind: 'asked' }
  /** `revenue desc`: a column of the question. */
  | { readonly kind: 'order' }
  /** A column of a test's table. */
  | { readonly kind: 'column' }
  /** Of the library that is used: its folder, an input or a parameter, a field of an input, a metric that it makes. */
  | { readonly kind: 'library part'; readonly part: 'folder' | 'input' | 'role' | 'metric' }
  /** A field of what stands for an input. */
  | { readonly kind: 'bound field' }
  /** In a library: the name of a metric, a dataset or a dimension. */
  | { readonly kind: 'own input' }
  | { readonly kind: 'level' }
  | { readonly kind: 'period' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'type' }
  | { readonly kind: 'code' }
  | { readonly kind: 'currency' }
  /** A value of a dimension or of a field, in a test or a target. */
  | { readonly kind: 'value'; readonly of: 'dimension' | 'field' | 'slice' };
