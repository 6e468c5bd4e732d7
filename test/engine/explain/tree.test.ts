// The tree behind a number: every node in its own context, with windows, rows and places.
import { expect, test } from 'vitest';
import { answer, situation } from '../reference/ask.js';
import { explainRows, nodesOf, treeLines } from './explain-rows.js';

const shop = situation(
  `
datasets:
  orders:
    from: o.csv
    one: order
    key: id
    time: day
    fields: { id: text, day: date, channel: { type: text, optional: true }, status: text, customer: text, amount: { type: decimal(2) EUR, optional: true } }
  stock:
    from: s.csv
    one: item
    snapshot: day
    fields: { day: date, item: text, units: integer }
dimensions:
  channel: orders.channel
parameters:
  factor: 2
metrics:
  revenue: { title: Revenue, formula: "sum(orders.amount where status = 'paid')", empty: 0, decimals: 2 }
  placed: count(orders)
  aov: { formula: revenue / placed, decimals: 1 }
  double: revenue * factor - revenue
  web: (revenue where channel = 'web')
  growth_of_revenue: { formula: "growth(revenue, 1 month)", format: percent, decimals: 1 }
  whole_year: revenue / whole(revenue, year)
  in_stock: closing(sum(stock.units))
  per_customer: avg(revenue per orders.customer)
  buyers: count(per orders.customer where placed >= 2)
  level: case when placed > 2 then revenue when placed > 100 then 1 EUR else 0 EUR end
  both: { formula: |
      revenue   -- what came in
        + web }
`.replace(
    '{ formula: |\n      revenue   -- what came in\n        + web }',
    '|\n    revenue   -- what came in\n      + web',
  ),
  {
    orders: `id,day,channel,status,customer,amount
      a,2026-01-10,web,paid,x,10.00
      b,2026-01-11,shop,paid,y,20.00
      c,2026-02-01,web,paid,x,6.00
      d,2026-02-02,,paid,x,4.00
      e,2026-02-03,shop,cancelled,y,99.00
      f,2026-02-04,shop,paid,z,`,
    stock: `day,item,units
      2026-01-31,tent,5
      2026-02-27,tent,7
      2026-02-27,sock,1`,
  },
);
const metric = (name: string) => ({ subject: { kind: 'metric', name } as const, at: '2026-02' });

test('a quotient of metrics, with the rows that entered', async () => {
  const { tree, subject, at } = await explainRows(shop, metric('aov'));
  expect(treeLines(tree)).toEqual([
    'of metric aov: revenue / placed = 2.5 EUR/order',
    '  of operator revenue / placed = 2.5 EUR/order',
    "    times metric revenue: sum(orders.amount where status = 'paid') = 10.00 EUR",
    "      of aggregate sum(orders.amount where status = 'paid') = 10 EUR",
    '    over metric placed: count(orders) = 4 order',
    '      of aggregate count(orders) = 4 order',
  ]);
  expect(subject).toMatchObject({ kind: 'metric', name: 'aov', unit: 'EUR/order', decimals: 1 });
  expect(subject.place).toEqual({ file: 'a.kpi.yaml', line: 21, column: 3 });
  expect(at).toEqual({ label: '2026-02', first: '2026-02-01', last: '2026-02-28', complete: true });
  expect(nodesOf(tree).find((node) => node.kind === 'aggregate' && node.fn === 'sum')).toMatchObject({
    dataset: 'orders',
    where: "status = 'paid'",
    filters: [],
    rowsIn: { kind: 'window', first: '2026-02-01', last: '2026-02-28' },
    rows: { inTime: '4', matching: '3', withoutValue: '1', entered: '2' },
    place: { file: 'a.kpi.yaml', line: 19 },
  });
});

test('sums and products are one node, and a metric that is named again is told so', async () => {
  const { tree } = await explainRows(shop, metric('double'));
  expect(treeLines(tree)).toEqual([
    'of metric double: revenue * factor - revenue = 10 EUR',
    '  of operator revenue * factor - revenue = 10 EUR',
    '    plus operator revenue * factor = 20 EUR',
    "      times metric revenue: sum(orders.amount where status = 'paid') = 10.00 EUR",
    "        of aggregate sum(orders.amount where status = 'paid') = 10 EUR",
    '      times parameter factor = 2',
    "    minus metric revenue: sum(orders.amount where status = 'paid') = 10.00 EUR",
  ]);
  expect(nodesOf(tree).at(-1)).toMatchObject({ kind: 'metric', again: true });
  expect(nodesOf(tree).find(({ kind }) => kind === 'parameter')?.place).toEqual({
    file: 'a.kpi.yaml',
    line: 17,
    column: 3,
  });
});

test('conditions from around and those of the question are named', async () => {
  const { tree, where } = await explainRows(shop, {
    ...metric('web'),
    where: "customer = 'x'".replace('customer', 'orders.customer'),
  });
  expect(where).toBe("orders.customer = 'x'");
  expect(treeLines(tree).slice(0, 3)).toEqual([
    "of metric web: (revenue where channel = 'web') = 6 EUR",
    "  of context revenue where channel = 'web' = 6.00 EUR",
    "    of metric revenue: sum(orders.amount where status = 'paid') = 6.00 EUR",
  ]);
  expect(nodesOf(tree).at(-1)).toMatchObject({
    filters: ["orders.customer = 'x'", "channel = 'web'"],
    rows: { inTime: '1', entered: '1' },
  });
});

