// The parts of a tree in the order of the text.
import { expect, test } from 'vitest';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { printFormula } from '../../../packages/parser/src/expression/print-formula.js';
import { isDeeperThan, walk } from '../../../packages/parser/src/expression/walk.js';

test('visits everything once, outer before inner, left before right', () => {
  const { root } = parseFormula(
    'f(a1 where a2 to a3 at a4) + case a5 when a6 then a7 else a8 end - (a9 between b1 and b2) * (b3 in (b4, b5)) || g(b6 per (b7, b8) across b9 dated c1)',
  );
  const names: string[] = [];
  walk(root, (expr) => {
    if (expr.kind === 'name') names.push(printFormula(expr));
  });
  expect(names.join(' ')).toBe('a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 b5 b6 b7 b8 b9 c1');
});

test('stays out of what the visitor does not want', () => {
  const seen: string[] = [];
  walk(parseFormula('f(a) + b').root, (expr) => {
    seen.push(expr.kind);
    return expr.kind !== 'call';
  });
  expect(seen).toEqual(['binary', 'call', 'name']);
});

test('counts levels', () => {
  const { root } = parseFormula('a + b + c');
  expect([2, 3].map((limit) => isDeeperThan(root, limit))).toEqual([true, false]);
});
