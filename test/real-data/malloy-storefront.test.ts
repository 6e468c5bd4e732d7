// Malloy's storefront example beside what Malloy itself answers, and subscriptions as intervals beside SQL by hand.
import { describeDataSet } from './real-data.js';

const MEASURES = [
  'order_count',
  'order_item_count',
  'total_sales',
  'total_margin',
  'margin_rate',
  'avg_order_value',
  'customer_count',
  'orders_per_customer',
  'return_rate',
];

/** Its sums are floats of amounts in cents; its quotients are compared as floats. */
const MALLOY = `order_count, order_item_count, total_sales::DECIMAL(18,2), total_margin::DECIMAL(18,2), '~' || margin_rate, '~' || avg_order_value,
  customer_count, '~' || orders_per_customer, '~' || return_rate`;

function malloy(query: string, columns: string): string {
  return `SELECT ${columns} FROM (SELECT unnest(queries.${query}.rows, recursive := true) FROM "expected-malloy")`;
}

const MONTHS = `(SELECT unnest(generate_series(DATE '2023-01-01', DATE '2026-02-01', INTERVAL 1 MONTH))::DATE AS m)`;

describeDataSet({
  folder: 'malloy-storefront',
  asOf: '2026-03-31',
  reference: true,
  cases: [
    { name: 'Malloy: overall', metrics: MEASURES, sql: malloy('overall', MALLOY) },
    {
      name: 'Malloy: by category, with its share of everything',
      metrics: [...MEASURES, 'percent_of_sales', 'share(total_sales, category)'],
      by: ['category'],
      sql: malloy('by_category', `category, ${MALLOY}, '~' || percent_of_sales, '~' || percent_of_sales`),
    },
    {
      name: 'Malloy: by region, through a join on a join',
      metrics: MEASURES,
      by: ['region'],
      sql: malloy('by_region', `region, ${MALLOY}`),
    },
    { name: 'Malloy: by status', metrics: MEASURES, by: ['status'], sql: malloy('by_status', `status, ${MALLOY}`) },
    {
      name: 'Malloy: by month',
      metrics: MEASURES,
      grain: 'month',
      to: '2025-12',
      sql: malloy('by_month', `substring(mon::VARCHAR, 1, 7), ${MALLOY}`),
    },
    {
      name: 'Malloy: category, region and quarter',
      metrics: ['total_sales', 'total_margin', 'margin_rate', 'order_count', 'customer_count'],
      by: ['category', 'region'],
      grain: 'quarter',
      to: '2025-12',
      sql: malloy(
        'category_region_quarter',
        `year(q::TIMESTAMP) || '-Q' || quarter(q::TIMESTAMP), category, region, total_sales::DECIMAL(18,2), total_margin::DECIMAL(18,2), '~' || margin_rate, order_count, customer_count`,
      ),
    },
    {
      name: 'its views: top customers and top brands',
      metrics: ['total_sales', 'order_count'],
      by: ['customers.full_name', 'order_items.customer_id'],
      order: ['total_sales desc', 'order_items.customer_id'],
      limit: 10,
      ordered: true,
      sql: `SELECT full_name, customer_id, sum(sale_price::DECIMAL(12,2)) AS s, count(DISTINCT order_id) FROM order_items JOIN customers USING (customer_id)
        GROUP BY ALL ORDER BY s DESC, 2 LIMIT 10`,
    },
    {
      name: 'customers by their orders and by the days until the first',
      metrics: [
        'count(customers)',
        'median(customers.orders_made)',
        'quantile(customers.days_to_first_item, 0.75)',
        'avg(customers.days_to_first_item)',
        'count(customers.first_item_on)',
      ],
      by: ['region'],
      grain: 'year',
      sql: `WITH c AS (SELECT region, year(signup_date) AS y, (SELECT count(DISTINCT order_id) FROM order_items o WHERE o.customer_id = c.customer_id) AS n,
          date_diff('day', signup_date, (SELECT min(created_at) FROM order_items o WHERE o.customer_id = c.customer_id)) AS d FROM customers c JOIN regions USING (state))
        SELECT y::VARCHAR, region, count(*), median(n)::DECIMAL(9,1), quantile_cont(d, 0.75)::DECIMAL(9,2), sum(d)::BIGINT || '/' || count(d), count(d) FROM c GROUP BY ALL`,
    },
    {
      name: 'customers who come back, by the region and the month of their first item',
      metrics: [
        'retention(order_items by customer_id at 1 month)',
        'retention(order_items by customer_id at 3 months)',
      ],
      by: ['region'],
      grain: 'quarter',
      from: '2024-Q4',
      to: '2025-Q4',
      asOf: '2025-12-31',
      sql: `WITH i AS (SELECT customer_id, region, date_trunc('month', created_at) AS m, created_at AS d, id FROM order_items JOIN customers USING (customer_id) JOIN regions USING (state)),
        f AS (FROM i QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY d, id) = 1),
        b AS (SELECT f.*, (SELECT count(*) > 0 FROM i WHERE i.customer_id = f.customer_id AND i.m = f.m + INTERVAL 1 MONTH) AS a,
          (SELECT count(*) > 0 FROM i WHERE i.customer_id = f.customer_id AND i.m = f.m + INTERVAL 3 MONTH) AS c FROM f WHERE d >= '2024-10-01')
        SELECT year(d) || '-Q' || quarter(d), region,
          coalesce(nullif(count(*) FILTER (a AND m < '2025-12-01') || '/' || count(*) FILTER (m < '2025-12-01'), '0/0'), '!not_due'),
          coalesce(nullif(count(*) FILTER (c AND m < '2025-10-01') || '/' || count(*) FILTER (m < '2025-10-01'), '0/0'), '!not_due') FROM b GROUP BY ALL`,
    },
    {
      name: 'from signing up to the first item: a share, a count, and what is still open',
      metrics: [
        'conversion(customers to order_items by customer_id within 30 days)',
        'conversions(customers to order_items by customer_id within 30 days)',
        "conversion(customers to order_items where status <> 'Cancelled' by customer_id within 90 days)",
      ],
      grain: 'quarter',
      from: '2025-Q1',
      to: '2025-Q4',
      asOf: '2025-12-31',
      sql: `WITH c AS (SELECT signup_date AS s, (SELECT count(*) > 0 FROM order_items o WHERE o.customer_id = c.customer_id AND created_at BETWEEN signup_date AND signup_date + 30) AS a,
          (SELECT count(*) > 0 FROM order_items o WHERE o.customer_id = c.customer_id AND status <> 'Cancelled' AND created_at BETWEEN signup_date AND signup_date + 90) AS b
          FROM customers c WHERE year(signup_date) = 2025)
        SELECT year(s) || '-Q' || quarter(s), count(*) FILTER (a AND s + 30 <= '2025-12-31') || '/' || count(*) FILTER (s + 30 <= '2025-12-31'), count(*) FILTER (a AND s + 30 <= '2025-12-31'),
          coalesce(nullif(count(*) FILTER (b AND s + 90 <= '2025-12-31') || '/' || count(*) FILTER (s + 90 <= '2025-12-31'), '0/0'), '!not_due') FROM c GROUP BY 1`,
    },
    {
      name: 'subscriptions at the start and the end of months',
      metrics: ['mrr', 'mrr_before', 'running', 'started', 'ended', 'churn_rate'],
      grain: 'month',
      from: '2023-01',
      to: '2026-02',
      sql: `SELECT strftime(m, '%Y-%m'), coalesce(sum(mrr) FILTER (started_at < e AND coalesce(churned_at >= e, true))::DECIMAL(18,2)::VARCHAR, '!no_rows'),
          coalesce(sum(mrr) FILTER (started_at < m AND coalesce(churned_at >= m, true))::DECIMAL(18,2)::VARCHAR, '!no_rows'),
          count(*) FILTER (started_at < e AND coalesce(churned_at >= e, true)), count(*) FILTER (started_at >= m AND started_at < e),
          count(*) FILTER (churned_at >= m AND churned_at < e),
          count(*) FILTER (churned_at >= m AND churned_at < e) || '/' || count(*) FILTER (started_at < m AND coalesce(churned_at >= m, true))
        FROM (SELECT m, (m + INTERVAL 1 MONTH)::DATE AS e FROM ${MONTHS}) JOIN subscriptions ON true GROUP BY m, e`,
    },
    {
      name: 'the value of subscriptions by plan, with growth over a year',
      metrics: ['mrr', 'growth(mrr, 1 year)', 'change(running, 1 quarter)'],
      by: ['plan'],
      grain: 'quarter',
      from: '2024-Q1',
      to: '2025-Q4',
      sql: `WITH e AS (SELECT unnest(generate_series(DATE '2024-04-01', DATE '2026-01-01', INTERVAL 3 MONTH))::DATE AS e),
        v AS (SELECT e, plan, sum(mrr) FILTER (started_at < e AND coalesce(churned_at >= e, true))::DECIMAL(18,2) AS v,
          sum(mrr) FILTER (started_at < e - INTERVAL 1 YEAR AND coalesce(churned_at >= e - INTERVAL 1 YEAR, true))::DECIMAL(18,2) AS p,
          count(*) FILTER (started_at < e AND coalesce(churned_at >= e, true)) - count(*) FILTER (started_at < e - INTERVAL 3 MONTH AND coalesce(churned_at >= e - INTERVAL 3 MONTH, true)) AS c
          FROM e JOIN subscriptions ON true GROUP BY ALL)
        SELECT year(e - 1) || '-Q' || quarter(e - 1), plan, v, (v - p) || '/' || p, c FROM v`,
    },
    {
      name: 'a mean over the days of a quarter',
      metrics: ['mean_mrr', 'avg(running per day)'],
      by: ['subscriber_country'],
      from: '2025-07',
      to: '2025-09',
      sql: `WITH d AS (SELECT unnest(generate_series(DATE '2025-07-02', DATE '2025-10-01', INTERVAL 1 DAY))::DATE AS d),
        v AS (SELECT d, country, sum(mrr)::DECIMAL(18,2) AS v, count(*) AS n FROM d JOIN subscriptions ON started_at < d AND coalesce(churned_at >= d, true) GROUP BY ALL)
        SELECT country, sum(v) || '/92', sum(n)::BIGINT || '/92' FROM v GROUP BY 1`,
    },
    {
      name: 'a parameter of the question',
      metrics: ['governed_value', 'governed_count', 'governed_value / governed_count'],
      by: ['tenant_region', 'governed_orders.status'],
      grain: 'month',
      from: '2025-01',
      to: '2025-12',
      where: "tenant <> 'acme'",
      parameters: { min_amount: '500.50 USD' },
      sql: `SELECT strftime(order_date, '%Y-%m'), region, status, sum(amount::DECIMAL(12,2)) AS s, count(*) AS n, s || '/' || n FROM governed_orders
        WHERE amount >= 500.5 AND tenant <> 'acme' AND year(order_date) = 2025 GROUP BY ALL`,
    },
  ],
});
