// The questions of W5 in every language; the SQL stands in plain-sql/ and best-sql/ under the question's name.
import type { SextantQuestion } from '../subjects/sextant.js';
import type { ColumnKind, TableShape } from '../harness/result-table.js';

export interface Question {
  readonly name: string;
  readonly shape: TableShape;
  readonly sextant: SextantQuestion;
  readonly malloy: string;
  /** Another way in which a user of Malloy might say it, timed and checked too. */
  readonly malloyOtherwise?: { readonly name: string; readonly query: string };
}

/** Name, our formula, Malloy's expression in the source `orders`. */
const ORDER_MEASURES: readonly (readonly [string, string, string])[] = [
  ['gross_all', 'sum(orders.gross)', 'gross.sum()'],
  ['discount_all', 'sum(orders.discount)', 'discount.sum()'],
  ['cost_all', 'sum(orders.cost)', 'cost.sum()'],
  ['tax_all', 'sum(orders.tax)', 'tax.sum()'],
  ['quantity_all', 'sum(orders.quantity)', 'quantity.sum()'],
  ['orders_all', 'count(orders)', 'count()'],
  ...(['gross', 'discount', 'cost', 'tax', 'quantity'] as const).map((column): readonly [string, string, string] => [
    `${column}_complete`,
    `sum(orders.${column} where status = 'complete')`,
    `${column}.sum() { where: status = 'complete' }`,
  ]),
  ...(['complete', 'cancelled', 'pending'] as const).map((status): readonly [string, string, string] => [
    `orders_${status}`,
    `count(orders where status = '${status}')`,
    `count() { where: status = '${status}' }`,
  ]),
  ...(['cancelled', 'pending'] as const).map((status): readonly [string, string, string] => [
    `gross_${status}`,
    `sum(orders.gross where status = '${status}')`,
    `gross.sum() { where: status = '${status}' }`,
  ]),
  ['gross_large', 'sum(orders.gross where gross > 1000 EUR)', 'gross.sum() { where: gross > 1000 }'],
  ['orders_large', 'count(orders where gross > 1000 EUR)', 'count() { where: gross > 1000 }'],
  [
    'cost_large_complete',
    "sum(orders.cost where status = 'complete' and gross > 1000 EUR)",
    "cost.sum() { where: status = 'complete' and gross > 1000 }",
  ],
  ['gross_discounted', 'sum(orders.gross where discount > 0 EUR)', 'gross.sum() { where: discount > 0 }'],
];

const RATIOS: readonly (readonly [string, string, string])[] = [
  ['margin', '(gross_complete - cost_complete) / gross_complete', '(gross_complete - cost_complete) / gross_complete'],
  ['discount_rate', 'discount_all / gross_all', 'discount_all / gross_all'],
  ['order_value', 'gross_complete / orders_complete', 'gross_complete / orders_complete'],
  ['cancel_rate', 'orders_cancelled / orders_all', 'orders_cancelled / orders_all'],
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['customers', 'count(distinct orders.customer_id)'],
  ['refunds', 'sum(returns.refund)'],
  ['returned', 'count(returns)'],
  ['refunds_of_orders', 'sum(returns.refund dated orders.order_date)'],
  ['returned_of_orders', 'count(returns dated orders.order_date)'],
];

/** Our metrics, by the names under which the questions ask for them. */
export const SEXTANT_METRICS: readonly (readonly [string, string])[] = [
  ...ORDER_MEASURES.map(([name, ours]): readonly [string, string] => [name, ours]),
  ...RATIOS.map(([name, ours]): readonly [string, string] => [name, ours]),
  ...OTHERS,
];

/** Declarations for Malloy's source `orders`; the returns are joined one to many, as its documentation does. */
export const MALLOY_ORDERS = [
  "  join_many: back is duckdb.table('returns') extend { primary_key: return_id } on order_id = back.order_id",
  '  measure:',
  ...[...ORDER_MEASURES, ...RATIOS].map(([name, , theirs]) => `    ${name} is ${theirs}`),
].join('\n');

