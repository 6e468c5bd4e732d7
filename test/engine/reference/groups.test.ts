import { describe, expect, it } from 'vitest';
import { answer, ask, situation } from './ask.js';

const shop = situation(
  `
datasets:
  customers:
    key: customer_id
    time: none
    fields: { customer_id: text, region: text }
  orders:
    key: order_id
    time: day
    fields:
      order_id: text
      customer_id: { type: text, references: customers, optional: true }
      day: date
      channel: text
      amount: integer
  costs:
    time: day
    fields: { day: date, channel: text, cost: integer }
dimensions:
  channel: [orders.channel, costs.channel]
  region: customers.region
metrics:
  revenue: sum(orders.amount)
  revenue0: { formula: sum(orders.amount), empty: 0 }
  placed: count(orders)
  cost: { formula: sum(costs.cost), empty: 0 }
  margin: revenue0 - cost
`,
  {
    customers: `customer_id,region
      c1,north
      c2,south
      c3,south`,
    orders: `order_id,customer_id,day,channel,amount
      a,c1,2025-01-05,web,10
      b,c1,2025-01-20,shop,20
      c,c2,2025-02-03,web,30
      d,c3,2025-02-10,web,40
      e,,2025-02-11,shop,100`,
    costs: `day,channel,cost
      2025-01-01,web,5
      2025-02-01,radio,7`,
  },
);
const asOf = '2025-02-28';
const only = (formula: string, more: object = {}): string =>
  answer(shop, { metrics: [formula], asOf, ...more }).join('; ');

describe('across', () => {
  it('drops groups and keeps filters', () => {
    expect(answer(shop, { metrics: ['revenue', 'revenue across channel'], by: ['channel'], asOf })).toEqual([
      'shop 120 200',
      'web 80 200',
    ]);
    expect(answer(shop, { metrics: ['revenue / (revenue across channel)'], by: ['channel', 'region'], asOf })).toEqual([
      'shop north 0.6666666666666666666666666666666667',
      'shop - 1',
      'web north 0.3333333333333333333333333333333333',
      'web south 1',
    ]);
    expect(answer(shop, { metrics: ['revenue across all'], by: ['channel'], where: "channel = 'web'", asOf })).toEqual(
      [],
    );
  });

  it('takes the question away only where it is about the named dimensions', () => {
    const question = { by: ['channel'], where: "channel = 'web' and region = 'south'", asOf } as const;
    expect(answer(shop, { ...question, metrics: ['revenue', 'revenue across channel unfiltered'] })).toEqual([
      'web 70 70',
    ]);
    expect(
      answer(shop, {
        ...question,
        where: "channel = 'web'",
        metrics: ['revenue', 'revenue across channel unfiltered'],
      }),
    ).toEqual(['web 80 200']);
    expect(answer(shop, { metrics: ['share(revenue, channel)'], by: ['channel'], asOf })).toEqual([
      'shop 0.6',
      'web 0.4',
    ]);
  });
});

describe('several datasets', () => {
  it('loses no group of either', () => {
    expect(answer(shop, { metrics: ['revenue', 'cost', 'margin'], by: ['channel'], asOf })).toEqual([
      'radio (no_rows) 7 -7',
      'shop 120 0 120',
      'web 80 5 75',
    ]);
  });

  it('has the groups of a condition on results too', () => {
    expect(answer(shop, { metrics: ['revenue'], by: ['channel'], having: 'cost > 6', asOf })).toEqual([
      'radio (no_rows)',
    ]);
  });

  it('has every group that is reached in a bucket', () => {
    expect(
      answer(shop, { metrics: ['revenue'], by: ['region'], grain: 'month', from: '2025-01', to: '2025-02', asOf }),
    ).toEqual(['2025-01 north 30', '2025-02 south 70', '2025-02 - 100']);
    // The window of the year reaches a group in months that do not.
    expect(
      answer(shop, {
        metrics: ['to_date(revenue, year)'],
        by: ['region'],
        grain: 'month',
        from: '2025-01',
        to: '2025-02',
        asOf,
      }),
    ).toEqual(['2025-01 north 30', '2025-02 north 30', '2025-02 south 70', '2025-02 - 100']);
  });
});

describe('per', () => {
  it('visits groups, the one without a value too', () => {
    expect(only('avg(revenue per region)')).toBe('66.66666666666666666666666666666667');
    expect(only('max(revenue per orders.customer_id)')).toBe('100');
    expect(only("avg(revenue per region where region = 'south')")).toBe('70');
  });

  it('counts entities, not the group without a value', () => {
    expect(only('count(per orders.customer_id where placed >= 1)')).toBe('3');
    expect(only('count(per orders.customer_id where placed >= 2)')).toBe('1');
    const { diagnostics } = ask(shop, { metrics: ['count(per orders.customer_id where placed >= 1)'], asOf });
    expect(diagnostics.map((one) => one.message)).toEqual(['1 row of `orders` without an entity']);
  });

  it('visits every bucket', () => {
    const range = { from: '2024-12', to: '2025-02' };
    expect(only('avg(revenue per month)', { from: '2025-01', to: '2025-02' })).toBe('100');
    expect(only('avg(revenue per month)', range)).toBe('(missing_bucket)');
    expect(only('avg(revenue0 per month)', range)).toBe('66.66666666666666666666666666666667');
    expect(only('avg(revenue per month skip)', range)).toBe('100');
    expect(only('count(per month where revenue > 100)', range)).toBe('1');
    expect(only('avg(revenue per month)')).toBe('100');
  });

  it('visits every group in every bucket', () => {
    const range = { from: '2025-01', to: '2025-02' };
    expect(only('avg(revenue per (region, month))', range)).toBe('(missing_bucket)');
    expect(only('avg(revenue per (region, month) skip)', range)).toBe('66.66666666666666666666666666666667');
    expect(only('avg(revenue0 per (region, month))', range)).toBe('33.33333333333333333333333333333333');
  });

  it('stays within the group outside, and `across` takes its keys away', () => {
    expect(answer(shop, { metrics: ['count(per orders.customer_id where placed > 0)'], by: ['region'], asOf })).toEqual(
      ['north 1', 'south 2', '- 0'],
    );
    expect(only('max(revenue / (revenue across region) per region)')).toBe('0.5');
  });

  it('cuts buckets to the window', () => {
    expect(only('max(revenue0 per month)', { from: '2025-01-10', to: '2025-02-10' })).toBe('70');
  });
});

describe('top_share', () => {
  it('takes the largest groups, of those with rows or of all', () => {
    expect(only('top_share(revenue per orders.customer_id, 10%)')).toBe('0.4');
    expect(only('top_share(revenue per orders.customer_id, 50%)')).toBe('0.7');
    expect(only('top_share(revenue per orders.customer_id, 40% of customers)')).toBe('0.7');
    expect(only('top_share(revenue per orders.customer_id, 50%)', { where: "channel = 'radio'" })).toBe('(no_rows)');
  });
});
