// Lines and their marks: several labels, several lines, tabs, wide characters, long lines.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textReport } from '../../../packages/cli/src/reporters/text.js';
import type { SourceFile, Span } from '@sextant/parser';
import { diagnostic, file, spanOf } from './make.js';

/** The rows of the picture between the place and `= more`. */
function frame(
  source: SourceFile,
  span: Span,
  label: string | undefined,
  related: readonly (readonly [span: Span, label: string])[] = [],
  width = 100,
): string {
  const found = diagnostic('m', span, {
    ...(label === undefined ? {} : { label }),
    related: related.map(([span, label]) => ({ span, label })),
  });
  const report = textReport([found], [source], { colour: false, width });
  return report
    .split('\n')
    .slice(3)
    .filter((row) => row.includes('|') || row === '...')
    .join('\n');
}

test('the rightmost label stands beside, the others hang below without crossing', () => {
  const source = file('a + b + c');
  const rows = frame(source, spanOf(source, 'b'), 'second', [
    [spanOf(source, 'a'), 'first'],
    [spanOf(source, 'c'), 'third'],
  ]);
  expect(rows).toMatchInlineSnapshot(`
    "1 | a + b + c
      | -   ^   - third
      | |   second
      | first"
  `);
});

test('a primary span inside a related one, and two labels that start in one column', () => {
  const source = file('sum(sum(x))');
  expect(frame(source, spanOf(source, 'sum(x)'), 'inner', [[spanOf(source, 'sum(sum(x))'), 'outer']]))
    .toMatchInlineSnapshot(`
    "1 | sum(sum(x))
      | ----^^^^^^- outer
      |     inner"
  `);
  const same = file('revenue + cost');
  expect(frame(same, spanOf(same, 'revenue'), 'is EUR', [[spanOf(same, 'revenue + cost'), 'whole']]))
    .toMatchInlineSnapshot(`
    "1 | revenue + cost
      | ^^^^^^^------- whole
      | is EUR"
  `);
  expect(
    frame(same, spanOf(same, 'revenue'), 'is EUR', [
      [spanOf(same, 'revenue'), 'also'],
      [spanOf(same, 'cost'), 'end'],
    ]),
  ).toMatchInlineSnapshot(`
    "1 | revenue + cost
      | ^^^^^^^   ---- end
      | is EUR
      | also"
  `);
});

test('a span without a label, and one without characters', () => {
  const source = file('a: \nb: 1');
  expect(frame(source, spanOf(source, 'a'), undefined)).toBe('1 | a:\n  | ^');
  expect(frame(source, { file: source.path, start: 3, end: 3 }, 'expected a formula')).toBe(
    '1 | a:\n  |    ^ expected a formula',
  );
  const end = source.text.length;
  expect(frame(source, { file: source.path, start: end, end }, 'the end')).toBe('2 | b: 1\n  |     ^ the end');
  expect(frame(source, { file: source.path, start: end + 50, end: end + 60 }, 'beyond')).toContain('^ beyond');
});

test('an empty file has a place too', () => {
  expect(frame(file(''), { file: 'sales.kpi.yaml', start: 0, end: 0 }, 'nothing here')).toBe('1 |\n  | ^ nothing here');
});

test('distant lines are parted by an ellipsis, a single line between is shown', () => {
  const source = file('one\ntwo\nthree\nfour\nfive\nsix');
  const rows = frame(source, spanOf(source, 'three'), 'here', [
    [spanOf(source, 'one'), 'first'],
    [spanOf(source, 'six'), 'last'],
  ]);
  expect(rows).toMatchInlineSnapshot(`
    "1 | one
      | --- first
    2 | two
    3 | three
      | ^^^^^ here
    ...
    6 | six
      | --- last"
  `);
});

test('a span of several lines is underlined on each, and labelled at its end', () => {
  const source = file('b: |\r\n  one +\r\n  two  \r\n\r\n');
  expect(frame(source, spanOf(source, '|\r\n  one +\r\n  two  \r\n'), 'this block')).toMatchInlineSnapshot(`
    "1 | b: |
      |    ^
    2 |   one +
      |   ^^^^^
    3 |   two
      |   ^^^^^ this block"
  `);
});

