// Functions of texts. Lengths and positions count code points, not UTF-16 units.
import { toBigInt } from '../rational.js';
import { booleanValue, integerValue, noValue, textValue } from '../value.js';
import { lowerText, upperText } from './case-mapping.js';
import { isLike } from './like.js';
import type { ScalarImplementation } from './scalar-context.js';
import { numberArgument, strict, textArgument } from './scalar-context.js';

/** The space separators of Unicode, which is what DuckDB trims; tabs and line breaks stay, as SQL has it. */
const SURROUNDING_SPACES = /^\p{Zs}+|\p{Zs}+$/gu;

export const lower: ScalarImplementation = strict((args) => textValue(lowerText(textArgument(args, 0))));
export const upper: ScalarImplementation = strict((args) => textValue(upperText(textArgument(args, 0))));

export const trim: ScalarImplementation = strict((args) =>
  textValue(textArgument(args, 0).replace(SURROUNDING_SPACES, '')),
);

/** `||` and `concat` are one: no value when any part has none. */
export const concat: ScalarImplementation = strict((args) =>
  textValue(args.map((_, index) => textArgument(args, index)).join('')),
);

export const length: ScalarImplementation = strict((args) => integerValue(Array.from(textArgument(args, 0)).length));

/**
 * Counted from 1. A start below 1 or a negative length is refused: databases disagree on both (from the end, cut off, an error),
 * and each is more often a slip than a wish.
 */
export const substring: ScalarImplementation = strict((args) => {
  const letters = Array.from(textArgument(args, 0));
  const start = toBigInt(numberArgument(args, 1));
  const length = args.length < 3 ? BigInt(letters.length) : toBigInt(numberArgument(args, 2));
  if (start === null || length === null || start < 1n || length < 0n) return noValue('invalid_argument');
  if (start > BigInt(letters.length)) return textValue('');
  const first = Number(start) - 1;
  const available = letters.length - first;
  const taken = length > BigInt(available) ? available : Number(length);
  return textValue(letters.slice(first, first + taken).join(''));
});

export const startsWith: ScalarImplementation = strict((args) =>
  booleanValue(textArgument(args, 0).startsWith(textArgument(args, 1))),
);

export const contains: ScalarImplementation = strict((args) =>
  booleanValue(textArgument(args, 0).includes(textArgument(args, 1))),
);

export const like: ScalarImplementation = strict((args) =>
  booleanValue(isLike(textArgument(args, 0), textArgument(args, 1))),
);