test('windows that operators make', async () => {
  const { tree } = await explainRows(shop, metric('growth_of_revenue'));
  expect(treeLines(tree)).toEqual([
    'of metric growth_of_revenue: growth(revenue, 1 month) = -0.667',
    '  of operator growth(revenue, 1 month) = -0.6666666666666666666666666666666667',
    "    now metric revenue: sum(orders.amount where status = 'paid') = 10.00 EUR",
    "      of aggregate sum(orders.amount where status = 'paid') = 10 EUR",
    '    base context prior(revenue, 1 month) = 30.00 EUR',
    "      of metric revenue: sum(orders.amount where status = 'paid') = 30.00 EUR",
    "        of aggregate sum(orders.amount where status = 'paid') = 30 EUR",
  ]);
  const nodes = nodesOf(tree);
  expect(nodes.find(({ kind }) => kind === 'context')).toMatchObject({
    change: { kind: 'window', op: 'prior', first: '2026-01-01', last: '2026-01-31' },
  });
  expect(nodes.at(-1)).toMatchObject({ rowsIn: { first: '2026-01-01', last: '2026-01-31' }, rows: { entered: '2' } });
  const year = await explainRows(shop, metric('whole_year'));
  expect(nodesOf(year.tree).at(-1)).toMatchObject({ rowsIn: { first: '2026-01-01', last: '2026-12-31' } });
});

test('what as_of hides is not in the window that is shown', async () => {
  const { at, tree } = await explainRows(shop, { ...metric('revenue'), asOf: '2026-02-01' });
  expect(at.complete).toBe(false);
  expect(nodesOf(tree).at(-1)).toMatchObject({
    rowsIn: { first: '2026-02-01', last: '2026-02-01' },
    rows: { entered: '1' },
  });
});

test('a state is read at the end of the window', async () => {
  const { tree } = await explainRows(shop, metric('in_stock'));
  expect(treeLines(tree)[0]).toBe('of metric in_stock: closing(sum(stock.units)) = 8');
  expect(nodesOf(tree).at(-1)).toMatchObject({
    rowsIn: { kind: 'snapshot', each: null },
    rows: { inTime: '2', entered: '2' },
  });
});

test('groups are counted, and the metric stands beside them over all of them', async () => {
  const { tree } = await explainRows(shop, metric('per_customer'));
  expect(treeLines(tree).slice(0, 3)).toEqual([
    'of metric per_customer: avg(revenue per orders.customer) = 5 EUR',
    '  of per avg(revenue per orders.customer) = 5 EUR',
    "    inside metric revenue: sum(orders.amount where status = 'paid') = 10.00 EUR",
  ]);
  expect(nodesOf(tree)[1]).toMatchObject({ keys: ['orders.customer'], groups: '2', kept: null });
  const buyers = await explainRows(shop, metric('buyers'));
  expect(nodesOf(buyers.tree)[1]).toMatchObject({ value: '1', groups: '3', kept: '1', where: 'placed >= 2' });
});

test('of a case, the conditions that were looked at and the result that was taken', async () => {
  const taken = await explainRows(shop, metric('level'));
  expect(nodesOf(taken.tree)[1]).toMatchObject({ kind: 'case', taken: 0, value: '10' });
  expect(taken.tree.children[0]?.children.map(({ role, value }) => [role, value])).toEqual([
    ['when', 'true'],
    ['then', '10.00'],
  ]);
  const otherwise = await explainRows(shop, { ...metric('level'), at: '2026-01' });
  expect(otherwise.tree.children[0]?.children.map(({ role, value }) => [role, value])).toEqual([
    ['when', 'false'],
    ['when', 'false'],
    ['else', '0'],
  ]);
});

test('comments and line breaks are no part of a label', async () => {
  const { tree } = await explainRows(shop, metric('both'));
  expect(tree.label).toBe('revenue + web');
});

test('nothing there: the metric says 0, and what is below it why', async () => {
  const { tree } = await explainRows(shop, { ...metric('aov'), at: '2026-05' });
  expect(treeLines(tree)).toEqual([
    'of metric aov: revenue / placed = (division_by_zero) EUR/order',
    '  of operator revenue / placed = (division_by_zero) EUR/order',
    "    times metric revenue: sum(orders.amount where status = 'paid') = 0.00 EUR",
    "      of aggregate sum(orders.amount where status = 'paid') = (no_rows) EUR",
    '    over metric placed: count(orders) = 0 order',
    '      of aggregate count(orders) = 0 order',
  ]);
  expect(nodesOf(tree)[2]).toMatchObject({ emptyZero: true });
});

test('a formula of a question has no place of its own', async () => {
  const { tree, subject } = await explainRows(shop, { subject: { kind: 'formula', text: 'revenue / 2' } });
  expect(subject).toMatchObject({ kind: 'formula', name: 'revenue / 2', place: null });
  expect(tree.place).toBeNull();
  expect(tree.children[0]?.place?.line).toBe(19);
});

test('every root is what the question gives', async () => {
  for (const [name, { formula }] of shop.graph.metrics) {
    const { tree } = await explainRows(shop, metric(name));
    const asked = answer(shop, { metrics: [name], from: '2026-02', to: '2026-02', asOf: '2026-12-31' });
    expect([`${formula.kind} ${tree.value ?? `(${tree.reason ?? '?'})`}`]).toEqual(
      asked.map((line) => `${formula.kind} ${line}`),
    );
  }
});
