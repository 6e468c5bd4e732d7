// A small project as a picture, and one whose names are as bad as names may be.
import { parseProject, pictureOf, type Picture, type SourceFile } from '@sextant/parser';

const shop = `
datasets:
  orders:
    from: orders.csv
    key: id
    time: ordered_on
    fields: { id: text, ordered_on: date, amount: decimal(2) EUR, customer_id: { type: text, references: customers } }
  customers:
    from: customers.csv
    key: customer_id
    time: none
    fields: { customer_id: text, region: text }
dimensions:
  region: customers.region
metrics:
  revenue: { formula: sum(orders.amount), title: 'The "revenue"' }
  orders_placed: count(orders)
  aov: revenue / orders_placed
owners:
  sales: { kind: team }
goals:
  growth: { title: Grow, owner: sales }
kpis:
  monthly: { metric: revenue, goal: growth, owner: sales, direction: up, every: month, target: 5 EUR }
tests:
  'a "quoted" \\back <b>|':
    given: { orders: [{ id: a, ordered_on: 2026-01-01, amount: 1.00, customer_id: ~ }] }
    expect: [{ metric: revenue, value: 1 EUR }]
questions:
  by_region: { metrics: [aov], by: region }
`;

export const shopFiles: readonly SourceFile[] = [
  { path: 'kpi.project.yaml', text: 'project: shop\n' },
  { path: 'shop.kpi.yaml', text: shop },
];

export function pictureOfFiles(files: readonly SourceFile[]): Picture {
  return pictureOf(parseProject(files).value);
}
