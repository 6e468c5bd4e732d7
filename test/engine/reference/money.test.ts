import { describe, expect, it } from 'vitest';
import { answer, ask, situation } from './ask.js';

const given = situation(
  `
datasets:
  fx:
    time: day
    plan: true
    key: [day, ccy, quote]
    fields: { day: date, ccy: text, quote: text, rate: decimal(4) }
  orders:
    time: at
    key: order_id
    fields:
      order_id: text
      at: timestamp
      shipped: { type: date, optional: true }
      currency: { type: text, optional: true }
      amount: { type: decimal(2), currency: currency, optional: true }
      euro: { formula: convert(amount to EUR at at) }
dimensions:
  currency: orders.currency
metrics:
  euro: sum(convert(orders.amount to EUR at at))
  big: count(orders where convert(amount to EUR at at) > 50 EUR)
  small_paid: count(orders where euro < 50 EUR and order_id <> 'd')
  shipped: sum(convert(orders.amount to EUR at shipped))
  rest: sum(convert(orders.amount to EUR at at skip missing))
  dollars: convert(euro to USD at date '2025-01-06')
`,
  {
    fx: `day,ccy,quote,rate
      2025-01-03,USD,EUR,0.9000
      2025-01-06,USD,EUR,0.8000
      2025-01-06,EUR,USD,1.2500`,
    orders: `order_id,at,shipped,currency,amount
      a,2025-01-05T23:30:00Z,2025-01-03,USD,100.00
      b,2025-01-05T22:30:00Z,,USD,10.00
      c,2025-01-01T10:00:00Z,2025-01-01,EUR,5.00
      d,2025-01-02T10:00:00Z,2025-01-02,USD,1.00
      e,2025-01-06T10:00:00Z,2025-01-06,USD,
      f,2025-01-06T10:00:00Z,,EUR,2.00`,
  },
  'project: p\ncalendar: { timezone: Europe/Berlin }\nexchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }\n',
);
const asOf = '2025-01-31';

describe('convert', () => {
  it('takes the last rate on or before the day of the zone', () => {
    expect(answer(given, { metrics: ['euro'], by: ['orders.order_id'], asOf })).toEqual([
      'a 80',
      'b 9',
      'c 5',
      'd (missing_rate)',
      'e (no_rows)',
      'f 2',
    ]);
  });

  it('makes the whole aggregate have no value where a rate is missing, also under a condition', () => {
    expect(answer(given, { metrics: ['euro', 'big'], asOf })).toEqual(['(missing_rate) (missing_rate)']);
    expect(answer(given, { metrics: ['euro', 'big', 'dollars'], from: '2025-01-03', asOf })).toEqual(['91 1 113.75']);
    // What is decided without the rate is decided.
    expect(answer(given, { metrics: ['small_paid'], asOf })).toEqual(['3']);
    expect(answer(given, { metrics: ['count(orders)'], where: 'orders.euro > 50 EUR', asOf })).toEqual([
      '(missing_rate)',
    ]);
  });

  it('needs a date, unless the currency is the same', () => {
    expect(answer(given, { metrics: ['shipped'], by: ['currency'], asOf })).toEqual(['EUR 7', 'USD (no_rate_date)']);
  });

  it('leaves rows out where the formula says so, and counts them', () => {
    const result = ask(given, { metrics: ['rest'], asOf });
    expect(result.rows[0]?.cells[0]?.value).toBe('96');
    expect(result.diagnostics.map((one) => one.message)).toEqual([
      '1 row of `orders` without an exchange rate left out',
    ]);
  });
});
