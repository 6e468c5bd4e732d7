// The tokens of a formula as plain data with their roles, for editors: also of a formula that is only half written.
import { tokensOfFormula } from './parse-formula.js';
import { hardTokens, rangeOfToken, tokens } from './tokens.js';
import type { TokenType } from 'chevrotain';

export type FormulaTokenRole =
  /** A name, or one part of it; names of functions are `call`. */
  | 'name'
  | 'quoted name'
  | 'call'
  | 'text'
  | 'number'
  /** A word of the language: `where`, `and`, `full`. */
  | 'word'
  /** The type behind the `as` of a cast. */
  | 'type'
  /** `+ - * / || = < ...` */
  | 'operator'
  | 'open'
  | 'close'
  | 'comma'
  | 'dot'
  /** `()` */
  | 'nothing'
  | 'comment'
  | 'broken';

export interface FormulaToken {
  readonly role: FormulaTokenRole;
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** In the order of the text. `--` counts as a comment wherever it stands. */
export function formulaTokens(text: string): readonly FormulaToken[] {
  const found: FormulaToken[] = [];
  let end = 0;
  const comments = (until: number): void => {
    for (const match of text.slice(end, until).matchAll(/--[^\n\r]*/g)) {
      const start = end + match.index;
      found.push({ role: 'comment', text: match[0], start, end: start + match[0].length });
    }
  };
  for (const token of tokensOfFormula(text)) {
    const range = rangeOfToken(token);
    if (range.end <= range.start) continue;
    comments(range.start);
    const role = ROLES.get(token.tokenType) ?? 'word';
    found.push({ role, text: text.slice(range.start, range.end), ...range });
    end = range.end;
  }
  comments(text.length);
  return found;
}

const ROLES: ReadonlyMap<TokenType, FormulaTokenRole> = new Map<TokenType, FormulaTokenRole>([
  [tokens.word, 'name'],
  [tokens.quotedName, 'quoted name'],
  [tokens.callName, 'call'],
  [tokens.cast, 'call'],
  [tokens.text, 'text'],
  [tokens.number, 'number'],
  [tokens.type, 'type'],
  [tokens.sign, 'operator'],
  [tokens.times, 'operator'],
  [tokens.compare, 'operator'],
  [tokens.open, 'open'],
  [tokens.close, 'close'],
  [tokens.comma, 'comma'],
  [tokens.dot, 'dot'],
  [tokens.nothing, 'nothing'],
  [tokens.brokenValue, 'broken'],
  [tokens.brokenOperator, 'broken'],
  ...Object.values(hardTokens).map((type): [TokenType, FormulaTokenRole] => [type, 'word']),
]);
