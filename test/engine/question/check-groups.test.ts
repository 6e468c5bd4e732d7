// Groups and windows of a question, held against the aggregates in its formulas.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';
import type { Question } from '../../../packages/engine/src/question/question.js';

const { value: graph, diagnostics } = parseProject([
  { path: 'kpi.project.yaml', text: 'project: p\ncalendar: { fiscal_year_starts: april }\n' },
  {
    path: 'x.kpi.yaml',
    text: `
datasets:
  shops:
    from: shops.csv
    one: shop
    key: shop_id
    time: none
    fields: { shop_id: text, region: text, opened_on: date }
  products: { from: products.csv, key: product_id, time: none, fields: { product_id: text } }
  tags:
    from: tags.csv
    key: [product_id, tag]
    time: none
    fields: { product_id: { type: text, references: products }, tag: text }
  orders:
    from: orders.csv
    one: order
    key: order_id
    time: ordered_on
    fields:
      order_id: text
      ordered_on: date
      channel: text
      shop_id: { type: text, references: shops }
      product_id: { type: text, references: products }
dimensions: { channel: orders.channel, region: shops.region, tag: tags.tag }
metrics:
  placed: count(orders)
  placed_at_all: placed across channel
  shops: count(shops)
  opened: count(shops dated opened_on)
  orders_per_shop: placed / shops
  part: share(placed, all)
  part_of_channels: share(placed, channel)
  rate: { formula: count(orders where channel = 'web') / placed, format: percent }
`,
  },
]);

const asked = (metrics: string | readonly string[], more: Partial<Question> = {}): readonly string[] =>
  checkQuestion(graph, {
    metrics: typeof metrics === 'string' ? [metrics] : metrics,
    asOf: '2026-06-30',
    ...more,
  }).diagnostics.map(({ code, span }) => `${code} ${span.file} ${span.start}-${span.end}`);

test('the definitions are right', () => {
  expect(diagnostics).toEqual([]);
});

test('an answer whose groups no aggregate sees has no rows', () => {
  expect(asked('placed_at_all', { by: ['channel'] })).toEqual(['KPI4028 --by 1 0-7']);
  expect(asked('placed across all', { by: ['channel', 'region'] })).toEqual(['KPI4028 --by 1 0-7']);
  expect(asked('placed_at_all', { by: ['region', 'channel'] })).toEqual(['KPI4028 --by 1 0-6']);
  expect(asked(['placed_at_all', 'placed across region'], { by: ['region', 'channel'] })).toEqual([
    'KPI4028 --by 1 0-6',
  ]);
  expect(asked('placed_at_all', { by: ['region'] })).toEqual([]);
  expect(asked('placed_at_all')).toEqual([]);
  expect(asked(['placed', 'placed_at_all'], { by: ['channel'] })).toEqual([]);
  expect(asked('placed / placed_at_all', { by: ['channel'] })).toEqual([]);
  expect(asked('placed across time', { by: ['channel'], grain: 'month', from: '2026' })).toEqual([]);
  // A condition on groups reaches them too.
  expect(asked('placed_at_all', { by: ['channel'], having: 'placed > 1' })).toEqual([]);
});

test('a window on rows that are true at all times is said not to apply', () => {
  expect(asked('shops')).toEqual([]);
  expect(asked('shops', { grain: 'month' })).toEqual(['KPI4029 metric 1 0-5']);
  expect(asked('placed / orders_per_shop', { from: '2026' })).toEqual(['KPI4029 metric 1 9-24']);
  expect(asked(['shops', 'orders_per_shop'], { to: '2026' })).toEqual(['KPI4029 metric 1 0-5']);
  expect(asked('rolling(shops, 28 days)')).toEqual(['KPI4029 metric 1 8-13']);
  expect(asked('avg(shops per month)', { by: ['region'] })).toEqual(['KPI4029 metric 1 4-9']);
  expect(asked('opened', { grain: 'month' })).toEqual([]);
  expect(asked('shops across time', { grain: 'month' })).toEqual([]);
  expect(asked('shops across time', { grain: 'month', to: '2026' })).toEqual(['KPI4029 metric 1 0-5']);
  // Dimensions of such rows are no aggregate over them.
  expect(asked('placed', { by: ['region'], grain: 'month' })).toEqual([]);
  const answer = checkQuestion(graph, { metrics: ['shops'], grain: 'month', asOf: '2026-06-30' });
  expect(answer.diagnostics.map(({ severity }) => severity)).toEqual(['info']);
  expect(answer.value).not.toBe(null);
});

test('a share of everything is none of groups that share rows', () => {
  expect(asked('part', { by: ['tag'] })).toEqual(['KPI4018 metric 1 0-4']);
  expect(asked('share(placed, all)', { by: ['region', 'tag'] })).toEqual(['KPI4018 metric 1 0-18']);
  expect(asked('part', { by: ['region'] })).toEqual([]);
  // Within each tag the channels add up to it.
  expect(asked('part_of_channels', { by: ['tag', 'channel'] })).toEqual([]);
  expect(asked('placed / (placed across all)', { by: ['tag'] })).toEqual([]);
});

test('the unit that `whole` takes contains the buckets', () => {
  expect(asked('whole(placed, week)', { grain: 'month' })).toEqual(['KPI4016 metric 1 0-19']);
  expect(asked('placed / whole(placed, month)', { grain: 'week' })).toEqual(['KPI4016 metric 1 9-29']);
  expect(asked('whole(placed, day)', { grain: 'month' })).toEqual(['KPI4016 metric 1 0-18']);
  expect(asked('avg(whole(placed, week) per month)')).toEqual(['KPI4016 metric 1 4-23']);
  expect(asked('whole(placed, year)', { grain: 'fiscal_year' })).toEqual(['KPI4016 metric 1 0-19']);
  expect(asked('whole(placed, year)', { grain: 'fiscal_quarter' })).toEqual([]);
  expect(asked('whole(placed, fiscal_year)', { grain: 'quarter' })).toEqual([]);
  expect(asked('whole(placed, month)', { grain: 'month' })).toEqual([]);
  expect(asked('whole(placed, week)', { grain: 'day' })).toEqual([]);
  expect(asked('whole(placed, week)', { from: '2026-06-01', to: '2026-06-02' })).toEqual([]);
  expect(asked('whole(rolling(placed, 28 days), week)', { grain: 'month' })).toEqual(['KPI4016 metric 1 0-37']);
  expect(asked('rolling(whole(placed, week), 28 days)', { grain: 'month' })).toEqual([]);
});

test('a percentage is compared with one', () => {
  expect(asked('placed', { by: ['channel'], having: 'rate > 5' })).toEqual(['KPI3030 --having 7-8']);
  expect(asked('case when rate > 5 then 1 else 0 end')).toEqual(['KPI3030 metric 1 17-18']);
  expect(asked('placed', { by: ['channel'], having: 'rate > 5%' })).toEqual([]);
});
