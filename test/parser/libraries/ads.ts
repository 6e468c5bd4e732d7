// A library of advertising and a project that could use it, for tests.
import { parseProject, showUnit, type Graph } from '@sextant/parser';
import type { Texts } from '../expect-diagnostics.js';
import { filesOf, parse } from '../expect-diagnostics.js';

export const LIBRARY = {
  'libs/ads/kpi.library.yaml': `library: ads
version: 1.2.0
title: Advertising
inputs:
  spend: What was paid for advertising, without tax.
  leads: { description: Contacts who asked to be called. }
  orders: Orders, one row each.
  customers: Who orders.
  channel: Where they come from.
`,
  'libs/ads/ads.kpi.yaml': `datasets:
  sample: { from: sample.csv, key: day, time: day, fields: { day: date, cost: decimal(2) EUR, leads: integer lead, channel: text } }
  orders:
    from: orders.csv
    one: order
    key: id
    time: on
    fields:
      id: text
      on: date
      amount: decimal(2) EUR
      status: { type: text, values: [paid, open] }
      buyer: { type: text, references: customers, as: billed }
      sent_to: { type: text, references: customers }
  customers: { from: customers.csv, one: customer, key: id, fields: { id: text, country: text } }
dimensions:
  channel: sample.channel
metrics:
  spend: sum(sample.cost)
  leads: sum(sample.leads)
  cost_per_lead: { title: Cost per lead, description: What a lead costs., formula: spend / leads, unit: EUR/lead, guardrails: [leads, roas] }
  revenue: sum(orders.amount * share_kept where status = 'paid')
  revenue_abroad: sum(orders.amount where orders.billed.country <> home)
  roas: revenue / spend
  paid_spend: spend where channel = 'paid'
  buyers: count(distinct orders.buyer)
parameters:
  share_kept: 100%
  home: "'DE'"
`,
} as const;

export const DATA = `datasets:
  costs: { from: a.csv, key: day, time: day, fields: { day: date, cost: decimal(2) USD, medium: text } }
  calls: { from: c.csv, one: call, key: id, time: day, fields: { id: text, day: date } }
  sales:
    from: s.csv
    one: sale
    key: nr
    time: sold_on
    fields:
      nr: text
      sold_on: date
      net: decimal(2) USD
      state: { type: text, values: [open, paid, lost] }
      customer: { type: text, references: people, as: payer }
      receiver: { type: text, references: people, as: receiver }
  people: { from: p.csv, one: person, key: id, fields: { id: text, land: text } }
dimensions:
  medium: costs.medium
metrics:
  ad_cost: sum(costs.cost)
  calls_made: count(calls)
`;

/** All inputs of the library as the project has them. */
export const WITH = `
      spend: ad_cost
      leads: calls_made
      orders: { dataset: sales, fields: { amount: net, status: state, buyer: customer } }
      customers: { dataset: people, fields: { country: land } }
      channel: medium`;

export function project(use: string, more: Texts = {}): Texts {
  const extra = typeof more === 'string' ? { 'more.kpi.yaml': more } : more;
  return { 'data.kpi.yaml': DATA, 'uses.kpi.yaml': `use:\n${use}\n`, ...LIBRARY, ...extra };
}

/** `ads.roas = ads.revenue / ad_cost : ` with the unit behind the colon, for the metrics that libraries make. */
export function made(texts: Texts): readonly string[] {
  const { graph, said } = parse(texts);
  if (said.length > 0) return said;
  return [...graph.metrics.values()]
    .filter(({ def }) => def.origin !== null)
    .map(({ name, def, type }) => `${name} = ${def.formula.text} : ${showUnit(type.unit)}`);
}

export function graphOf(texts: Texts): Graph {
  return parseProject(filesOf(texts)).value;
}