test('the middle of a long span is left out', () => {
  const source = file('b: |\n  one\n  two\n  three\n  four\nc: 1');
  expect(frame(source, spanOf(source, '|\n  one\n  two\n  three\n  four'), 'this block')).toMatchInlineSnapshot(`
    "1 | b: |
      |    ^
    2 |   one
      |   ^^^
    ...
    5 |   four
      |   ^^^^ this block"
  `);
});

test('a label on the first line of a block and one inside it', () => {
  const source = file('b: |\n  one +\n  two');
  expect(frame(source, spanOf(source, 'one +\n  two'), 'not a number', [[spanOf(source, 'b'), 'in this metric']]))
    .toMatchInlineSnapshot(`
    "1 | b: |
      | - in this metric
    2 |   one +
      |   ^^^^^
    3 |   two
      |   ^^^ not a number"
  `);
});

test('tabs, wide characters, emoji and marks keep carets in line', () => {
  const source = file('a:\tx + 注文 + e\u0301\u0323 + 👩‍👩‍👧 + 🇩🇪 + 売上');
  expect(frame(source, spanOf(source, '売上'), 'here', [[spanOf(source, '注文'), 'orders']])).toMatchInlineSnapshot(`
    "1 | a:  x + 注文 + ẹ́ + 👩‍👩‍👧 + 🇩🇪 + 売上
      |         ----                 ^^^^ here
      |         orders"
  `);
});

test('control characters are shown, not obeyed', () => {
  const source = file('a: \u001b[31m\u202e x');
  expect(frame(source, spanOf(source, 'x'), 'here')).toBe('1 | a: ␛[31m\ufffd x\n  |           ^ here');
});

test('a long line is cut around what is marked', () => {
  const source = file(`f: ${'a + '.repeat(40)}target${' + b'.repeat(40)}`);
  expect(frame(source, spanOf(source, 'target'), 'here', [], 40)).toMatchInlineSnapshot(`
    "1 | …a + a + a + a + target + b + b + b + b…
      |                  ^^^^^^ here"
  `);
});

test('marks too far apart for one window stand on lines of their own', () => {
  const source = file(`f: ${'a + '.repeat(40)}target`);
  expect(frame(source, spanOf(source, 'target'), 'here', [[spanOf(source, 'f'), 'in this metric']], 40))
    .toMatchInlineSnapshot(`
    "1 | f: a + a + a + a + a + a + a + a + a +…
      | - in this metric
    1 | …a + a + a + a + a + a + a + a + target
      |                                  ^^^^^^ here"
  `);
});

test('a mark longer than the window is cut with the line', () => {
  const source = file(`f: ${'a + '.repeat(40)}a`);
  const rows = frame(source, { file: source.path, start: 3, end: source.text.length }, 'all of it', [], 40).split('\n');
  expect(rows).toMatchInlineSnapshot(`
    [
      "1 | …a + a + a + a + a + a + a + a + a + a …",
      "  |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ all of it",
    ]
  `);
});

test('a cut through a wide character leaves a space', () => {
  const source = file(`${'注'.repeat(40)}x${'文'.repeat(40)}`);
  expect(frame(source, spanOf(source, 'x'), undefined, [], 21)).toMatchInlineSnapshot(`
    "1 | … 注注注注x文文文文 …
      |           ^"
  `);
});

test('carets start under the first marked character, whatever stands before', () => {
  const pieces = [
    ['a', 1],
    [' ', 1],
    ['é', 1],
    ['e\u0301', 1],
    ['注', 2],
    ['한', 2],
    ['Ａ', 2],
    ['ｱ', 1],
    ['😀', 2],
    ['👍🏽', 2],
    ['❤️', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🇫🇷', 2],
    ['ก็', 1],
  ] as const;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (before) => {
      const text = before.map(([piece]) => piece).join('');
      const width = before.reduce((sum, [, width]) => sum + width, 0);
      const source = file(`.${text}.X`);
      const rows = frame(source, spanOf(source, 'X'), undefined).split('\n');
      expect(rows.at(-1)).toBe(`  | ${' '.repeat(width + 2)}^`);
    }),
    { seed: 7, numRuns: 300 },
  );
});
