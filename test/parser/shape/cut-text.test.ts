import { expect, test } from 'vitest';
import { complaints, helpOf, mended, shape } from './read.js';

const comma = 'YAML ends this formula at a comma';

test('a comma inside `{ }` cuts a formula: one diagnostic, and a fix that quotes all of it', () => {
  const text = 'metrics: { m: { formula: coalesce(a, b), decimals: 2 } }';
  expect(complaints(text)).toEqual(['KPI1017 at <coalesce(a, b)>: YAML cuts this text']);
  expect(mended(text)).toBe('metrics: { m: { formula: "coalesce(a, b)", decimals: 2 } }');
  expect(complaints(mended(text))).toEqual([]);
});

test.each([
  ['metrics: { m: coalesce(a, b), n: count(c) }', 'metrics: { m: "coalesce(a, b)", n: count(c) }'],
  [
    'metrics: { m: { formula: coalesce(round(a, 2), b, c) } }',
    'metrics: { m: { formula: "coalesce(round(a, 2), b, c)" } }',
  ],
  ["metrics: { m: count(a where b = 'x, y') }", `metrics: { m: "count(a where b = 'x, y')" }`],
  ["metrics: { m: \"ok\", n: concat(a, 'it''s', b) }", `metrics: { m: "ok", n: "concat(a, 'it''s', b)" }`],
  ['metrics: { m: { formula: f(a, title: 2) } }', 'metrics: { m: { formula: "f(a, title: 2)" } }'],
])('%s', (text, fixed) => {
  expect(shape(text).diagnostics).toHaveLength(1);
  expect(mended(text)).toBe(fixed);
});

test('in a list of formulas too', () => {
  const text = 'kpis: { k: { metric: m, range: [greatest(a, b), c], tolerance: 1 } }';
  expect(complaints(text)[0]).toBe(`KPI1110 at <greatest(a, b)>: ${comma}`);
  expect(mended(text)).toContain('range: ["greatest(a, b)", c]');
});

test('where a part looks like an entry of its own, too', () => {
  const text = 'metrics: { m: { formula: f(a, title: 2) } }';
  expect(complaints(text)).toEqual([`KPI1110 at <f(a, title: 2)>: ${comma}`]);
});

test('where YAML could not be read, nothing is said to be missing, and the definition is known to be incomplete', () => {
  const text = 'metrics:\n  m:\n    title: M\n    formula: &x\n  n: *y\n';
  expect(complaints(text)).toHaveLength(2);
  const { value } = shape(text);
  expect(value.broken.map(({ section, name, key }) => [section, name.text, key])).toContainEqual([
    'metrics',
    'm',
    null,
  ]);
  expect(value.metrics.map(({ name, formula }) => [name.text, formula.broken])).toContainEqual(['n', true]);
});

test('a missing parenthesis is left to the formula stage', () => {
  expect(complaints('metrics: { m: { formula: coalesce(a, decimals: 2 } }')).toEqual([]);
});

test('` #` cuts a formula where the rest stays unfinished', () => {
  const text = "metrics:\n  m: count(a where b = 'no #1')\n";
  expect(complaints(text)).toEqual([
    "KPI1110 at <count(a where b = 'no #1')>: YAML takes the rest of this formula as a comment",
  ]);
  expect(mended(text)).toBe(`metrics:\n  m: "count(a where b = 'no #1')"\n`);
  expect(complaints('metrics:\n  m: count(a) # a comment\n')).toEqual([]);
  expect(complaints('metrics:\n  m: a + # a comment\n')).toHaveLength(1);
});

test('`: ` makes a key of the beginning of a formula', () => {
  const text = "metrics:\n  m:\n    count(a where b = 'x: y')\n";
  expect(complaints(text)).toEqual([
    "KPI1110 at <count(a where b = 'x: y')>: YAML reads the beginning of this formula as a key",
  ]);
  expect(complaints(mended(text))).toEqual([]);
  expect(complaints("kpis:\n  k:\n    metric: m\n    where:\n      b = 'x: y'\n")).toEqual([
    "KPI1110 at <b = 'x: y'>: YAML reads the beginning of this formula as a key",
  ]);
});

test('a formula that begins with a bracket is a list in YAML', () => {
  expect(complaints('kpis: { k: { metric: m, where: [a] } }')).toEqual([
    'KPI1110 at <[a]>: YAML reads this formula as a list or a map of its own',
  ]);
});

test('a text that begins with # has no value', () => {
  const text = 'owners:\n  o:\n    kind: team\n    contact: #marketing\n';
  expect(complaints(text)).toEqual(['KPI1104 at <contact>: `contact` has no value']);
  expect(helpOf(text)).toBe('quote the text');
});

test('a comment in a formula needs a `|` block', () => {
  expect(complaints('metrics:\n  m:\n    formula: a -- first\n      + b\n')).toMatchObject([
    'KPI1118 at <-->: a comment in a formula that is not a `|` block',
  ]);
  expect(complaints("metrics:\n  m: |\n    a -- first\n    + b\n  n: count(a where b = '--')\n")).toEqual([]);
});
