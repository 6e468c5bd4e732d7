// A small shop with something of every kind, to be changed by tests.
import { parseProject, type Graph } from '@sextant/parser';

export const shop = `
datasets:
  customers:
    from: customers.csv
    one: customer
    key: customer_id
    time: joined_on
    fields: { customer_id: text, joined_on: date, region: { type: text, values: [north, south] }, segment: text }
  orders:
    from: orders.csv
    one: order
    key: order_id
    time: day # default
    fresh_within: 3 days
    fields:
      order_id: text
      day: date
      paid_on: date
      customer_id: { type: text, references: customers }
      channel: text
      segment_then: text
      status: { type: text, values: [paid, cancelled] }
      quantity: integer
      amount: decimal(2) EUR
      discount: { type: decimal(2) EUR, optional: true }
      net: { formula: "amount - coalesce(discount, 0 EUR)" }
  ad_spend:
    from: ad_spend.csv
    time: day
    fields: { day: date, channel: text, cost: decimal(2) EUR }
dimensions:
  region: customers.region
  segment: customers.segment
  channel: [orders.channel, ad_spend.channel]
parameters:
  margin: 20%
metrics:
  revenue: sum(orders.amount where status = 'paid')
  net_revenue: sum(orders.net)
  placed: count(orders)
  large: count(orders where amount > 10 EUR)
  small: count(orders where amount between 1 EUR and 5 EUR)
  buyers: count(distinct orders.customer_id)
  fee: revenue * 5%
  profit: revenue * margin
  before: prior(revenue, 1 year)
  paid_rate: { formula: count(orders where status = 'paid') / placed, format: percent }
  ad_cost: { formula: sum(ad_spend.cost), empty: 0 }
  turnover: revenue + ad_cost
  new_customers: count(customers)
  aov: { formula: revenue / placed, decimals: 2, title: Average order value, description: What an order brings. }
  cac: { formula: ad_cost / new_customers, unit: EUR/customer, question: How dear is a customer?, aliases: [CAC] }
owners:
  sales: { kind: team, contact: "#sales" }
  marketing: { kind: team }
  head: { kind: role, team: sales, title: Head of sales }
goals:
  company: { title: Thrive, owner: head }
  grow: { title: Sell more, owner: head, parent: company, weight: 2 }
  cheap: { title: Cheaper, owner: marketing, parent: company }
kpis:
  revenue_kpi:
    { metric: revenue, goal: grow, owner: sales, direction: up, every: year, target: { 2026: 100 EUR }, pacing: linear,
      status: { basis: score, on_track: 0.95, at_risk: 0.85 }, guardrails: [cac_kpi],
      review: { every: 6 months, last: 2026-01-01 }, playbook: { off_track: call } }
  north_kpi: { metric: revenue, where: region = 'north', goal: grow, owner: sales, direction: up, every: month, target: 10 EUR }
  cac_kpi: { metric: cac, goal: cheap, owner: marketing, direction: down, every: month, baseline: 60 EUR/customer, target: 45 EUR/customer }
incentives:
  bonus: { participants: [sales], components: [{ kpi: revenue_kpi }, { goal: cheap }], amount: 1_000 EUR }
questions:
  by_region: { metrics: [revenue, aov], by: [region], over: 2026, where: channel = 'web' }
tests:
  cancelled orders bring nothing:
    given:
      orders:
        - { order_id: a, day: 2026-03-01, paid_on: 2026-03-01, customer_id: c, channel: web, status: paid, quantity: 1, amount: 10.10 }
        - { order_id: b, day: 2026-03-02, paid_on: 2026-03-01, customer_id: c, channel: web, status: cancelled, quantity: 1, amount: 9.00 }
    expect: [ { metric: revenue, over: 2026-03, value: 10.10 EUR } ]
`;

export const shopProject = 'project: shop\ncalendar: { timezone: UTC }\n';

/** The project's settings come first, as a file of their own; a test may write both into one text. */
export function graphOf(text: string, project = shopProject): Graph {
  return parseProject([
    { path: 'kpi.project.yaml', text: project },
    { path: 'shop.kpi.yaml', text },
  ]).value;
}

export function errorsOf(text: string): readonly string[] {
  return parseProject([
    { path: 'kpi.project.yaml', text: shopProject },
    { path: 'shop.kpi.yaml', text },
  ])
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`);
}
