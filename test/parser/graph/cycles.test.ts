// Definitions that need themselves: told once, with the path; what hangs on them is silent.
import { expect, test } from 'vitest';
import { parse, said, words } from '../expect-diagnostics.js';

test('a metric that needs itself', () => {
  expect(words('metrics:\n  a: a * 2\n')).toBe(
    ['metric `a` needs itself', '^ on the cycle', '? let one of them be computed from the data instead'].join('\n'),
  );
});

test('a cycle of metrics and what hangs on it: one diagnostic', () => {
  const text = 'metrics:\n  d: c * 2\n  c: a + b\n  a: b * 2\n  b: c / 2\n  e: d + a\n  f: prior(e, 1 year)\n';
  expect(words(text)).toBe(
    [
      'metric definitions need each other: `a` needs `b` needs `c` needs `a`',
      '^ on the cycle',
      '& on the cycle',
      '& on the cycle',
      '? let one of them be computed from the data instead',
    ].join('\n'),
  );
});

test('two cycles: two diagnostics', () => {
  expect(said('metrics:\n  a: b * 2\n  b: a * 2\n  c: d * 2\n  d: c * 2\n  e: a + c\n')).toEqual([
    'KPI5001 @ a',
    'KPI5001 @ c',
  ]);
});

test('two cycles through one metric: one diagnostic, a shortest path', () => {
  expect(words('metrics:\n  a: b + c\n  b: a * 2\n  c: d * 2\n  d: a * 2\n')).toContain('`a` needs `b` needs `a`');
});

test.each([
  ['prior(a, 1 year)'],
  ['to_date(a, month)'],
  ['(a where region = 1)'],
  ['a across all'],
  ['avg(a per month)'],
  ['avg(b per month where a > 0)'],
  ['top_share(a per region, 10%)'],
  ['convert(b to EUR at a)'],
  ['coalesce(a, 0)'],
  ['case when a > 0 then 1 end'],
  ['closing(a)'],
])('a cycle through %s', (formula) => {
  expect(said(`metrics:\n  a: "${formula}"\n  b: a * 2\n`)).toEqual(['KPI5001 @ a']);
});

test.each([
  ['share(b, a)', 'a dimension of the same name'],
  ['b across a', 'a dimension of the same name'],
  ['avg(b per a)', 'a dimension of the same name'],
  ["b where a = 'x'", 'a dimension of the same name'],
  ['closing(s each a)', 'a dimension of the same name'],
  ['sum(o.a)', 'a field of the same name'],
  ['sum(a where o.day is not null)', 'a field of the same name'],
  ['count(a)', 'a dataset of the same name'],
])('no cycle: %s is %s', (formula) => {
  const data = `datasets:
  o: { key: k, time: day, fields: { k: text, day: date, a: decimal(2), d: text } }
  a: { key: k, time: day, fields: { k: text, day: date } }
  st: { key: [k, day], snapshot: day, fields: { k: text, day: date, v: integer } }
dimensions: { a: [o.d, st.k] }
metrics:
  b: sum(o.a)
  s: sum(st.v)
`;
  expect(said(`${data}  a: "${formula}"\n`)).toEqual([]);
});

test('formula fields', () => {
  const text = (fields: string): string =>
    `datasets:\n  o: { fields: { n: integer, ${fields} } }\nmetrics:\n  m: sum(o.a)\n`;
  expect(words(text('a: { formula: b + 1 }, b: { formula: c + n }, c: { formula: a * 2 }'))).toContain(
    'field definitions need each other: `o.a` needs `o.b` needs `o.c` needs `o.a`',
  );
  expect(said(text('a: { formula: a + 1 }'))).toEqual(['KPI5001 @ a']);
  expect(
    said(text('d: { formula: a + b }, a: { formula: b + 1 }, b: { formula: a + n }, e: { formula: d + 1 }')),
  ).toEqual(['KPI5001 @ a']);
});

test('formula fields of several datasets', () => {
  const text = `datasets:
  customers: { key: id, time: none, fields: { id: text, total: { formula: sum(orders.share) } } }
  orders:
    time: none
    fields:
      customer_id: { type: text, references: customers }
      amount: decimal(2)
      share: { formula: amount / customers.total }
`;
  expect(words(text)).toContain('`customers.total` needs `orders.share` needs `customers.total`');
  expect(said(text.replace('sum(orders.share)', 'sum(orders.amount)'))).toEqual([]);
});

