// Groups that nothing reaches, and lengths of time that are none: what the checker says in full.
import { expect, test } from 'vitest';
import { said, words } from '../expect-diagnostics.js';

const base = (metric: string): string => `
datasets:
  days:
    from: days.csv
    key: day
    time: day
    plan: true
    calendar: { day: day, levels: [retail_week] }
    fields: { day: date, retail_week: text }
  orders:
    from: orders.csv
    one: order
    key: order_id
    time: ordered_on
    fields: { order_id: text, ordered_on: date, customer: text, region: text }
dimensions: { region: orders.region }
metrics:
  placed: count(orders)
  m: { formula: "${metric}" }
`;

test('a key without an aggregate has no groups: what to count is said', () => {
  expect(words(base('count(per region)'))).toMatchInlineSnapshot(`
    "nothing here says which groups of \`region\` there are
    ^ reads no rows
    = the groups of a key are those that an aggregate inside reaches
    ? count the values that rows have with \`count(distinct orders.region)\`, or say which groups: \`count(per region where m > 0)\`"
  `);
  expect(words(base('top_share(days() per orders.customer, 10%)'))).toMatchInlineSnapshot(`
    "nothing here says which groups of \`orders.customer\` there are
    ^ reads no rows
    = the groups of a key are those that an aggregate inside reaches
    ? take a metric, as in \`avg(m per orders.customer)\`"
  `);
  expect(said(base('count(per orders.customer where placed > 1)'))).toEqual([]);
  expect(said(base('count(per retail_week)'))).toEqual([]);
});

test('a conversion takes a length of time, and no units of a calendar dataset', () => {
  const within = (span: string): string => base(`conversion(orders to orders by customer within ${span})`);
  expect(words(within('2 retail_weeks'))).toMatchInlineSnapshot(`
    "\`conversion\` needs a length of time here
    ^ this is \`2 retail_weeks\`, units of \`days\`
    ? count in days, as in \`within 28 days\`"
  `);
  expect(said(within('2 weeks'))).toEqual([]);
  // Retention counts buckets, and these are some.
  expect(said(base('retention(orders by customer at 2 retail_weeks)'))).toEqual([]);
});
