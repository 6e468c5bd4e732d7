import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mentions } from '../../../packages/parser/src/names/mentions.js';
import { makeLexer } from '../../../packages/parser/src/expression/tokens.js';

it.each([
  ['a + sum_1', 'sum_1', true],
  ['a + sum_12', 'sum_1', false],
  ['checksum_1', 'sum_1', false],
  ['sum_12 + sum_1', 'sum_1', true],
  ['"my sum_1"', 'sum_1', true],
  ['"my sums"', 'my sum', false],
  ['12sum_1', 'sum_1', true],
  ['a.sum_1', 'sum_1', true],
  ['übersum', 'sum', false],
  ['über', 'ber', true],
])('%s mentions %s: %s', (formula, name, expected) => {
  expect(mentions(formula, name)).toBe(expected);
});

it('a formula with a token of that name mentions it', () => {
  const lexer = makeLexer();
  const part = fc.constantFrom('a', 'ab', 'b_1', '1', '2.5', ' ', '"a b"', '"', "'", '+', '.', 'é', '²', '(', ')', '$');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      for (const { image } of lexer.tokenize(text).tokens) {
        expect(mentions(text, image)).toBe(true);
        if (/^"[^"]+"$/.test(image)) expect(mentions(text, image.replaceAll('"', ''))).toBe(true);
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
});
