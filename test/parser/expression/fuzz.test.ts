// Whatever the text, a formula is read in bounded time without an exception, and every place lies in the text.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { printFormula } from '../../../packages/parser/src/expression/print-formula.js';
import { childrenOf, walk } from '../../../packages/parser/src/expression/walk.js';
import { expr, soup } from './arbitrary-expr.js';

function check(text: string): void {
  const { root, problems } = parseFormula(text);
  let last = 0;
  for (const problem of problems) {
    const { start, end } = problem.range;
    expect(start >= 0 && start <= end && end <= text.length, `${text}: ${JSON.stringify(problem)}`).toBe(true);
    expect(start, text).toBeGreaterThanOrEqual(last);
    last = start;
    // The words of last resort, for what chevrotain would find and the grammar's own questions did not.
    if (problem.kind === 'expected') expect(problem.expected, text).not.toBe('something else');
  }
  let broken = false;
  walk(root, (node) => {
    broken ||= node.kind === 'broken';
    expect(node.range.start >= 0 && node.range.start <= node.range.end && node.range.end <= text.length, text).toBe(
      true,
    );
    for (const child of childrenOf(node)) {
      const inside = child.range.start >= node.range.start && child.range.end <= node.range.end;
      if (!inside) expect(inside, `${text}: ${JSON.stringify(node)}`).toBe(true);
    }
  });
  if (broken) expect(problems.length, text).toBeGreaterThan(0);
  printFormula(root);
}

test('any text', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 60 }), fc.lorem()), check), {
    numRuns: 5000,
    seed: 1,
  });
});

test('any tokens in any order', () => {
  fc.assert(fc.property(soup, check), { numRuns: 15_000, seed: 2 });
});

test('a good formula with one change', () => {
  const change = fc.record({ at: fc.nat(), cut: fc.nat(4), text: fc.oneof(soup, fc.string({ maxLength: 2 })) });
  fc.assert(
    fc.property(expr, change, (tree, { at, cut, text }) => {
      const good = printFormula(tree);
      const place = at % (good.length + 1);
      check(good.slice(0, place) + text + good.slice(place + cut));
    }),
    { numRuns: 4000, seed: 3 },
  );
});

test('any one thing over and over', () => {
  const starts = [
    '(',
    'f(',
    'case when ',
    'a in (',
    'cast(a ',
    'not ',
    '- ',
    'a where ',
    'a between ',
    'f(a to ',
    '1_',
    "'",
    '"',
  ];
  const piece = fc.oneof(fc.constantFrom(...starts), soup);
  fc.assert(
    fc.property(piece, fc.nat(3000), fc.string({ maxLength: 3 }), (one, times, end) => {
      check((one.repeat(times) + end).slice(0, 20_000));
    }),
    { numRuns: 150, seed: 4 },
  );
});
