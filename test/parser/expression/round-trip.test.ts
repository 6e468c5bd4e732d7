// What is printed reads as the same tree again.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { printFormula } from '../../../packages/parser/src/expression/print-formula.js';
import { expr, soup } from './arbitrary-expr.js';
import { shapeOf } from './shape.js';

test('parse(print(e)) is e, apart from the places', () => {
  fc.assert(
    fc.property(expr, (tree) => {
      const text = printFormula(tree);
      const parsed = parseFormula(text, true);
      expect(parsed.problems, text).toEqual([]);
      expect(shapeOf(parsed.root), text).toEqual(shapeOf(tree));
    }),
    { numRuns: 3000, seed: 7 },
  );
});

test('whatever parses without a problem prints and parses again, and prints the same a second time', () => {
  let good = 0;
  fc.assert(
    fc.property(soup, (text) => {
      const parsed = parseFormula(text);
      if (parsed.problems.length > 0) return;
      good++;
      const printed = printFormula(parsed.root);
      const again = parseFormula(printed);
      expect(again.problems, `${text} => ${printed}`).toEqual([]);
      expect(shapeOf(again.root), `${text} => ${printed}`).toEqual(shapeOf(parsed.root));
      expect(printFormula(again.root)).toBe(printed);
    }),
    { numRuns: 15_000, seed: 11 },
  );
  expect(good).toBeGreaterThan(200);
});
