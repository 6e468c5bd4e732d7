// Money of several currencies: per row, converted, never mixed.
import { expect, test } from 'vitest';
import { formulas, said, words } from '../expect-diagnostics.js';
import { asMetric, inShop } from './shop.js';

formulas(
  'a currency per row',
  asMetric,
  `
  sum(invoices.total) ! KPI3014 @ invoices.total
  avg(invoices.total) ! KPI3014 @ invoices.total
  min(invoices.total) ! KPI3014 @ invoices.total
  sum(invoices.total + invoices.tax) ! KPI3014 @ invoices.total + invoices.tax
  count(invoices.total) : integer invoice
  count(invoices where total > tax) : integer invoice
  count(invoices where total > 0) : integer invoice
  count(invoices where total > 5) ! KPI3009 @ 5
  count(invoices where total > 5 EUR) ! KPI3013 @ 5 EUR
  sum(invoices.tax / invoices.total) : exact quotient
  sum(convert(invoices.total to EUR at sent_on)) : exact quotient EUR
  sum(convert(total to EUR at sent_on) where invoices.ccy = 'USD') : exact quotient EUR
  sum(convert(invoices.total to EUR at invoices.sent_on) where ccy = 'USD') : exact quotient EUR
  sum(convert(invoices.total + invoices.tax to EUR at sent_on)) : exact quotient EUR
  sum(convert(coalesce(invoices.total, 0) to EUR at sent_on)) : exact quotient EUR
  sum(convert(2 * invoices.total to EUR at sent_on)) : exact quotient EUR
  sum(convert(invoices.total to EUR at date '2025-01-31')) : exact quotient EUR
  sum(convert(invoices.total to EUR at sent_on skip missing)) : exact quotient EUR
  count(invoices where convert(total to EUR at sent_on) > 5 EUR) : integer invoice
  -- two rows have two currencies, though one field says both
  sum(invoices.total - invoices.corrected.total) ! KPI3012 @ invoices.corrected.total
  count(invoices where total > corrected.total) ! KPI3013 @ corrected.total
  sum(convert(invoices.corrected.total to EUR at sent_on)) : exact quotient EUR
  sum(invoices.corrected.total / invoices.corrected.tax) : exact quotient
  sum(convert(invoices.total to EUR at sent_on) - convert(invoices.corrected.total to EUR at sent_on)) : exact quotient EUR
  `,
);

formulas(
  'conversion',
  asMetric,
  `
  convert(revenue to USD at date '2025-01-31') : exact quotient USD
  convert(revenue to EUR at date '2025-01-31') : exact quotient EUR
  convert(revenue / orders_placed to USD at date '2025-01-31') : exact quotient USD/order
  convert(revenue to USD at first_due) : exact quotient USD
  revenue + convert(usd_revenue to EUR at date '2025-01-31') : exact quotient EUR
  convert(orders_placed to EUR at date '2025-01-31') ! KPI3027 @ orders_placed
  convert(revenue * revenue to USD at date '2025-01-31') ! KPI3027 @ revenue * revenue
  convert(revenue / usd_revenue to USD at date '2025-01-31') ! KPI3027 @ revenue / usd_revenue
  convert(revenue to EURO at date '2025-01-31') ! KPI3015 @ EURO
  convert(revenue to 5 at date '2025-01-31') ! KPI3024 @ 5
  convert(revenue to USD) ! KPI3002 @ convert(revenue to USD)
  convert(revenue at date '2025-01-31') ! KPI3002 @ convert(revenue at date '2025-01-31')
  convert(revenue to USD at '2025-01-31') ! KPI4006 @ '2025-01-31'
  convert(revenue to USD at 5) ! KPI4006 @ 5
  sum(convert(orders.amount to USD at ordered_at)) : exact quotient USD
  sum(convert(orders.amount to USD at orderd_at)) ! KPI2001 @ orderd_at
  sum(convert(orders.weight * 5 EUR to USD at ordered_at)) : float USD
  `,
);

test('without rates there is no conversion', () => {
  expect(
    said('datasets:\n  o: { fields: { a: decimal(2) EUR, d: date } }\nmetrics:\n  x: sum(convert(o.a to USD at d))\n'),
  ).toEqual(['KPI3028 @ convert(o.a to USD at d)']);
});

test('adding two currencies names convert', () => {
  expect(words(inShop('metrics:\n  x: revenue + usd_revenue\n'))).toBe(
    [
      'cannot add EUR and USD',
      '^ this is USD',
      '& this is EUR',
      '= addition needs the same unit on both sides',
      '? convert one side: `convert(... to EUR at <date>)`',
    ].join('\n'),
  );
});

test('the currency of a row is a text of the dataset', () => {
  const fields = (ccy: string): string =>
    `datasets:\n  o:\n    fields:\n      a: { type: decimal(2), currency: ${ccy} }\n      n: integer\n      c: text\n`;
  expect(said(fields('c'))).toEqual([]);
  expect(said(fields('n'))).toEqual(['KPI3001 @ n']);
  expect(said(fields('cc'))).toEqual(['KPI2001 @ cc']);
});
