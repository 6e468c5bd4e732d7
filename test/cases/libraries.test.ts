// What a library makes is what a project would have written by hand: the same numbers, by every executor.
import { parseProject } from '@sextant/parser';
import { afterAll, describe, expect, it } from 'vitest';
import { readTable } from '../engine/reference/ask.js';
import { closeExecutors, executors } from './executors.js';

const HEAD = `library: growth
version: 2.1.0
inputs:
  spend: What was paid.
  orders: Orders, one row each.
  customers: Who orders.
  channel: Where they come from.
`;
const LIBRARY = `datasets:
  sample: { from: s.csv, key: day, time: day, fields: { day: date, cost: decimal(2) EUR, channel: text } }
  orders:
    from: o.csv
    one: order
    key: id
    time: on
    fields:
      id: text
      on: date
      amount: decimal(2) EUR
      channel: text
      status: { type: text, values: [paid, open] }
      buyer: { type: text, references: customers, as: buyer }
  customers: { from: c.csv, one: customer, key: id, fields: { id: text, country: text } }
dimensions:
  channel: { fields: [sample.channel, orders.channel] }
metrics:
  spend: sum(sample.cost)
  revenue: sum(orders.amount * kept where status = 'paid')
  abroad: sum(orders.amount where orders.buyer.country <> home)
  roas: revenue / spend
  growth_of_revenue: growth(revenue, 1 month)
  share_of_revenue: share(revenue, channel)
  best_channel: max(revenue per channel)
  running: rolling(revenue, 2 months)
  buyers: count(distinct orders.buyer)
  order_value: { formula: revenue / count(orders where status = 'paid'), decimals: 2 }
  paid_spend: spend where channel = 'ads'
  kept_by_hand: revenue_of_rest + revenue
  revenue_of_rest: sum(orders.amount * (1 - kept) where status = 'paid')
parameters:
  kept: 80%
  home: "'DE'"
`;
const OWN = `datasets:
  costs: { from: a.csv, key: [day, medium], time: day, fields: { day: date, medium: text, cost: decimal(2) USD } }
  sales:
    from: s.csv
    one: sale
    key: nr
    time: sold_on
    fields:
      nr: text
      sold_on: date
      net: decimal(2) USD
      medium: text
      status: { type: text, values: [open, paid] }
      customer: { type: text, references: people, as: payer }
      receiver: { type: text, references: people, as: receiver }
  people: { from: p.csv, one: person, key: id, fields: { id: text, land: text } }
dimensions:
  medium: { fields: [costs.medium, sales.medium] }
parameters:
  tax: 10%
  own_home: "'AT'"
metrics:
  ad_cost: sum(costs.cost)
  hand_revenue: sum(sales.net * (1 - tax) where status = 'paid')
  hand_abroad: sum(sales.net where sales.payer.land <> own_home)
  hand_roas: hand_revenue / ad_cost
  hand_growth_of_revenue: growth(hand_revenue, 1 month)
  hand_share_of_revenue: share(hand_revenue, medium)
  hand_best_channel: max(hand_revenue per medium)
  hand_running: rolling(hand_revenue, 2 months)
  hand_buyers: count(distinct sales.customer)
  hand_order_value: { formula: hand_revenue / count(sales where status = 'paid'), decimals: 2 }
  hand_paid_spend: ad_cost where medium = 'ads'
use:
  g:
    from: std/growth
    version: 2
    with:
      spend: ad_cost
      orders: { dataset: sales, fields: { amount: net, buyer: customer } }
      customers: { dataset: people, fields: { country: land } }
      channel: medium
      kept: 1 - tax
      home: own_home
`;
const ROWS = new Map([
  [
    'costs',
    readTable(`day,medium,cost
2026-01-05,ads,10.00
2026-01-06,mail,5.00
2026-02-05,ads,20.00
`),
  ],
  [
    'sales',
    readTable(`nr,sold_on,net,medium,status,customer,receiver
a,2026-01-05,100.00,ads,paid,p,q
b,2026-01-07,50.00,mail,paid,q,q
c,2026-01-08,70.00,mail,open,q,p
d,2026-02-05,80.00,ads,paid,q,p
e,2026-02-06,33.33,ads,paid,p,p
`),
  ],
  [
    'people',
    readTable(`id,land
p,AT
q,DE
`),
  ],
]);

const { value: graph, diagnostics } = parseProject([
  { path: 'kpi.project.yaml', text: 'project: p\n' },
  { path: 'own.kpi.yaml', text: OWN },
  { path: 'std/growth/kpi.library.yaml', text: HEAD },
  { path: 'std/growth/g.kpi.yaml', text: LIBRARY },
]);
const names = [...graph.metrics.keys()]
  .filter((name) => name.startsWith('hand_'))
  .map((name) => name.slice('hand_'.length));

afterAll(closeExecutors);

it('the library fits', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(names).toHaveLength(10);
});

describe.each(executors.map((executor) => [executor.name, executor] as const))('%s', (_, executor) => {
  const asked = async (metric: string, by: readonly string[]): Promise<readonly unknown[]> => {
    const question = { metrics: [metric], asOf: '2026-03-31', grain: 'month', from: '2026-01', to: '2026-02', by };
    const { value, diagnostics: said } = await executor.ask(graph, ROWS, question);
    expect(said.filter(({ severity }) => severity === 'error')).toEqual([]);
    return (value?.rows ?? []).map(({ bucket, keys, cells }) => [
      bucket?.label,
      keys,
      cells.map((cell) => [cell.value, cell.reason]),
    ]);
  };

  it.each(names)('%s', async (name) => {
    for (const by of [[], ['medium']]) {
      const made = await asked(`g.${name}`, by);
      expect(made).toEqual(await asked(`hand_${name}`, by));
      expect(made.length).toBeGreaterThan(1);
    }
  });

  it('numbers', async () => {
    // (100 + 50) * 0.9 = 135; (80 + 33.33) * 0.9 = 101.997.
    const cell = (month: string, value: string): unknown => [month, [], [[value, null]]];
    const revenue = await asked('g.revenue', []);
    expect(JSON.stringify(revenue)).toMatch(/135(?:\.0+)?".*101\.9970*"/);
    expect(await asked('g.order_value', [])).toEqual([cell('2026-01', '67.50'), cell('2026-02', '51.00')]);
    // What is kept and what is not are all of it, whatever is given for the parameter.
    expect(JSON.stringify(await asked('g.kept_by_hand', []))).toMatch(/150(?:\.0+)?".*113\.330*"/);
  });
});
