// What is said about formulas that are wrong: the words, the place, the proposal, and how much of the tree is left.
import { expect, test } from 'vitest';
import { formulaDiagnostic } from '../../../packages/parser/src/expression/errors.js';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import type { ScalarNode } from '../../../packages/parser/src/yaml/tree.js';
import { brackets } from './shape.js';

/** Each problem as `place: message (help)`, where the place is the text that is underlined. */
function problemsOf(text: string): string[] {
  const node: ScalarNode = {
    kind: 'scalar',
    style: 'plain',
    text,
    span: { file: 'x.kpi.yaml', start: 0, end: text.length },
    map: null,
  };
  return parseFormula(text).problems.map((problem) => {
    const { message, span, help } = formulaDiagnostic(problem, node);
    return `${text.slice(span.start, span.end) || `@${span.start}`}: ${message}${help === undefined ? '' : ` (${help})`}`;
  });
}

const tree = (text: string): string => brackets(parseFormula(text).root);

test.each([
  ['a +', '@3: the formula ends too early: expected a value after `+`'],
  ['a + * b', '*: expected a value after `+`, found `*`'],
  ['sum(a', '@5: the formula ends too early: expected `)` to close the call of `sum`'],
  ['(a + b', '@6: the formula ends too early: expected `)` to close the `(`'],
  ['sum(a, )', '): expected a value after `,`, found `)`'],
  ['orders.', '@7: the formula ends too early: expected a name after `.`'],
  ['m per', '@5: the formula ends too early: expected a name after `per`'],
  ['m across + 1', '+: expected a name after `across`, found `+`'],
  ['m dated', '@7: the formula ends too early: expected a name after `dated`'],
  ['x in 1', '1: expected a list in `( )` after `in`, found `1`'],
  ['x in ()', '): expected a value after `(`, found `)`'],
  ['x between 1', '@11: the formula ends too early: expected `and` between the two bounds'],
  ['case when a then 1', '@18: the formula ends too early: expected `end` to close `case`'],
  [
    'case when a end',
    'end: expected `then` after the condition, found `end` (`end` belongs to `case when ... then ... else ... end`; as a name it stands in double quotes)',
  ],
  [
    'case 1 end',
    'end: expected `when` after `case`, found `end` (`end` belongs to `case when ... then ... else ... end`; as a name it stands in double quotes)',
  ],
  ['cast(x)', '): expected `as` and a type, found `)`'],
  ['cast(x as )', '): expected a type after `as`, found `)`'],
  ['a b', 'b: expected an operator or the end of the formula, found `b`'],
  ['f(a b)', 'b: expected an operator, `,` or `)`, found `b`'],
  ['a not b', 'b: expected `in`, `between` or `like` after `not`, found `b`'],
])('says what is missing: %s', (text, problem) => {
  expect(problemsOf(text)).toEqual([problem]);
});

test.each([
  ['count(*)', 'count rows with `count(orders)`'],
  ['a < b < c', 'write `a < b and b < c`, or put one comparison in parentheses'],
  ['a == b', 'compare with a single `=`'],
  ['a && b', 'write `and`'],
  ['a and !b', 'write `not`'],
  ['a % b', 'write `mod(a, b)` for the remainder; the sign of a percentage stands right after its digits: `5%`'],
  ['a ^ 2', 'write `power(a, b)`'],
  ['a ** 2', 'write `power(a, b)`'],
  ['a ≥ 2', 'write `>=`'],
  ['a × 2', 'write `*`'],
  ['{{ revenue }} / 2', 'write the bare name: formulas have no templates'],
  ['${revenue}', 'write the bare name: formulas have no templates'],
  ['revenue;', 'a formula is one expression: remove the `;`'],
  ['`revenue`', 'quote names with `"`'],
  ['x in [1, 2]', 'lists stand in `( )`; names that need it stand in double quotes'],
  ['status = “paid”', "texts stand in straight single quotes: `'...'`"],
  ["status = 'paid", "close the text with `'`; an apostrophe inside it is written `''`"],
  ['"order date', 'close the name with `"`'],
  ['x = ""', "write a text without characters as `''`"],
  ['= a / b', 'a formula starts with its value: remove the `=`'],
  ['x = 1e3', 'write all the digits of the number, without an exponent'],
  ['x = .5', 'write `0.5`'],
  ['x = 5.', 'write `5`'],
  ['x = 010', 'write `10`'],
  ['x = 0x1F', 'write the number in decimal digits'],
  ['x = 1__0', 'write `_` only between two digits'],
  ['x = 1.2.3', 'write one decimal point, and `_` between groups of digits'],
  ['x > 65EUR', 'write one space before the unit: `65 EUR`'],
  ['x > 65  EUR', 'write a unit one space after its number: `65 EUR`'],
  ['d > 2026-01-31', "write `date '2026-01-31'`"],
  ['a is 5', 'write `is null` or `is not null`; compare other values with `=`'],
  ['a = not b', 'put `not ...` in parentheses'],
  ['orders.end', '`end` is a word of the language; as a name it stands in double quotes: `"end"`'],
  ['sum(end)', '`end` belongs to `case when ... then ... else ... end`; as a name it stands in double quotes'],
  ['sum(and)', '`and` is a word of the language; as a name it stands in double quotes: `"and"`'],
  ['a) + b', 'remove this `)`, or open a `(` before it'],
  ['a, b', 'a formula has one value; write its parts as arguments of a call'],
  ['leads to orders', '`to` names an argument of a call and stands inside its parentheses'],
  ['a as b', 'a formula has no aliases; `as` stands in `cast(value as type)` only'],
  ['x partial', '`partial` stands inside calls such as `prior(m, 1 month, full)`'],
  ['m unfiltered', 'write `... across channel unfiltered`'],
  ['m skip', 'write `... per month skip`, or `skip missing` in a conversion of money'],
  ['if a', 'write `if(condition, a, b)`'],
  ['case when a then m where x else 0 end', 'put `... where ...` in parentheses'],
  ['orders.sum(x)', 'functions stand in front: `count(orders)`'],
  [
    'sum(x) over (y)',
    'there are no window functions here: write `rolling(...)`, `cumulative(...)` or `... across ...`',
  ],
])('says once what to write instead: %s', (text, help) => {
  const [problem, ...others] = problemsOf(text);
  expect(problem).toContain(`(${help})`);
  expect(others).toEqual([]);
});

