// A small project that the tests of types put one formula into, at each place where a formula may stand.
import type { Type } from '@sextant/parser';
import type { FormulaPlace } from '../expect-diagnostics.js';

const project = `
project: shop
currency: EUR
exchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }
`;

export const shop = `
datasets:
  customers:
    one: customer
    key: customer_id
    time: joined_on
    fields:
      customer_id: text
      region: text
      segment: { type: text, values: [consumer, business] }
      joined_on: date
      vip: boolean
      credit: decimal(2) EUR
      order_count: { formula: count(orders) }
  orders:
    one: order
    key: order_id
    time: ordered_at
    fields:
      order_id: text
      customer_id: { type: text, references: customers }
      ordered_at: timestamp
      shipped_at: datetime
      due_on: date
      channel: text
      coupon: { type: text, counts: coupon }
      status: { type: text, values: [paid, cancelled] }
      amount: decimal(2) EUR
      cost: decimal(4) EUR
      discount: { type: decimal(2) EUR, optional: true }
      usd: decimal(2) USD
      quantity: integer
      priority: { type: integer, values: [1, 2, 3] }
      items: integer item
      prep: decimal(1) hours
      slack: integer days
      rating: integer points
      share: decimal(4)
      weight: float
      height: float
      gift: boolean
      net: { formula: "amount - coalesce(discount, 0 EUR)" }
  lines:
    one: line
    key: line_id
    time: orders.ordered_at
    fields:
      line_id: text
      order_id: { type: text, references: orders }
      price: decimal(2) EUR
      number: integer
  invoices:
    one: invoice
    key: invoice_id
    time: sent_on
    fields:
      invoice_id: text
      sent_on: date
      ccy: text
      total: { type: decimal(2), currency: ccy }
      tax: { type: decimal(2), currency: ccy }
      corrects: { type: text, references: invoices, as: corrected, optional: true }
  visits:
    one: visit
    time: seen_on
    fields: { seen_on: date, pages: integer page }
  accounts:
    key: [account_id, taken_on]
    snapshot: taken_on
    fields: { account_id: text, taken_on: date, balance: decimal(2) EUR }
  fx:
    plan: true
    key: [ccy, quote, day]
    time: day
    fields: { ccy: text, quote: text, day: date, rate: decimal(6) }

dimensions:
  channel: orders.channel
  region: customers.region

parameters:
  rate: 10%
  floor: 500 EUR

metrics:
  revenue: { formula: sum(orders.amount), empty: 0 }
  costs: { formula: sum(orders.cost), empty: 0 }
  usd_revenue: { formula: sum(orders.usd), empty: 0 }
  orders_placed: count(orders)
  paid_orders: count(orders where status = 'paid')
  buyers: count(distinct orders.customer_id)
  customer_count: count(customers)
  visit_count: count(visits)
  prep_time: { formula: sum(orders.prep), empty: 0 }
  slack_time: { formula: sum(orders.slack), empty: 0 }
  rating: avg(orders.rating)
  weight: { formula: sum(orders.weight), empty: 0 }
  height: { formula: sum(orders.height), empty: 0 }
  first_order: min(orders.ordered_at)
  first_due: min(orders.due_on)
  first_shipped: min(orders.shipped_at)
  first_channel: min(orders.channel)
  paid_rate: { formula: paid_orders / orders_placed, format: percent }
  balance: { formula: sum(accounts.balance), empty: 0 }
  is_open: revenue > 0
`;

function withMetric(lines: string): Readonly<Record<string, string>> {
  return { 'kpi.project.yaml': project, 'shop.kpi.yaml': shop, 'x.kpi.yaml': lines };
}

const unknownType: Type = { value: { kind: 'unknown' }, unit: [], level: 'constant', bare: false };

/** Quoted as YAML asks for it: `'` doubled, which the slices in the tests show as one. */
function quoted(formula: string): string {
  return /["\\]/.test(formula) ? `'${formula.replaceAll("'", "''")}'` : `"${formula}"`;
}

/** `x: <formula>`. */
export const asMetric: FormulaPlace = {
  project: (formula) => withMetric(`metrics:\n  x: ${quoted(formula)}\n`),
  type: (graph) => graph.metrics.get('x')?.formula.type ?? unknownType,
};

/** `x: { formula: sum(orders.amount), unit: .. }`: the text is all that stands in the braces, and the type the declared one. */
export const asDeclared: FormulaPlace = {
  project: (text) => withMetric(`metrics:\n  x: { ${text} }\n`),
  type: (graph) => graph.metrics.get('x')?.type ?? unknownType,
};

/** A formula field of orders. */
export const asField: FormulaPlace = {
  project: (formula) => ({
    'kpi.project.yaml': project,
    'shop.kpi.yaml': shop.replace('      net: {', () => `      x: { formula: ${quoted(formula)} }\n      net: {`),
  }),
  type: (graph) => graph.datasets.get('orders')?.fields.get('x')?.type ?? unknownType,
};

/** A derived field of customers. */
export const asCustomerField: FormulaPlace = {
  project: (formula) => ({
    'kpi.project.yaml': project,
    'shop.kpi.yaml': shop.replace(
      '      order_count: {',
      () => `      x: { formula: ${quoted(formula)} }\n      order_count: {`,
    ),
  }),
  type: (graph) => graph.datasets.get('customers')?.fields.get('x')?.type ?? unknownType,
};

/** A parameter's default. */
export const asParameter: FormulaPlace = {
  project: (formula) => withMetric(`parameters:\n  x: ${quoted(formula)}\n`),
  type: (graph) => graph.parameters.get('x')?.type ?? unknownType,
};

/** The only mistake of a project that is the shop and this text. */
export function inShop(text: string): Readonly<Record<string, string>> {
  return withMetric(text);
}
