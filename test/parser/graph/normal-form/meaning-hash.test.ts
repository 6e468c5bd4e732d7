// What changes a hash of meaning, and what does not.
import { expect, test } from 'vitest';
import { graphHash, meaningHash, normalForm, parseProject, type Graph } from '@sextant/parser';

const base = `
datasets:
  orders:
    from: orders.csv
    key: id
    time: day
    fields: { id: text, day: date, amount: decimal(2) EUR, status: text }
metrics:
  revenue: sum(orders.amount where status = 'paid')
  placed: count(orders)
  aov: revenue / placed
owners: { sales: { kind: team } }
goals: { grow: { title: Grow, owner: sales } }
kpis:
  k: { metric: aov, goal: grow, owner: sales, direction: up, baseline: 0 EUR/orders, every: month, target: 20 EUR/orders }
`;

function graphOf(text: string): Graph {
  const files = [
    { path: 'kpi.project.yaml', text: 'project: p\n' },
    { path: 'a.kpi.yaml', text },
  ];
  return parseProject(files).value;
}

const before = graphOf(base);
const changed = (from: string, to: string): Graph => {
  if (!base.includes(from)) throw new Error(`not in the text: ${from}`);
  return graphOf(base.replaceAll(from, to));
};
const hash = (graph: Graph, id: string): { own: string; deep: string } => {
  const found = meaningHash(graph, id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
};

test('comments, titles, owners and layout are no meaning', () => {
  const text = `# a comment\n${base.replace('title: Grow', 'title: Grow more').replace('status = ', 'status  =  ')}`;
  expect(graphHash(graphOf(text))).toBe(graphHash(before));
  expect(graphHash(changed('goal: grow, owner: sales', 'goal: grow, owner: sales, contributors: [sales]'))).toBe(
    graphHash(before),
  );
});

test('a formula is its own hash, and part of the deep ones', () => {
  const after = changed("status = 'paid'", "status <> 'paid'");
  expect(graphHash(after)).not.toBe(graphHash(before));
  expect(hash(after, 'metric:revenue').own).not.toBe(hash(before, 'metric:revenue').own);
  expect(hash(after, 'metric:aov').own).toBe(hash(before, 'metric:aov').own);
  expect(hash(after, 'metric:aov').deep).not.toBe(hash(before, 'metric:aov').deep);
  expect(hash(after, 'kpi:k').deep).not.toBe(hash(before, 'kpi:k').deep);
  expect(hash(after, 'metric:placed').deep).toBe(hash(before, 'metric:placed').deep);
});

test('the column, the source, the key and the time of the data are part of the deep hash', () => {
  for (const [from, to] of [
    ['from: orders.csv', 'from: other.csv'],
    ['amount: decimal(2) EUR', 'amount: { type: decimal(2) EUR, column: total }'],
    ['time: day', 'time: none'],
    ['amount: decimal(2) EUR', 'amount: decimal(3) EUR'],
  ] as const) {
    expect(hash(changed(from, to), 'metric:revenue').deep).not.toBe(hash(before, 'metric:revenue').deep);
  }
});

test('a name is no part of what stands under it', () => {
  const after = changed('revenue', 'sales_value');
  expect(hash(after, 'metric:sales_value').deep).toBe(hash(before, 'metric:revenue').deep);
  expect(hash(after, 'metric:aov').deep).toBe(hash(before, 'metric:aov').deep);
  expect(hash(after, 'metric:aov').own).not.toBe(hash(before, 'metric:aov').own);
  const dataset = changed('orders', 'purchases').datasets.has('purchases');
  expect(dataset).toBe(true);
});

test('a target is part of the meaning of a KPI, not of its number', () => {
  const after = changed('target: 20 EUR/orders', 'target: 21 EUR/orders');
  expect(hash(after, 'kpi:k').own).not.toBe(hash(before, 'kpi:k').own);
  expect(hash(changed('target: 20 EUR/orders', 'target: 20.0 EUR/orders'), 'kpi:k').own).toBe(
    hash(before, 'kpi:k').own,
  );
});

test('definitions in a circle have hashes', () => {
  const circle = graphOf(base.replace('revenue / placed', 'revenue / aov'));
  expect(hash(circle, 'metric:aov').deep).toMatch(/^[0-9a-f]{64}$/);
  expect(normalForm(circle, 'metric:aov')?.unknown).toBe(true);
  expect(meaningHash(before, 'metric:nothing')).toBeNull();
});
