// A small project that has one of everything, and the place of a cursor in a text.
import { openWorkspace, type Position, type Workspace, type WorkspaceHost } from '@sextant/language-service';

/** Marks the cursor. `|` begins blocks in YAML, and joins texts in formulas. */
export const CURSOR = '‸';

export const PROJECT = `project: shop
calendar: { timezone: Europe/Berlin, fiscal_year_starts: february }
currency: EUR
connections:
  warehouse: { type: duckdb, file: warehouse.duckdb }
exchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }
`;

export const DATA = `datasets:
  customers:
    from: customers.csv
    one: customer
    key: customer_id
    time: joined_on
    fields:
      customer_id: text
      region: text
      segment: { type: text, values: [consumer, business] }
      joined_on: date
      first_order_on: { formula: min(orders.ordered_at) }
  orders:
    title: Orders
    from: { connection: warehouse, table: orders }
    one: order
    key: order_id
    time: ordered_at
    fields:
      order_id: text
      customer_id: { type: text, references: customers }
      payer_id: { type: text, references: accounts, as: payer }
      ordered_at: timestamp
      channel: text
      status: { type: text, values: [paid, cancelled] }
      amount: decimal(2) EUR
      discount: { type: decimal(2) EUR, optional: true }
      net: { formula: "amount - coalesce(discount, 0 EUR)" }
  accounts:
    from: accounts.csv
    key: account_id
    time: none
    fields: { account_id: text, region: text }
  visits:
    from: visits.csv
    key: visit_id
    time: started_at
    fields:
      visit_id: text
      customer_id: { type: text, references: customers, optional: true }
      started_at: timestamp
      channel: text
      pages: integer page
  fx:
    from: fx.csv
    key: [day, ccy]
    time: day
    plan: true
    fields: { day: date, ccy: text, quote: text, rate: decimal(6) }
  retail:
    from: retail.csv
    key: day
    time: day
    plan: true
    calendar: { day: day, levels: [retail_month] }
    fields: { day: date, retail_month: text }
  holidays:
    from: holidays.csv
    key: day
    time: day
    plan: true
    fields: { day: date }
dimensions:
  channel: [orders.channel, visits.channel]
  segment: customers.segment
  payer_region: orders.payer.region
`;

export const METRICS = `metrics:
  revenue:
    title: Revenue
    description: What paid orders bring.
    formula: sum(orders.amount where status = 'paid')
    owner: sales
  orders_placed: count(orders where status = 'paid')
  aov: { formula: revenue / orders_placed, decimals: 2 }
  visitors: count(distinct visits.customer_id)
  visits_made: count(visits)
  web_share: { formula: "(revenue where channel = 'web') / revenue", format: percent }
  mean_month: avg(revenue per month)
  mean_retail: avg(revenue per retail_month)
  repeat: count(per customers.customer_id where orders_placed >= 2)
  growing: growth(revenue, 1 year)
  per_visit: revenue / visits_made
  big_orders: count(orders where amount > minimum)
  buyers: conversion(visits to orders by customer_id within 7 days)
  gap: revenue - target(revenue_fy27)
parameters:
  minimum: { value: 100 EUR, title: Least amount }
`;

export const AIMS = `owners:
  sales: { kind: team, contact: "#sales" }
  head: { kind: role, team: sales }
goals:
  company: { title: Grow, owner: head, period: FY2027 }
  growth: { title: Sell more, parent: company, owner: sales }
kpis:
  revenue_fy27:
    title: Revenue
    metric: revenue
    goal: growth
    owner: head
    contributors: [sales]
    direction: up
    every: fiscal_quarter
    baseline: 0 EUR
    target: { FY2027-Q1: 1000 EUR, FY2027-Q2: 1200 EUR }
    guardrails: [aov_fy27]
    pacing: { working_days: { holidays: holidays } }
    status: { basis: pace, on_track: 0.95 }
  aov_fy27:
    title: Order value
    metric: aov
    where: segment = 'consumer'
    goal: growth
    owner: sales
    direction: up
    every: month
    baseline: 10 EUR/order
    target: 45 EUR/order
questions:
  by_channel: { metrics: [revenue, aov], by: [channel, customers.region], grain: month, order: revenue desc }
tests:
  paid orders count:
    given:
      orders:
        - { order_id: a, customer_id: c, payer_id: c, ordered_at: 2026-03-01T10:00:00Z, channel: web, status: paid, amount: 10.10 }
    expect:
      - { metric: revenue, over: 2026-03, value: 10.10 EUR }
      - { metric: revenue, over: 2026-03, by: { channel: web }, value: 10.10 EUR }
`;

export const SHOP: Readonly<Record<string, string>> = {
  'kpi.project.yaml': PROJECT,
  'data.kpi.yaml': DATA,
  'metrics.kpi.yaml': METRICS,
  'aims.kpi.yaml': AIMS,
};

export function open(texts: Readonly<Record<string, string>>, host: Partial<WorkspaceHost> = {}): Workspace {
  return openWorkspace(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    host,
  );
}

/** A text with one cursor in it, without it, and where it stood. */
export function atCursor(marked: string): {
  readonly text: string;
  readonly offset: number;
  readonly position: Position;
} {
  const offset = marked.indexOf(CURSOR);
  if (offset === -1 || marked.includes(CURSOR, offset + 1)) throw new Error(`one cursor is needed: ${marked}`);
  const before = marked.slice(0, offset);
  const line = before.split('\n').length - 1;
  const text = before + marked.slice(offset + 1);
  return { text, offset, position: { line, character: offset - (before.lastIndexOf('\n') + 1) } };
}

/** The shop, with the cursor at a text of one of its files: `at('metrics.kpi.yaml', 'revenue / ‸orders_placed')`. */
export function inShop(path: string, marked: string): { readonly path: string; readonly position: Position } {
  const text = SHOP[path] ?? '';
  const { text: wanted, offset } = atCursor(marked);
  const start = text.indexOf(wanted);
  if (start === -1 || text.includes(wanted, start + 1)) throw new Error(`\`${wanted}\` does not stand once in ${path}`);
  const before = text.slice(0, start + offset);
  return {
    path,
    position: { line: before.split('\n').length - 1, character: before.length - (before.lastIndexOf('\n') + 1) },
  };
}
