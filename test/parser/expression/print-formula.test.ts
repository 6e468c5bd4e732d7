// How formulas are written back.
import { expect, test } from 'vitest';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { printFormula } from '../../../packages/parser/src/expression/print-formula.js';
import type { Expr } from '../../../packages/parser/src/expression/tree.js';

test.each([
  ['( a+b )*c', '(a + b) * c'],
  ['((a*b))+(c)', 'a * b + c'],
  ['a-(b-c)', 'a - (b - c)'],
  ['(a-b)-c', 'a - b - c'],
  ['a AND (b or C)', 'a and (b or C)'],
  ['not (a = b)', 'not a = b'],
  ['(not a) = b', '(not a) = b'],
  ['- (-a)', '-(-a)'],
  ['a!=1_000', 'a <> 1000'],
  ['(a = b) = c', '(a = b) = c'],
  ["(revenue where channel='web')/revenue", "(revenue where channel = 'web') / revenue"],
  ['(revenue where (a)) where b', 'revenue where a where b'],
  ['SUM( (orders.amount) WHERE x )', 'sum(orders.amount where x)'],
  ["quantile(orders.amount, 0.9 where status = 'paid')", "quantile(orders.amount where status = 'paid', 0.9)"],
  ['quantile(a, (p where x))', 'quantile(a, (p where x))'],
  ['m across (channel)', 'm across channel'],
  ['count( per (a , b) skip )', 'count(per (a, b) skip)'],
  ['prior(m,1 month full)', 'prior(m, 1 month, full)'],
  ['prior(m, (full))', 'prior(m, (full))'],
  ['convert(a to EUR at d skip   missing)', 'convert(a to EUR at d skip missing)'],
  ['count(distinct (where))', 'count(distinct (where))'],
  ['"Order Date" + "a""b" + "x"', '"Order Date" + "a""b" + "x"'],
  ["'it''s'", "'it''s'"],
  ['case  x when 1 then 2 else 3 END', 'case x when 1 then 2 else 3 end'],
  ["DATE '2026-01-01'", "date '2026-01-01'"],
  ['cast(x as decimal( 2 ))', 'cast(x as decimal(2))'],
  ['a -- note\n+ b', 'a + b'],
])('%s', (text, printed) => {
  expect(printFormula(parseFormula(text).root)).toBe(printed);
});

test('a chain of operators far deeper than the call stack prints', () => {
  const range = { start: 0, end: 0 };
  const a: Expr = { kind: 'name', parts: [{ text: 'a', quoted: false, range }], range };
  let left: Expr = a;
  for (let i = 0; i < 50_000; i++)
    left = { kind: 'binary', op: '-', negated: false, left, right: a, opRange: range, range };
  expect(printFormula(left)).toHaveLength(4 * 50_000 + 1);
});
