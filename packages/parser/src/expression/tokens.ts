// The token types of formulas and the lexer that cuts a text into them, before words get their roles.
import { createToken, Lexer, type CustomPatternMatcherFunc, type IToken, type TokenType } from 'chevrotain';
import type { Range } from '../source/source-file.js';
import { foreignPattern } from './foreign.js';
import { hardWords, notUnits, type HardWord } from './words.js';

/** A role that read-tokens.ts gives to a token; the lexer never makes one. */
const role = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

// Custom patterns because chevrotain drops the `u` flag of a regular expression. The hints say which first characters
// are worth a try: below 256 each on its own, above in chevrotain's blocks of 255.
const wide = Array.from({ length: 257 }, (_, block) => Math.min(block * 255, 0xffff)).filter((code) => code > 255);
const below = (test: RegExp): number[] =>
  Array.from({ length: 256 }, (_, code) => code).filter((code) => test.test(String.fromCharCode(code)));

function sticky(pattern: RegExp): CustomPatternMatcherFunc {
  return (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.test(text) ? [text.slice(offset, pattern.lastIndex)] : null;
  };
}

const unitWord = String.raw`(?!(?:${notUnits.join('|')})(?![\p{L}\p{N}\p{M}_]))[\p{L}_][\p{L}\p{N}\p{M}_]*`;

/**
 * Everything that starts like a number, with its `%` or unit. The run takes letters and dots too, so that `1e3`, `65EUR`
 * and `1.2.3` are one token, refused as one; so does a date without its quotes; read-number.ts tells the good from the bad.
 */
const numberPattern = new RegExp(
  String.raw`\d{4}-\d\d-\d\d(?![\p{L}\p{N}_.-])|(?:\d|\.\d)(?:[eE][+-]\d|[\p{L}\p{N}\p{M}_.])*(?:%| ${unitWord}(?:[/*][\p{L}_][\p{L}\p{N}\p{M}_]*)*)?`,
  'iuy',
);

export const tokens = {
  space: createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED }),
  comment: createToken({ name: 'Comment', pattern: /--[^\n\r]*/, group: 'comments' }),
  foreign: createToken({
    name: 'Foreign',
    pattern: sticky(foreignPattern),
    start_chars_hint: [...below(/[^\w\s"'(),.+>]/), ...wide],
    line_breaks: true,
  }),
  word: createToken({
    name: 'Word',
    pattern: sticky(/[\p{L}_][\p{L}\p{N}\p{M}_]*/uy),
    start_chars_hint: [...below(/[\p{L}_]/u), ...wide],
    line_breaks: false,
  }),
  /** One line only, so that a forgotten quote does not swallow the lines below. */
  quotedName: createToken({ name: 'QuotedName', pattern: /"(?:[^"\n\r]|"")*"?/ }),
  text: createToken({ name: 'Text', pattern: /'(?:[^'\n\r]|'')*'?/ }),
  number: createToken({
    name: 'Number',
    pattern: sticky(numberPattern),
    start_chars_hint: below(/[\d.]/),
    line_breaks: false,
  }),
  open: createToken({ name: 'Open', pattern: '(' }),
  close: createToken({ name: 'Close', pattern: ')' }),
  comma: createToken({ name: 'Comma', pattern: ',' }),
  dot: createToken({ name: 'Dot', pattern: '.' }),
  /** `+` and `-`: between values or in front of one. */
  sign: createToken({ name: 'Sign', pattern: /[+-]/ }),
  /** `*`, `/` and `||`. */
  times: createToken({ name: 'Times', pattern: /[*/]|\|\|/ }),
  compare: createToken({ name: 'Compare', pattern: /<=|>=|<>|!=|[=<>]/ }),
  /** Any other character, so that the lexer itself never fails. */
  junk: createToken({
    name: 'Junk',
    pattern: sticky(/[^\s\p{L}\p{N}_"'(),.+\-*/=<>]+|./suy),
    start_chars_hint: [...below(/[^]/), ...wide],
    line_breaks: true,
  }),

  /** `()` of a call without arguments. */
  nothing: role('Nothing'),
  callName: role('CallName'),
  cast: role('Cast'),
  /** `date`, `datetime`, `timestamp` in front of a text. */
  date: role('Date'),
  period: role('Period'),
  distinct: role('Distinct'),
  /** `per` where an argument starts: `count(per customers.customer_id)`. */
  perFirst: role('PerFirst'),
  where: role('Where'),
  dated: role('Dated'),
  across: role('Across'),
  per: role('Per'),
  unfiltered: role('Unfiltered'),
  skip: role('Skip'),
  as: role('As'),
  /** A whole type after `as`, as one token. */
  type: role('Type'),
  clause: role('Clause'),
  flag: role('Flag'),
  /** Something that stands for a value but is none; its problem is already noted. */
  brokenValue: role('BrokenValue'),
  /** Something that stands for an operator but is none, or a missing one; its problem is already noted. */
  brokenOperator: role('BrokenOperator'),
} as const;

export const hardTokens = Object.fromEntries(hardWords.map((word) => [word, role(`Word ${word}`)])) as Readonly<
  Record<HardWord, TokenType>
>;

export const vocabulary: readonly TokenType[] = [...Object.values(tokens), ...Object.values(hardTokens)];

/** Build it once: it costs some milliseconds. `checked` runs chevrotain's own checks of the patterns. */
export function makeLexer(checked = false): Lexer {
  return new Lexer([...vocabulary], {
    positionTracking: 'onlyOffset',
    skipValidations: !checked,
    ensureOptimizations: checked,
  });
}

/** Tokens that complete a value. */
export const endsValue: ReadonlySet<TokenType> = new Set([
  tokens.word,
  tokens.quotedName,
  tokens.text,
  tokens.number,
  tokens.close,
  tokens.nothing,
  tokens.unfiltered,
  tokens.skip,
  tokens.flag,
  tokens.type,
  tokens.brokenValue,
  hardTokens.null,
  hardTokens.true,
  hardTokens.false,
  hardTokens.end,
]);

/** Tokens that only ever start a value. */
export const startsValue: ReadonlySet<TokenType> = new Set([
  tokens.word,
  tokens.quotedName,
  tokens.text,
  tokens.number,
  tokens.open,
  tokens.callName,
  tokens.cast,
  tokens.date,
  tokens.period,
  tokens.brokenValue,
  hardTokens.null,
  hardTokens.true,
  hardTokens.false,
  hardTokens.case,
]);

/** The lexer notes only where tokens start; those that read-tokens.ts joins carry an end of their own. */
export function rangeOfToken(token: IToken): Range {
  const start = token.startOffset;
  return { start, end: token.endOffset === undefined ? start + token.image.length : token.endOffset + 1 };
}
