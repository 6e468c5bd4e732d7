// What the grammar expected, in plain words. Chevrotain's own messages list token names.
import type { IParserErrorMessageProvider, TokenType } from 'chevrotain';
import { hardTokens as hard, tokens as t } from './tokens.js';

const byToken: ReadonlyMap<TokenType, string> = new Map([
  [t.as, '`as` and a type'],
  [t.type, 'a type after `as`'],
  [hard.then, '`then` after the condition'],
  [hard.and, '`and` between the two bounds'],
  [hard.null, '`null` after `is`'],
]);

const byRule: Readonly<Record<string, string>> = {
  membership: '`in`, `between` or `like` after `not`',
  caseOf: '`when` after `case`',
};

/** Only for the mistakes that grammar-base.ts leaves to chevrotain. */
export const plainWords: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => byToken.get(expected) ?? 'something else',
  buildNotAllInputParsedMessage: () => 'an operator or the end of the formula',
  buildNoViableAltMessage: ({ ruleName }) => byRule[ruleName] ?? 'something else',
  buildEarlyExitMessage: ({ ruleName }) => byRule[ruleName] ?? 'something else',
};
