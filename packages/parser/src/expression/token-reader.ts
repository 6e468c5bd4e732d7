// What the reading of tokens keeps on its way, and the one way in which a token is added.
import type { IToken, TokenType } from 'chevrotain';
import { missingOperatorHint } from './hints.js';
import type { FormulaProblem } from './parsed-formula.js';
import { endsValue, rangeOfToken, startsValue, tokens } from './tokens.js';

/** An open parenthesis: the name of the call that it belongs to, in lower case, or null. */
export type Opened = string | null;

export interface TokenReader {
  readonly raw: readonly IToken[];
  readonly read: IToken[];
  readonly problems: FormulaProblem[];
  readonly opened: Opened[];
  /** How many cases are open. */
  cases: number;
  /** The last token put into `read` ended a value. */
  afterValue: boolean;
  last: TokenType | null;
}

/** Appends a token with its role; where a value stands right after a value, a broken operator comes between. */
export function put(r: TokenReader, token: IToken, type: TokenType): void {
  if (r.afterValue && startsValue.has(type)) missingOperator(r, token);
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
  r.read.push(token);
  r.last = type;
  r.afterValue = endsValue.has(type);
}

function missingOperator(r: TokenReader, token: IToken): void {
  const before = r.read.at(-1);
  const beforeThat = r.read.at(-2);
  // One cause, one problem: the value before was itself one too many, or something between the two is noted already.
  const noted = before !== undefined && (r.problems.at(-1)?.range.start ?? -1) >= rangeOfToken(before).end;
  const again = beforeThat?.tokenType === tokens.brokenOperator || before?.tokenType === tokens.brokenValue;
  if (!again && !noted) {
    r.problems.push({
      kind: 'expected',
      range: rangeOfToken(token),
      found: token.image,
      expected: expectedAfterValue(r),
      hint: missingOperatorHint(before?.image ?? '', token.image, beforeThat?.image ?? ''),
    });
  }
  r.read.push(brokenOperatorAt(token.startOffset));
}

function expectedAfterValue(r: TokenReader): string {
  if (r.cases > 0) return 'an operator';
  return r.opened.length > 0 ? 'an operator, `,` or `)`' : 'an operator or the end of the formula';
}

function brokenOperatorAt(offset: number): IToken {
  const type = tokens.brokenOperator;
  return { image: '', startOffset: offset, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 };
}
