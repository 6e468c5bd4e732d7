// What is shown under the pointer.
import { expect, test } from 'vitest';
import { hover } from '@sextant/language-service';
import { inShop, open, SHOP } from '../shop.js';

const shop = open(SHOP, {
  currentValue: (kind, name) => (`${kind} ${name}` === 'metric revenue' ? '1,234.50 EUR' : null),
  pageOf: (code) => `https://example.org/${code}`,
});

function text(path: string, cursor: string): string | null {
  const contents = hover(shop, inShop(path, cursor))?.contents;
  if (contents === undefined) return null;
  return typeof contents === 'object' && 'value' in contents ? contents.value : JSON.stringify(contents);
}

test('a metric: type, title, description, meaning, value, lineage', () => {
  expect(text('metrics.kpi.yaml', 'formula: reve‸nue / orders')).toBe(
    [
      '```kpi\nmetric revenue: decimal(2) EUR\n```',
      '**Revenue**',
      'What paid orders bring.',
      "Revenue is the sum of amount over orders whose status is 'paid', in EUR.",
      'now: **1,234.50 EUR**',
      'from `orders`, `orders.amount` and `orders.status`; used by `revenue_fy27`, `aov`, `gap`, `growing`, `mean_month`, ' +
        '`mean_retail`, `per_visit`, `web_share` and 2 more',
    ].join('\n\n'),
  );
});

const CASES: readonly (readonly [path: string, cursor: string, parts: readonly string[]])[] = [
  [
    'metrics.kpi.yaml',
    'sum(ord‸ers.amount',
    ['dataset orders', 'a row is one order', 'time: `ordered_at`', 'as `payer`'],
  ],
  ['metrics.kpi.yaml', 'sum(orders.am‸ount', ['field orders.amount: decimal(2) EUR', '`orders.net`']],
  [
    'metrics.kpi.yaml',
    "count(orders where sta‸tus = 'paid')",
    ['field orders.status: text', 'one of `paid` and `cancelled`'],
  ],
  ['metrics.kpi.yaml', 'orders_placed: co‸unt', ['count(x)', 'How many rows', 'for example']],
  ['metrics.kpi.yaml', 'growing: growth(revenue, 1 ye‸ar)', ['year', 'a level of the calendar']],
  ['metrics.kpi.yaml', 'formula: sum(orders.amount wh‸ere', ['m where condition']],
  ['metrics.kpi.yaml', 'count(dis‸tinct', ['each value counts once']],
  ['metrics.kpi.yaml', 'target(revenue_‸fy27)', ['KPI revenue_fy27', 'measures:', 'target is 1000 EUR in FY2027-Q1']],
  [
    'metrics.kpi.yaml',
    'amount > mini‸mum',
    ['parameter minimum: integer EUR', '`100 EUR` where a question says nothing else'],
  ],
  ['metrics.kpi.yaml', 'deci‸mals: 2', ['digits after the point']],
  ['metrics.kpi.yaml', 'format: per‸cent', []],
  ['aims.kpi.yaml', '  gro‸wth: {', ['goal growth', 'served by `revenue_fy27` and `aov_fy27`']],
  ['aims.kpi.yaml', '  he‸ad: {', ['owner head', 'role of `sales`', 'answers for `revenue_fy27`']],
  ['aims.kpi.yaml', 'every: fiscal_qua‸rter', ['fiscal years begin in month 2']],
  ['aims.kpi.yaml', '45 E‸UR/order', ['a currency']],
  ['aims.kpi.yaml', '45 EUR/or‸der', ['unit order']],
  ['aims.kpi.yaml', 'guard‸rails: [', ['KPIs that hold its status back']],
  ['aims.kpi.yaml', 'basis: pace, on_‸track', ['from which on it is on track']],
  ['data.kpi.yaml', 'dimensions:\n  chan‸nel', ['dimension channel: text', '`orders.channel` and `visits.channel`']],
  ['data.kpi.yaml', 'as: pay‸er', ['role orders.payer', 'a reference to `accounts`']],
  ['data.kpi.yaml', 'first_order‸_on: {', ['field customers.first_order_on', 'min(orders.ordered_at)']],
  ['kpi.project.yaml', 'ware‸house: {', ['connection warehouse', 'warehouse.duckdb']],
  ['kpi.project.yaml', 'curr‸ency: EUR', ['ISO 4217']],
];

test.each(CASES)('%s: %s', (path, cursor, parts) => {
  const found = text(path, cursor);
  if (parts.length === 0) expect(found).toBeNull();
  for (const part of parts) expect(found).toContain(part);
});

test('nothing where nothing stands', () => {
  expect(hover(shop, { path: 'metrics.kpi.yaml', position: { line: 999, character: 0 } })).toBeNull();
  expect(hover(shop, { path: 'none.kpi.yaml', position: { line: 0, character: 0 } })).toBeNull();
});

test('what people wrote is no Markdown', () => {
  const workspace = open({ ...SHOP, 'a.kpi.yaml': 'metrics:\n  x: { formula: count(orders), title: "a *b* <i>" }\n' });
  const found = hover(workspace, { path: 'a.kpi.yaml', position: { line: 1, character: 2 } });
  expect(JSON.stringify(found?.contents)).toContain('**a \\\\*b\\\\* \\\\<i\\\\>**');
});

test('a code says what it is, with its page', () => {
  const kpi = 'metrics:\n  x: { formula: count(orders), ignore: { KPI6045: nobody } }\n';
  const workspace = open({ ...SHOP, 'a.kpi.yaml': kpi }, { pageOf: (code) => `https://example.org/${code}` });
  const found = hover(workspace, { path: 'a.kpi.yaml', position: { line: 1, character: 45 } });
  expect(JSON.stringify(found?.contents)).toContain('https://example.org/KPI6045');
});
