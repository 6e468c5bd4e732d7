// A line of the formatted file, or several that one scalar holds together.
import type { Token } from './tokens.js';

export interface Line {
  text: string;
  readonly column: number;
  readonly first: Token;
  /** The last token that is no comment; null for a comment on a line of its own. */
  last: Token | null;
  /** Empty lines in front of it, as found. */
  readonly emptyBefore: number;
}
