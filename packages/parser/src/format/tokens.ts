// What a file of definitions is made of for the formatter: its scalars, its punctuation and its comments, in order.
import type { ScalarNode } from '../yaml/tree.js';

export type TokenKind =
  'key' | 'scalar' | 'open' | 'close' | 'comma' | 'colon' | 'dash' | 'comment' | /** `---` or `...`. */ 'marker';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Lines from 0. */
  readonly line: number;
  readonly endLine: number;
  /** The column in the text as found. */
  readonly column: number;
  /** Of keys and scalars. */
  readonly node: ScalarNode | null;
  /** The block collection that it stands in. */
  readonly frame: Frame;
  /** The innermost bracket around it; of a bracket the one that it is. */
  readonly flow: Flow | null;
  /** A key of the whole file. */
  readonly isSection: boolean;
  /** A key with a map or a list on the lines below it. */
  readonly opensBlock: boolean;
}

/** A block collection: where its keys or dashes stood, and where they shall stand. */
export interface Frame {
  readonly found: number;
  readonly column: number;
  readonly parent: Frame | null;
}

/** `{ }` or `[ ]`. */
export interface Flow {
  readonly parent: Flow | null;
  readonly isMap: boolean;
  /** A list with a map in braces: it has spaces inside its brackets, as a map has. */
  readonly holdsMaps: boolean;
  /** On one line beside others that are: the spaces in it may align columns. */
  readonly isRow: boolean;
  /** Where a closing bracket stands that starts a line; a line inside stands deeper. */
  readonly base: number;
}

/** Where a value stands that starts a line of its own. */
export function valueColumn(frame: Frame): number {
  return frame.column + 2;
}