test('an amount whose currency is a formula over it', () => {
  const text = `datasets:
  o:
    fields:
      a: { type: decimal(2), currency: c }
      c: { formula: "case when a > 0 then 'EUR' else 'USD' end" }
`;
  expect(said(text)).toEqual(['KPI5001 @ a']);
});

test('parameters: each after what it needs, whatever the order in the file', () => {
  const { graph, said } = parse('parameters:\n  c: b * 2\n  b: a + 1\n  a: 5\n');
  expect(said).toEqual([]);
  expect([...graph.parameters].map(([name, { type }]) => `${name} ${type.value.kind}`)).toEqual([
    'c integer',
    'b integer',
    'a integer',
  ]);
  expect(words('parameters:\n  c: b * 2\n  b: a + 1\n  a: b\n')).toContain(
    'parameter definitions need each other: `a` needs `b` needs `a`',
  );
});

const kpi = (name: string, measured: string): string =>
  `  ${name}: { ${measured}, goal: g, owner: o, direction: up, every: month, target: 5 EUR }\n`;
const data = `datasets:
  orders: { time: day, fields: { day: date, amount: decimal(2) EUR } }
owners: { o: { kind: team } }
goals: { g: { title: G } }
`;

test('the target of a KPI: its unit is that of what it measures, in any order', () => {
  const { graph, said } = parse(
    `${data}metrics:\n  a_gap: revenue - target(k)\n  of_formula: target(f) * 2\n  revenue: { formula: sum(orders.amount), empty: 0 }\nkpis:\n${kpi('k', 'metric: revenue')}${kpi('f', 'formula: revenue * 2')}${kpi('t', 'formula: target(f) - target(k), baseline: 0')}`,
  );
  expect(said).toEqual([]);
  expect(graph.metrics.get('a_gap')?.type.unit).toEqual([{ base: 'EUR', kind: 'currency', power: 1 }]);
  expect(graph.metrics.get('of_formula')?.type.value.kind).toBe('decimal');
  expect(graph.kpis.get('t')?.type.value.kind).toBe('decimal');
});

test('a KPI that needs its own target', () => {
  expect(
    words(`${data}metrics:\n  revenue: sum(orders.amount)\nkpis:\n${kpi('k', 'formula: revenue - target(k)')}`),
  ).toContain('KPI `k` needs itself');
  expect(words(`${data}metrics:\n  m: target(k) * 2\nkpis:\n${kpi('k', 'metric: m')}`)).toContain(
    'metric and KPI definitions need each other: `k` needs `m` needs `k`',
  );
  expect(words(`${data}kpis:\n${kpi('b', 'formula: target(a)')}${kpi('a', 'formula: target(b)')}`)).toContain(
    'KPI definitions need each other: `a` needs `b` needs `a`',
  );
});

test('rows have no target', () => {
  expect(
    said(
      `${data}metrics:\n  m: sum(orders.amount where amount > target(k))\nkpis:\n${kpi('k', 'formula: sum(orders.amount)')}`,
    ),
  ).toEqual(['KPI3005 @ amount']);
  expect(
    said(
      `${data.replace('amount: decimal(2) EUR', 'amount: decimal(2) EUR, f: { formula: target(k) }')}kpis:\n${kpi('k', 'formula: sum(orders.amount)')}`,
    ),
  ).toEqual(['KPI3024 @ target(k)']);
  expect(
    said(
      `${data}metrics:\n  r: sum(orders.amount)\n  m: r where orders.amount > target(k)\nkpis:\n${kpi('k', 'metric: r')}`,
    ),
  ).toEqual(['KPI3005 @ orders.amount']);
  expect(said(`${data}parameters:\n  p: target(k)\nkpis:\n${kpi('k', 'formula: sum(orders.amount)')}`)).toEqual([
    'KPI3024 @ target(k)',
  ]);
});

test('goals', () => {
  expect(
    words('goals:\n  a: { title: A, parent: b }\n  b: { title: B, parent: c }\n  c: { title: C, parent: a }\n'),
  ).toContain('goals are parts of each other: `a` is part of `b` is part of `c` is part of `a`');
});
