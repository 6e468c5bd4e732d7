// A formula in the house's spacing. Tokens are copied, what stands between them is rewritten, and the result must read as
// the same tree; where it does not, or where the formula has mistakes, it stays as written.
import type { IToken, TokenType } from 'chevrotain';
import { parseFormula, tokensOfFormula } from '../expression/parse-formula.js';
import { endsValue, hardTokens, rangeOfToken, tokens } from '../expression/tokens.js';
import { sameFormula } from './same-formula.js';

/**
 * `literal` says that the text is that of a `|` block, where `--` starts a comment. A text of several lines keeps its lines,
 * its comments and the runs of spaces in it: somebody aligned them.
 */
export function formatFormula(text: string, literal: boolean): string {
  const inner = text.trimEnd();
  const keepRuns = inner.includes('\n') || inner.includes('--');
  const spaced = respace(inner, keepRuns);
  const formatted = keepRuns ? spaced.replace(/[ \t]+$/gm, '') : spaced;
  if (formatted === inner) return inner;
  const before = parseFormula(text, literal);
  const after = parseFormula(formatted, literal);
  const sound = before.problems.length === 0 && after.problems.length === 0 && sameFormula(before.root, after.root);
  return sound ? formatted : inner;
}

function respace(text: string, keepRuns: boolean): string {
  const read = tokensOfFormula(text);
  const pieces: string[] = [];
  let end = 0;
  let before: Placed | null = null;
  for (const token of read) {
    const range = rangeOfToken(token);
    const type = token.tokenType;
    const unary: boolean = type === tokens.sign && (before === null || !endsValue.has(before.type));
    const here: Placed = { type, unary };
    const written = text.slice(end, range.start);
    if (before === null) pieces.push(keepRuns ? written : '');
    else if (keepRuns && /[\n\r]|--/.test(written)) pieces.push(written);
    else {
      const gap = gapBetween(before, here);
      pieces.push(keepRuns && gap !== '' && written !== '' ? written : gap);
    }
    pieces.push(imageOf(token));
    end = range.end;
    before = here;
  }
  if (before === null) return text;
  return pieces.join('') + (keepRuns ? text.slice(end) : '');
}

interface Placed {
  readonly type: TokenType;
  /** A sign in front of a value, not between two. */
  readonly unary: boolean;
}

const gluedBefore: ReadonlySet<TokenType> = new Set([tokens.close, tokens.comma, tokens.dot, tokens.nothing]);
const gluedAfter: ReadonlySet<TokenType> = new Set([tokens.open, tokens.dot]);
const called: ReadonlySet<TokenType> = new Set([tokens.callName, tokens.cast]);

function gapBetween(a: Placed, b: Placed): string {
  if (gluedBefore.has(b.type) || gluedAfter.has(a.type)) return '';
  if (called.has(a.type) && b.type === tokens.open) return '';
  // `--` would start a comment.
  return a.unary && b.type !== tokens.sign ? '' : ' ';
}

/** Tokens that are words of the language, or names of functions: case means nothing in them. */
const words: ReadonlySet<TokenType> = new Set([
  ...Object.values(hardTokens),
  tokens.callName,
  tokens.cast,
  tokens.date,
  tokens.period,
  tokens.distinct,
  tokens.perFirst,
  tokens.where,
  tokens.dated,
  tokens.across,
  tokens.per,
  tokens.unfiltered,
  tokens.skip,
  tokens.as,
  tokens.clause,
  tokens.flag,
]);

function imageOf(token: IToken): string {
  return words.has(token.tokenType) ? token.image.toLowerCase() : token.image;
}
