import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { printFormula } from '../../../packages/parser/src/expression/print-formula.js';
import { formatFormula } from '../../../packages/parser/src/format/format-formula.js';
import { expr, soup } from '../expression/arbitrary-expr.js';
import { shapeOf } from '../expression/shape.js';

test.each([
  ['a+b', 'a + b'],
  ['  a  ', 'a'],
  ['- 5', '-5'],
  ['- -5', '- -5'],
  ['a - - 5', 'a - -5'],
  ['not( a )', 'not (a)'],
  ['a!=1', 'a != 1'],
  ['((a+b))*1_000.5', '((a + b)) * 1_000.5'],
  ['95%*x', '95% * x'],
  ["date'2026-01-31'", "date '2026-01-31'"],
  ['orders . amount', 'orders.amount'],
  ['"odd name" .x', '"odd name".x'],
  ['COUNT ( DISTINCT orders.id WHERE Paid )', 'count(distinct orders.id where Paid)'],
  ['Case WHEN a Is Not NULL Then 1 END', 'case when a is not null then 1 end'],
  ['cast( x AS decimal( 2 )  EUR )', 'cast(x as decimal(2) EUR)'],
  ['convert(a TO EUR AT day SKIP  MISSING)', 'convert(a to EUR at day skip missing)'],
  ['prior(a,1 month,FULL)', 'prior(a, 1 month, full)'],
  ['m across( a,b )UNFILTERED', 'm across (a, b) unfiltered'],
  ['days( )', 'days()'],
  ["x in('a','b')", "x in ('a', 'b')"],
  // Mistakes stay as they are.
  ['a+', 'a+'],
  ['a==b', 'a==b'],
  ['no  value', 'no  value'],
])('%s', (text, expected) => {
  expect(formatFormula(text, false)).toBe(expected);
});

test('several lines stay', () => {
  const text = 'CASE\n  when a=1   then 1  \n\n  -- THE rest  \n  else   b/( c )\nend\n';
  expect(formatFormula(text, true)).toBe('case\n  when a = 1   then 1\n\n  -- THE rest\n  else   b / (c)\nend');
});

test('a formula says the same, and a second time nothing changes', () => {
  const check = (text: string): void => {
    const literal = text.includes('\n');
    const once = formatFormula(text, literal);
    expect(formatFormula(once, literal), text).toBe(once);
    const [before, after] = [parseFormula(text, literal), parseFormula(once, literal)];
    expect(after.problems.length).toBe(before.problems.length);
    if (before.problems.length === 0) expect(shapeOf(after.root), text).toEqual(shapeOf(before.root));
  };
  fc.assert(fc.property(expr.map(printFormula), check), { numRuns: 1000, seed: 5 });
  fc.assert(fc.property(soup, check), { numRuns: 4000, seed: 6 });
});

test('what the printer writes is formatted already', () => {
  fc.assert(
    fc.property(expr, (tree) => {
      const text = printFormula(tree);
      if (!text.includes('--')) expect(formatFormula(text, false)).toBe(text.trimEnd());
    }),
    { numRuns: 1000, seed: 8 },
  );
});