const MONTHS = { grain: 'month', from: '2023-01', to: '2025-12', asOf: '2026-01-31' } as const;
/** `month` is a word of Malloy's own and stands in backticks. */
const MONTH_AND_CHANNEL = '`month` is order_date.month, channel';

function shape(keys: readonly string[], kind: ColumnKind, names: readonly string[]): TableShape {
  return {
    columns: [
      ...keys.map((name) => ({ name, kind: name === 'month' ? ('month' as const) : ('key' as const) })),
      ...names.map((name) => ({ name, kind })),
    ],
  };
}

const m20 = ORDER_MEASURES.map(([name]) => name);
const ratios = RATIOS.map(([name]) => name);
const twoFacts = ['gross_all', 'orders_all', 'refunds', 'returned'];

export const QUESTIONS: readonly Question[] = [
  {
    name: 'single',
    shape: shape([], 'exact', ['gross_complete']),
    sextant: { metrics: ['gross_complete'], asOf: '2026-01-31' },
    malloy: 'run: orders -> { aggregate: gross_complete }',
  },
  {
    name: 'm20',
    shape: shape(['month', 'channel'], 'exact', m20),
    sextant: { metrics: m20, by: ['channel'], ...MONTHS },
    malloy: `run: orders -> { group_by: ${MONTH_AND_CHANNEL}; aggregate: ${m20.join(', ')} }`,
  },
  {
    name: 'ratios',
    shape: shape(['month', 'channel'], 'float', ratios),
    sextant: { metrics: ratios, by: ['channel'], ...MONTHS },
    malloy: `run: orders -> { group_by: ${MONTH_AND_CHANNEL}; aggregate: ${ratios.join(', ')} }`,
  },
  {
    name: 'distinct',
    shape: shape(['month'], 'exact', ['customers']),
    sextant: { metrics: ['customers'], ...MONTHS },
    malloy: 'run: orders -> { group_by: `month` is order_date.month; aggregate: customers is count(customer_id) }',
  },
  {
    name: 'joins',
    shape: shape(['category', 'region'], 'exact', ['gross_all', 'orders_all']),
    sextant: { metrics: ['gross_all', 'orders_all'], by: ['category', 'region'], asOf: '2026-01-31' },
    malloy: `run: orders -> {
  group_by: category is products.categories.category_name, region is stores.regions.region_name
  aggregate: gross_all, orders_all }`,
  },
  {
    name: 'two-facts',
    shape: shape(['month', 'channel'], 'exact', twoFacts),
    sextant: { metrics: twoFacts, by: ['channel'], grain: 'month', from: '2023-01', to: '2026-01', asOf: '2026-01-31' },
    // Its join keeps the left side only and compares with =: groups that only returns have are lost, those without a value do not meet.
    malloy: `source: o is orders -> { group_by: ${MONTH_AND_CHANNEL}; aggregate: gross_all, orders_all }
source: r is returns -> {
  group_by: \`month\` is return_date.month, channel
  aggregate: refunds is refund.sum(), returned is count() }
source: both is o extend { join_one: r on \`month\` = r.\`month\` and channel = r.channel }
run: both -> { select: \`month\`, channel, gross_all, orders_all, refunds is r.refunds, returned is r.returned ?? 0 }`,
  },
  {
    name: 'fan-out',
    shape: shape(['month', 'channel'], 'exact', twoFacts),
    sextant: {
      metrics: ['gross_all', 'orders_all', 'refunds_of_orders', 'returned_of_orders'],
      by: ['channel'],
      ...MONTHS,
    },
    malloy: `run: orders -> {
  group_by: ${MONTH_AND_CHANNEL}
  aggregate: gross_all, orders_all, refunds is back.refund.sum(), returned is count(back.return_id) }`,
    malloyOtherwise: {
      name: 'malloy-count',
      query: `run: orders -> {
  group_by: ${MONTH_AND_CHANNEL}
  aggregate: gross_all, orders_all, refunds is back.refund.sum(), returned is back.count() }`,
    },
  },
];