test('each of several mistakes is said at its characters', () => {
  expect(problemsOf('sum(a +) / (b * ')).toEqual([
    '): expected a value after `+`, found `)`',
    '@15: the formula ends too early: expected a value after `*`',
  ]);
  expect(problemsOf('x == 1e3 and f(a b, , c) or "d')).toEqual([
    '==: `==` is not part of the formula language (compare with a single `=`)',
    '1e3: expected a number, found `1e3` (write all the digits of the number, without an exponent)',
    'b: expected an operator, `,` or `)`, found `b`',
    ',: expected a value after `,`, found `,`',
    '"d: a quoted name does not end (close the name with `"`)',
  ]);
  expect(problemsOf('a , b +')).toEqual([
    ',: expected an operator or the end of the formula, found `,` (a formula has one value; write its parts as arguments of a call)',
    '@7: the formula ends too early: expected a value after `+`',
  ]);
});

test.each([
  ['a +', '[a + ?]'],
  ['sum(a +) / (b *', '[sum([a + ?]) / [b * ?]]'],
  ['f(a, , b', 'f(a, ?, b)'],
  ['a b + c', '[? + c]'],
  ['orders. + 1', '[? + 1]'],
  ['x in [1] or y', '[[x in ?] or y]'],
  ['f(a unfiltered) + b', '[f(a) + b]'],
  ['sum(x between 1) + g(', '[sum(?) + g(?)]'],
  ['avg(m per (a, , b))', 'avg({m per a b})'],
  ['case when a then 1', '[case when a then 1]'],
  ['cast(x) + 1', '[? + 1]'],
  ['a % b + c', '[? + c]'],
  ['a < b < c or d', '[? or d]'],
])('keeps what stands around a mistake: %s', (text, rest) => {
  expect(tree(text)).toBe(rest);
});

test('a foreign operator with a meaning comes with a safe fix', () => {
  const text = "'a == b'";
  const node: ScalarNode = {
    kind: 'scalar',
    style: 'single',
    text: 'a == b',
    span: { file: 'x.kpi.yaml', start: 10, end: 18 },
    map: Uint32Array.from([11, 12, 13, 14, 15, 16, 17]),
  };
  const [problem] = parseFormula(node.text).problems;
  if (problem === undefined) throw new Error(`no problem in ${text}`);
  expect(formulaDiagnostic(problem, node)).toMatchObject({
    code: 'KPI1201',
    severity: 'error',
    span: { file: 'x.kpi.yaml', start: 13, end: 15 },
    fixes: [{ safe: true, edits: [{ span: { file: 'x.kpi.yaml', start: 13, end: 15 }, text: '=' }] }],
  });
});

test('an empty formula, a comment in one line, and formulas beyond the bounds', () => {
  expect(problemsOf('')).toEqual(['@0: the formula is empty (write an expression or remove the key)']);
  expect(problemsOf('  \n-- nothing yet\n')).toHaveLength(1);
  expect(problemsOf('a -- b')).toEqual([
    '-- b: a comment in a formula that is not a `|` block (remove the comment; for a double minus write `a - (-b)`)',
  ]);
  expect(parseFormula(`${'('.repeat(100)}a${')'.repeat(100)}`).problems).toMatchObject([
    { kind: 'tooDeep', limit: 64 },
  ]);
  expect(parseFormula(`a${' + a'.repeat(4000)}`).problems).toMatchObject([{ kind: 'tooDeep', limit: 250 }]);
  expect(parseFormula('a'.repeat(20_001)).problems).toMatchObject([{ kind: 'tooLong', limit: 20_000 }]);
  expect(parseFormula(`a${' + a'.repeat(200)}`).problems).toEqual([]);
});

test.each([
  ["a = 'x'&&b", "a = 'x'and b"],
  ['a&&b', 'a and b'],
  ['(a)&&(b)', '(a)and(b)'],
  ['a && b', 'a and b'],
  ['a −-b', 'a - -b'],
  ['a-−b', 'a- -b'],
  ['größe&&2', 'größe and 2'],
  ['a÷/b', 'a/ /b'],
  ['a≤-1', 'a<= -1'],
])('the fix of %s joins nothing with its neighbours', (text, fixed) => {
  const node: ScalarNode = {
    kind: 'scalar',
    style: 'plain',
    text,
    span: { file: 'x.kpi.yaml', start: 0, end: text.length },
    map: null,
  };
  const [edit] = parseFormula(text)
    .problems.map((problem) => formulaDiagnostic(problem, node))
    .flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits));
  expect(`${text.slice(0, edit?.span.start)}${edit?.text}${text.slice(edit?.span.end)}`).toBe(fixed);
});
