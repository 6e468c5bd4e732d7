// A project that every rule is content with; tests put their mistakes in.
import { said } from '../expect-diagnostics.js';

export const base = `
datasets:
  orders:
    one: order
    key: order_id
    time: day
    fields:
      order_id: text
      day: date
      at: timestamp
      customer_id: { type: text, references: customers }
      channel: text
      ccy: text
      amount: decimal(2) EUR
      refund: decimal(2) EUR
      quantity: integer
      weight: float
  customers: { one: customer, key: customer_id, time: none, fields: { customer_id: text, region: text } }
  visits: { one: visit, time: day, fields: { day: date, pages: integer page } }
  balances: { key: [id, day], snapshot: day, fields: { id: text, day: date, amount: decimal(2) EUR } }
  prices: { key: [id, from], valid: { from: from, until: until }, fields: { id: text, from: date, until: date, price: decimal(2) EUR } }
dimensions:
  channel: orders.channel
  region: customers.region
metrics:
  revenue: sum(orders.amount)
  refunds: { formula: sum(orders.refund), empty: 0 }
  orders_placed: count(orders)
  visited: count(visits)
  balance: sum(balances.amount)
owners:
  sales: { kind: team }
  head: { kind: role, team: sales }
goals:
  grow: { title: Grow, owner: head }
  more: { title: More, parent: grow, owner: sales }
`;

/** `CODE @ characters` of the base with one text in another's place. */
export function saidWith(find: string, put: string): readonly string[] {
  if (!base.includes(find)) throw new Error(`the base has no ${find}`);
  return said(base.replace(find, () => put));
}

/** ... and with a text behind it; sections that it has already may not come again. */
export function saidAfter(text: string): readonly string[] {
  return said({ 'a.kpi.yaml': base, 'b.kpi.yaml': text });
}

/** A KPI that lacks nothing, with some keys in the place of others. */
export function kpi(keys: Readonly<Record<string, string | null>> = {}): string {
  const all: Record<string, string | null> = {
    metric: 'revenue',
    goal: 'more',
    owner: 'sales',
    direction: 'up',
    every: 'month',
    target: '100 EUR',
    ...keys,
  };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [`    ${key}: ${value}`]));
  return `kpis:\n  k:\n${lines.join('\n')}\n`;
}
