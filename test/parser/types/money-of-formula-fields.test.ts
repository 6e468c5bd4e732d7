// Money that a formula computes per row keeps the currency of its row, also seen from another dataset.
import { expect, test } from 'vitest';
import { parseProject, walkTyped, type Typed } from '@sextant/parser';

const FILES = (metric: string) => [
  {
    path: 'kpi.project.yaml',
    text: 'project: p\nexchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }\n',
  },
  {
    path: 'x.kpi.yaml',
    text: `
datasets:
  orders:
    from: orders.csv
    key: order_id
    time: day
    fields:
      order_id: text
      day: date
      currency: text
      amount: { type: decimal(2), currency: currency }
      shipping: { type: decimal(2), currency: currency }
      net: { formula: amount - shipping }
      half: { formula: net / 2 }
  lines:
    from: lines.csv
    key: [order_id, line]
    time: orders.day
    fields: { order_id: { type: text, references: orders }, line: integer }
  fx:
    from: fx.csv
    key: [day, ccy, quote]
    time: day
    plan: true
    fields: { day: date, ccy: text, quote: text, rate: decimal(4) }
metrics:
  m: ${metric}
`,
  },
];

function currencyOf(metric: string): string {
  const { value, diagnostics } = parseProject(FILES(metric));
  expect(diagnostics).toEqual([]);
  let found = '';
  const visit = (node: Typed): void => {
    if (node.kind === 'convert' && node.from.kind === 'field')
      found = [node.from.field.base, ...node.from.field.path.map((step) => step.to), node.from.field.field].join('.');
  };
  const formula = value.metrics.get('m')?.formula;
  if (formula !== undefined) walkTyped(formula, visit);
  return found;
}

test('of a formula field', () => {
  expect(currencyOf('sum(convert(orders.net to EUR at day))')).toBe('orders.currency');
  expect(currencyOf('sum(convert(orders.half to EUR at day))')).toBe('orders.currency');
});

test('seen from a dataset that refers to it', () => {
  expect(currencyOf('sum(convert(lines.orders.net to EUR at orders.day))')).toBe('lines.orders.currency');
  expect(currencyOf('sum(convert(lines.orders.amount to EUR at orders.day))')).toBe('lines.orders.currency');
});
