// The grammar and the lexer pass chevrotain's own checks, which production leaves out to start faster.
import { expect, test } from 'vitest';
import { FormulaGrammar } from '../../../packages/parser/src/expression/grammar.js';
import { makeLexer } from '../../../packages/parser/src/expression/tokens.js';

test('the grammar has no ambiguity, left recursion or unreachable alternative', () => {
  expect(() => new FormulaGrammar(true)).not.toThrow();
});

test('the lexer is sound and can choose by the first character', () => {
  expect(() => makeLexer(true)).not.toThrow();
});
