// Formulas in plain English: each line is what a head of marketing reads beside the formula.
import { describe, expect, test } from 'vitest';
import { parseProject, wordsOf } from '@sextant/parser';

const SHOP = `
datasets:
  customers:
    from: customers.csv
    one: customer
    key: customer_id
    time: joined_on
    fields:
      customer_id: text
      joined_on: date
      segment: { type: text, optional: true }
      first_order_on: { formula: min(orders.day) }
      paid_orders: { formula: "count(orders where status = 'paid')" }
  addresses: { from: a.csv, key: address_id, time: none, one: address, fields: { address_id: text, region: text } }
  orders:
    from: orders.csv
    one: order
    key: order_id
    time: day
    fields:
      order_id: text
      customer_id: { type: text, references: customers }
      billing_id: { type: text, references: addresses, as: billing, optional: true }
      day: date
      shipped_on: { type: date, optional: true }
      status: text
      channel: text
      gift: boolean
      amount: decimal(2) EUR
      discount: { type: decimal(2) EUR, optional: true }
      pounds: decimal(2) GBP
      net: { formula: "amount - coalesce(discount, 0 EUR)" }
      size: { formula: "case when amount >= 100 EUR then 'large' when amount >= 20 EUR then 'middle' else 'small' end" }
      weekend: { formula: "day_of_week(day) in (6, 7)" }
      tag: { formula: "upper(channel) || '-' || status" }
  order_lines:
    from: lines.csv
    one: order_line
    key: [order_id, line]
    time: orders.day
    fields: { order_id: { type: text, references: orders }, line: integer, quantity: integer, price: decimal(2) EUR }
  leads:
    from: leads.csv
    one: lead
    key: lead_id
    time: day
    fields: { lead_id: text, customer_id: { type: text, references: customers, optional: true }, day: date, channel: text }
  stock: { from: stock.csv, one: stock_count, key: [day, shop], snapshot: day, fields: { day: date, shop: text, units: integer } }
  fx: { from: fx.csv, key: [day, ccy, quote], time: day, plan: true, fields: { day: date, ccy: text, quote: text, rate: decimal(6) } }
dimensions:
  channel: [orders.channel, leads.channel]
  shop: { title: Place of sale, fields: [stock.shop] }
parameters:
  big_order: { value: 500 EUR, title: Big order }
metrics:
  revenue: { title: Revenue, formula: "sum(orders.amount where status = 'paid')", empty: 0 }
  orders_placed: count(orders)
  ad_cost: { title: Advertising cost, formula: sum(orders.discount), empty: 0 }
owners: { sales: { kind: team } }
goals: { grow: { title: Grow, owner: sales } }
kpis: { revenue_goal: { title: Revenue of the year, metric: revenue, goal: grow, owner: sales, direction: up, every: month, target: 100 EUR } }
`;
const PROJECT = `
project: shop
currency: EUR
exchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }
`;

/** Thin spaces as plain ones, for the tables to be typed. */
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

function inWords(formula: string): string {
  const { value, diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: PROJECT },
    { path: 'a.kpi.yaml', text: SHOP },
    { path: 'b.kpi.yaml', text: `metrics:\n  asked: { formula: ${JSON.stringify(formula)}, description: x }\n` },
  ]);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const metric = value.metrics.get('asked');
  return metric === undefined ? '' : plain(wordsOf(value, metric.formula));
}

function fieldInWords(dataset: string, field: string): string {
  const { value } = parseProject([
    { path: 'kpi.project.yaml', text: PROJECT },
    { path: 'a.kpi.yaml', text: SHOP },
  ]);
  const formula = value.datasets.get(dataset)?.fields.get(field)?.formula ?? null;
  return formula === null ? '' : plain(wordsOf(value, formula));
}

