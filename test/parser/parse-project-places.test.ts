// Five mistakes of a file are five diagnostics, each exactly at its characters, however YAML writes the texts.
import { expect, test } from 'vitest';
import { parse, said } from './expect-diagnostics.js';

const orders = `datasets:
  orders: { one: order, time: day, fields: { day: date, note: text, amount: decimal(2) EUR } }
`;

const FIVE = ['KPI2001 @ amuont', 'KPI3015 @ EURO', 'KPI2001 @ revenu', 'KPI3009 @ 5', 'KPI2004 @ summ'];

/** The characters of the file, which are not those of the text. */
const ESCAPED = [
  'KPI2001 @ \\x61muont',
  'KPI3015 @ \\u0045URO',
  'KPI2001 @ \\x72evenu',
  'KPI3009 @ 5',
  'KPI2004 @ \\u0073um\\x6D',
];

const styles: readonly (readonly [string, string])[] = [
  [
    'plain',
    `  a: sum(orders.amuont)
  revenue: { formula: sum(orders.amount), empty: 0 }
  b: revenue > 5 EURO
  c: revenu * 2
  d: revenue > 5
  e: summ(orders.amount)
`,
  ],
  [
    'single quotes',
    `  a: 'sum(orders.amuont where note = ''a'')'
  revenue: { formula: 'sum(orders.amount where note <> ''x'')', empty: 0 }
  b: 'revenue > 5 EURO'
  c: 'coalesce(revenu, 0) * 2'
  d: 'case when ''a'' = ''b'' then true else revenue > 5 end'
  e: '''it''''s'' = summ(orders.amount)'
`,
  ],
  [
    'double quotes with escapes',
    `  a: "sum(orders.\\x61muont)"
  revenue: { formula: "sum(\\u006frders.amount)", empty: 0 }
  b: "revenue \\x3e 5 \\u0045URO"
  c: "\\x72evenu * 2"
  d: "revenue\\t> 5"
  e: "\\u0073um\\x6D(orders.amount)"
`,
  ],
  [
    'double quotes over several lines',
    `  a: "sum(
      orders.amuont \\
      )"
  revenue: { formula: "sum(orders.amount)", empty: 0 }
  b: "revenue >

    5 EURO"
  c: "revenu \\
     * 2"
  d: "revenue
    >   5"
  e: "  summ(orders.amount)  "
`,
  ],
  [
    'literal',
    `  a: |
    sum(
      orders.amuont   -- the amount
    )
  revenue:
    formula: |-
      sum(orders.amount)
    empty: 0
  b: |+
    revenue -- so far

      > 5 EURO

  c: |2
     revenu
      * 2
  d: |
    revenue
    > 5
  e: |
    -- a comment
    summ(
    orders.amount)
`,
  ],
  [
    'folded',
    `  a: >
    sum(
    orders.amuont
    )
  revenue:
    formula: >-
      sum(orders.amount)
    empty: 0
  b: >+
    revenue

      > 5 EURO

  c: >2
     revenu
      * 2
  d: >
    revenue
    > 5
  e: >
    summ(
    orders.amount)
`,
  ],
  [
    'plain over several lines',
    `  a: sum(
    orders.amuont
    )
  revenue: { formula: sum(orders.amount), empty: 0 }
  b: revenue
      >

      5 EURO
  c:
    revenu
    * 2
  d:
    revenue >
      5
  e: summ(orders.amount
     )
`,
  ],
  [
    'flow maps',
    `  a: { formula: sum(orders.amuont), description: "a, b" }
  revenue: { formula: sum(orders.amount), empty: 0 }
  b: {formula: revenue > 5 EURO}
  c: { title: 'C', formula: "revenu * 2" }
  d: {
    formula: revenue > 5,
    title: D
  }
  e: { formula:
      summ(orders.amount) }
`,
  ],
];

function five(style: string): readonly string[] {
  return style.includes('escapes') ? ESCAPED : FIVE;
}

test.each(styles)('%s', (style, metrics) => {
  expect(said(`${orders}metrics:\n${metrics}`)).toEqual(five(style));
});

test.each(styles)('%s, with CRLF', (style, metrics) => {
  expect(said(`${orders}metrics:\n${metrics}`.replaceAll('\n', '\r\n'))).toEqual(five(style));
});

test.each(styles)('%s, behind a byte order mark and characters of two units', (style, metrics) => {
  expect(said(`\uFEFF# 😀 𝒳\n${orders}metrics:\n${metrics}`)).toEqual(five(style));
});

test('a mistake that spans a fold covers the characters from its start to its end', () => {
  const text = `${orders}metrics:\n  revenue: sum(orders.amount)\n  a: >\n    revenue where\n    sum(orders.amount) >\n    5 EUR\n`;
  const { diagnostics } = parse(text);
  expect(diagnostics.map(({ span }) => text.slice(span.start, span.end))).toEqual(['sum(orders.amount)']);
});

test('five mistakes in five kinds of definition', () => {
  expect(
    said(`datasets:
  orders:
    time: dya
    fields: { day: date, amount: decimal(2) EUR, net: { formula: amount - discont } }
dimensions:
  day: orders.dayy
parameters:
  p: reveneu
kpis:
  k: { formula: sum(orders.amonut), goal: g, owner: o, direction: up, every: mnoth, target: 5 EUR, by: rgion }
goals: { g: { title: G } }
owners: { o: { kind: team } }
`),
  ).toEqual([
    'KPI2001 @ dya',
    'KPI2001 @ discont',
    'KPI2001 @ dayy',
    'KPI2001 @ reveneu',
    'KPI2001 @ amonut',
    'KPI4008 @ mnoth',
    'KPI2001 @ rgion',
  ]);
});