const TABLES: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'aggregates',
    [
      ['count(orders)', 'the number of orders'],
      ['sum(orders.amount)', 'the sum of amount over all orders'],
      ['sum(order_lines.quantity * order_lines.price)', 'the sum of (quantity times price) over all order lines'],
      ["avg(orders.amount where status = 'paid')", "the average of amount over orders whose status is 'paid'"],
      ['min(orders.amount)', 'the smallest amount among all orders'],
      ['max(orders.day)', 'the latest day among all orders'],
      ['count(orders.shipped_on)', 'the number of orders with a value for shipped on'],
      ['count(distinct orders.customer_id)', 'the number of different customers among all orders'],
      ['count(distinct orders.channel)', 'the number of different values of channel among all orders'],
      ['median(orders.amount)', 'the median of amount over all orders'],
      ['quantile(orders.amount, 0.9)', 'the 90th percentile of amount over all orders'],
      ['quantile(orders.amount, 0.995)', 'the 99.5 % quantile of amount over all orders'],
      ['stddev(orders.amount)', 'the standard deviation of amount over all orders'],
      ['variance(orders.amount)', 'the variance of amount over all orders'],
      ['first(orders.amount)', 'the first amount among all orders'],
      ['last(orders.amount)', 'the last amount among all orders'],
      ['count(orders dated shipped_on)', 'the number of orders, dated by shipped on'],
    ],
  ],
  [
    'conditions',
    [
      ["count(orders where status <> 'paid')", "the number of orders whose status is not 'paid'"],
      ["count(orders where status in ('a', 'b'))", "the number of orders whose status is 'a' or 'b'"],
      ["count(orders where status in ('a', 'b', 'c'))", "the number of orders whose status is one of 'a', 'b' or 'c'"],
      ["count(orders where status not in ('a', 'b'))", "the number of orders whose status is none of 'a' and 'b'"],
      [
        'count(orders where amount between 1 EUR and 12_500.50 EUR)',
        'the number of orders whose amount is between 1 EUR and 12 500.50 EUR',
      ],
      [
        'count(orders where amount > 5 EUR and gift)',
        'the number of orders where amount is above 5 EUR and gift is true',
      ],
      ['count(orders where not gift)', 'the number of orders where gift is false'],
      ['count(orders where not amount > 5 EUR)', 'the number of orders whose amount is at most 5 EUR'],
      ["count(orders where day < date '2026-03-01')", 'the number of orders whose day is before 2026-03-01'],
      ["count(orders where day >= date '2026-03-01')", 'the number of orders whose day is on or after 2026-03-01'],
      ['count(orders where shipped_on is null)', 'the number of orders whose shipped on has no value'],
      ['count(orders where shipped_on is not null)', 'the number of orders whose shipped on has a value'],
      ["count(orders where channel like 'paid%')", "the number of orders whose channel starts with 'paid'"],
      ["count(orders where channel not like '%paid%')", "the number of orders whose channel does not contain 'paid'"],
      ["count(orders where channel like 'p_d')", "the number of orders whose channel matches the pattern 'p_d'"],
      [
        "count(orders where status = 'a' and (channel = 'b' or gift))",
        "the number of orders where status is 'a' and (channel is 'b' or gift is true)",
      ],
      ['count(orders where amount >= big_order)', 'the number of orders whose amount is at least Big order'],
      [
        "count(orders where billing.region = 'North')",
        "the number of orders where the billing address’s region is 'North'",
      ],
      [
        "count(order_lines where orders.status = 'paid')",
        "the number of order lines where the order’s status is 'paid'",
      ],
    ],
  ],
  [
    'arithmetic',
    [
      ['revenue / orders_placed', 'Revenue divided by Orders placed'],
      [
        "revenue / count(orders where status = 'paid')",
        "Revenue divided by the number of orders whose status is 'paid'",
      ],
      [
        'count(orders where gift) / count(orders)',
        'the number of orders where gift is true, divided by the number of orders',
      ],
      ['(revenue - ad_cost) / revenue', '(Revenue less Advertising cost) divided by Revenue'],
      ['revenue - ad_cost / 2', 'Revenue less Advertising cost divided by 2'],
      ['revenue / (ad_cost / 2)', 'Revenue divided by (Advertising cost divided by 2)'],
      ['-revenue + 65 EUR', 'minus Revenue plus 65 EUR'],
      ['revenue / orders_placed * 1 order', 'Revenue divided by Orders placed times 1 order'],
      ['abs(revenue - ad_cost)', 'the absolute value of (Revenue less Advertising cost)'],
      ['round(revenue / 3, 2) * 2', '((Revenue divided by 3) rounded to 2 decimals) times 2'],
      ['coalesce(revenue, 0 EUR)', 'Revenue or 0 EUR where there is none'],
      ['revenue / nullif(ad_cost, 0 EUR)', 'Revenue divided by (Advertising cost unless that is 0 EUR)'],
      ['least(revenue, ad_cost, 5 EUR)', 'the smallest of Revenue, Advertising cost and 5 EUR'],
      ['power(revenue / ad_cost, 2)', '(Revenue divided by Advertising cost) to the power of 2'],
      ['case when revenue > 100 EUR then 1 else 0 end', '1 if Revenue is above 100 EUR, otherwise 0'],
      ['days() - 90 minutes', 'the number of days in the period less 90 minutes'],
      [
        'sum(order_lines.price) / hours() * 1 day',
        'the sum of price over all order lines, divided by the number of hours in the period times 1 day',
      ],
      [
        'median(elapsed(orders.day, orders.shipped_on))',
        'the median of (the time from day to shipped on) over all orders',
      ],
      [
        'count(orders where elapsed(day, shipped_on) <= 36 hours)',
        'the number of orders where the time from day to shipped on is at most 36 hours',
      ],
      [
        'avg(date_diff(day, orders.day, orders.shipped_on))',
        'the average of (the number of days from day to shipped on) over all orders',
      ],
      [
        'date_diff(day, max(orders.day), as_of())',
        'the number of days from (the latest day among all orders) to the as-of day',
      ],
      ['revenue / days()', 'Revenue divided by the number of days in the period'],
      ['revenue - target(revenue_goal)', 'Revenue less the target of Revenue of the year'],
    ],
  ],
  [
    'contexts',
    [
      ["revenue where channel = 'web'", "Revenue where channel is 'web'"],
      ["(revenue where channel = 'web') / revenue", "Revenue where channel is 'web', divided by Revenue"],
      ['revenue / (revenue across channel)', 'Revenue divided by Revenue for every channel together'],
      ['revenue / (revenue across all)', 'Revenue divided by Revenue in all groups together'],
      ['revenue / (revenue across time)', 'Revenue divided by Revenue over the whole time asked for'],
      ['share(revenue, channel)', 'the share of Revenue among all channels'],
      ['avg(revenue per channel)', 'the average of Revenue per channel'],
      ['max(revenue per month)', 'the largest Revenue per month'],
      ['avg(revenue / orders_placed per month)', 'the average, per month, of (Revenue divided by Orders placed)'],
      [
        'count(per customers.customer_id where orders_placed >= 2)',
        'the number of customers for which Orders placed is at least 2',
      ],
      ['prior(revenue, 1 year)', 'Revenue in the same part of the year before'],
      ['prior(revenue, 1 month, full)', 'Revenue in the whole month before'],
      ['prior(revenue, 52 weeks)', 'Revenue in the same time 52 weeks before'],
      ['change(revenue, 1 month)', 'the change of Revenue against the same part of the month before'],
      [
        'growth(to_date(revenue, fiscal_year), 1 year)',
        'the growth of Revenue in the fiscal year so far against the same part of the year before',
      ],
      ['whole(revenue, year)', 'Revenue in the whole year'],
      ['rolling(revenue, 28 days)', 'Revenue in the last 28 days'],
      ['rolling(revenue, 12 months, partial)', 'Revenue in the last 12 months, also where history is shorter'],
      ['cumulative(revenue)', 'Revenue in all time so far'],
      ['closing(sum(stock.units))', 'the sum of units over all stock counts at the end of the period'],
      [
        'opening(sum(stock.units) each shop)',
        'the sum of units over all stock counts at the start of the period, each place of sale by its own last count',
      ],
      [
        'conversion(leads to orders by customer_id within 7 days)',
        'the share of leads that are followed by an order of the same customer within 7 days',
      ],
      [
        "conversions(leads where channel = 'web' to orders by customer_id within 1 month)",
        "the number of leads whose channel is 'web' that are followed by an order of the same customer within 1 month",
      ],
      [
        'retention(orders by customer_id at 1 month)',
        'the share of customers with an order who have another one 1 month after their first',
      ],
      ['top_share(revenue per customers.customer_id, 10%)', 'the share of Revenue from the largest 10 % of customers'],
      ['sum(convert(orders.pounds to EUR at day))', 'the sum of pounds in EUR at the rate of the day over all orders'],
      [
        "sum(convert(orders.pounds to EUR at date '2025-01-31'))",
        'the sum of pounds in EUR at the rate of 2025-01-31 over all orders',
      ],
      [
        'sum(convert(orders.pounds to EUR at shipped_on skip missing))',
        'the sum of pounds in EUR at the rate of shipped on, where there is a rate over all orders',
      ],
    ],
  ],
];

describe.each(TABLES)('%s', (_, table) => {
  test.each(table)('%s', (formula, expected) => {
    expect(inWords(formula)).toBe(expected);
  });
});

test.each([
  ['orders', 'net', 'amount less (discount or 0 EUR where there is none)'],
  ['orders', 'size', "'large' if amount is at least 100 EUR, 'middle' if amount is at least 20 EUR, otherwise 'small'"],
  ['orders', 'weekend', 'the weekday of day (1 is Monday) is 6 or 7'],
  ['orders', 'tag', "the text made of channel in upper case, '-' and status"],
  ['customers', 'first_order_on', 'the earliest day among orders of the customer'],
  ['customers', 'paid_orders', "the number of orders of the customer whose status is 'paid'"],
])('the field %s.%s', (dataset, field, expected) => {
  expect(fieldInWords(dataset, field)).toBe(expected);
});

test('what could not be typed is said to be that', () => {
  const { value } = parseProject([{ path: 'a.kpi.yaml', text: 'metrics:\n  x: { formula: nothing / 2 }\n' }]);
  const metric = value.metrics.get('x');
  expect(metric === undefined ? 'absent' : wordsOf(value, metric.formula)).toMatch(/absent|not understood/);
});
