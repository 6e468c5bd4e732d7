// Online Retail: half a million lines as they are, with cancellations, missing customers and clock times in London.
import { describeDataSet } from './real-data.js';

const A = 'sum(quantity * unit_price)';
const SOLD = `sum(quantity * unit_price) FILTER (invoice_no NOT LIKE 'C%')`;

describeDataSet({
  folder: 'online-retail',
  asOf: '2011-12-09',
  reference: false,
  cases: [
    {
      name: 'totals',
      metrics: [
        'revenue',
        'sold',
        'cancelled_value',
        'cancelled_share',
        'lines_written',
        'units',
        'invoices_written',
        'cancellations',
        'buyers',
        'products_sold',
        'known_share',
      ],
      sql: `SELECT ${A}, ${SOLD}, ${A} - ${SOLD}, (${SOLD} - ${A}) || '/' || ${SOLD}, count(*), sum(quantity)::BIGINT,
          count(DISTINCT invoice_no) FILTER (invoice_no NOT LIKE 'C%'), count(DISTINCT invoice_no) FILTER (invoice_no LIKE 'C%'),
          (SELECT count(DISTINCT customer_id) FROM invoices WHERE NOT is_cancellation), count(DISTINCT stock_code), count(customer_id) || '/' || count(*) FROM lines`,
    },
    {
      name: 'months: two facts and a quotient between them',
      metrics: ['revenue', 'cancelled_share', 'invoices_written', 'invoice_value', 'buyers', 'cancellation_rate'],
      grain: 'month',
      sql: `WITH l AS (SELECT date_trunc('month', invoice_ts) AS m, ${A} AS a, ${SOLD} AS s FROM lines GROUP BY 1),
        i AS (SELECT date_trunc('month', invoice_ts) AS m, count(*) FILTER (NOT is_cancellation) AS n, count(DISTINCT customer_id) FILTER (NOT is_cancellation) AS b,
          count(*) AS c FROM invoices GROUP BY 1)
        SELECT strftime(m, '%Y-%m'), a, (s - a) || '/' || s, n, s || '/' || n, b, (c - n) || '/' || c FROM l JOIN i USING (m)`,
    },
    {
      name: 'one dimension, three fields: lines, invoices and customers by country',
      metrics: ['revenue', 'invoices_written', 'new_customers', 'known_share', 'products_sold'],
      by: ['country'],
      sql: `WITH l AS (SELECT country, ${A} AS a, count(customer_id) || '/' || count(*) AS k, count(DISTINCT stock_code) AS p FROM lines GROUP BY 1),
        i AS (SELECT country, count(*) FILTER (NOT is_cancellation) AS n FROM invoices GROUP BY 1), c AS (SELECT country, count(*) AS c FROM customers GROUP BY 1)
        SELECT country, a, coalesce(n, 0), coalesce(c, 0), k, coalesce(p, 0) FROM l FULL JOIN i USING (country) FULL JOIN c USING (country)`,
    },
    {
      name: 'weeks of known and unknown customers',
      metrics: ['revenue', 'units', 'lines_written'],
      by: ['first_month'],
      grain: 'week',
      from: '2011-05-01',
      to: '2011-06-30',
      sql: `SELECT strftime(invoice_ts, '%G-W%V'), date_trunc('month', first_seen)::DATE, ${A}, sum(quantity)::BIGINT, count(*) FROM lines LEFT JOIN customers USING (customer_id)
        WHERE invoice_ts >= '2011-05-01' AND invoice_ts < '2011-07-01' GROUP BY ALL`,
    },
    {
      name: 'hours of the last Sunday in March: 23 of them',
      metrics: ['lines_written', 'revenue'],
      grain: 'hour',
      from: '2011-03-27',
      to: '2011-03-27',
      sql: `WITH h AS (SELECT unnest(generate_series(TIMESTAMP '2011-03-27', TIMESTAMP '2011-03-27 23:00', INTERVAL 1 HOUR)) AS h),
        l AS (SELECT date_trunc('hour', invoice_ts) AS h, count(*) AS n, ${A} AS a FROM lines WHERE invoice_ts::DATE = '2011-03-27' GROUP BY 1)
        SELECT strftime(h, '%Y-%m-%dT%H:00') || CASE hour(h) WHEN 0 THEN '+00:00' ELSE '+01:00' END, coalesce(n, 0), coalesce(a, 0) FROM h LEFT JOIN l USING (h) WHERE hour(h) <> 1`,
    },
    {
      name: 'medians and quantiles of lines and of invoices',
      metrics: [
        'median(sold per lines.invoice_no)',
        'quantile(lines.amount, 0.95)',
        'median(lines.unit_price)',
        'median(lines.invoices.size)',
        'max(lines.invoices.value)',
      ],
      where: 'not lines.cancelled',
      sql: `WITH l AS (FROM lines WHERE invoice_no NOT LIKE 'C%'), v AS (SELECT invoice_no, ${A} AS v FROM l GROUP BY 1),
        r AS (SELECT v, row_number() OVER (ORDER BY v) - 1 AS i, count(*) OVER () - 1 AS k FROM v),
        s AS (SELECT quantity * unit_price AS v, row_number() OVER (ORDER BY v) - 1 AS i, count(*) OVER () - 1 AS k FROM l),
        u AS (SELECT unit_price AS v, row_number() OVER (ORDER BY unit_price) - 1 AS i, count(*) OVER () - 1 AS k FROM l)
        SELECT (SELECT avg2 FROM (SELECT sum(v) || '/' || count(*) AS avg2 FROM r WHERE i IN (k // 2, (k + 1) // 2))),
          (SELECT sum(v * CASE i WHEN k * 95 // 100 THEN 100 - k * 95 % 100 WHEN k * 95 // 100 + 1 THEN k * 95 % 100 ELSE 0 END) || '/100' FROM s),
          (SELECT sum(v) || '/' || count(*) FROM u WHERE i IN (k // 2, (k + 1) // 2)),
          (SELECT median(n)::DECIMAL(9,1) FROM l JOIN (SELECT invoice_no, count(*) AS n FROM lines GROUP BY 1) USING (invoice_no)), max(v) FROM v`,
    },
    {
      name: 'products: the ten that sell best, with what comes back',
      metrics: ['sold', 'cancelled_share', 'count(distinct lines.customer_id)'],
      by: ['products.stock_code', 'products.description'],
      where: 'products.is_product and lines.unit_price > 0 GBP',
      having: 'cancelled_share > 0.5%',
      order: ['sold desc'],
      limit: 10,
      ordered: true,
      sql: `SELECT stock_code, p.description, ${SOLD} AS s, (s - ${A}) || '/' || s, count(DISTINCT customer_id) FROM lines JOIN products p USING (stock_code)
        WHERE length(stock_code) >= 5 AND stock_code NOT IN ('BANK CHARGES', 'AMAZONFEE') AND stock_code NOT LIKE 'gift%' AND unit_price > 0
        GROUP BY ALL HAVING (s - ${A}) * 1000 > s * 5 ORDER BY s DESC, 1 LIMIT 10`,
    },
    {
      name: 'customers by how often they came',
      metrics: ['revenue', 'buyers', 'new_customers', 'share(revenue, frequent)'],
      by: ['frequent'],
      sql: `WITH f AS (SELECT customer_id, (SELECT count(*) FROM invoices i WHERE i.customer_id = c.customer_id AND NOT is_cancellation) >= 5 AS f FROM customers c)
        SELECT f, ${A}, (SELECT count(DISTINCT customer_id) FROM invoices JOIN f g USING (customer_id) WHERE NOT is_cancellation AND g.f = o.f),
          (SELECT count(*) FROM f g WHERE g.f = o.f), ${A} || '/' || (SELECT ${A} FROM lines) FROM lines LEFT JOIN f o USING (customer_id) GROUP BY 1`,
    },
    {
      name: 'customers above a bound; lines of nobody are a group, and no customer',
      metrics: [
        'count(per lines.customer_id where revenue > 1000 GBP)',
        'max(sold per lines.customer_id)',
        'sum(revenue per lines.customer_id)',
      ],
      grain: 'quarter',
      sql: `WITH v AS (SELECT date_trunc('quarter', invoice_ts) AS q, customer_id, ${A} AS a, coalesce(${SOLD}, 0) AS s FROM lines GROUP BY ALL)
        SELECT year(q) || '-Q' || quarter(q), count(*) FILTER (a > 1000 AND customer_id IS NOT NULL), max(s), sum(a) FROM v GROUP BY q`,
    },
    {
      name: 'moving windows at the end of days: distinct customers of 28 days, money of 7',
      metrics: [
        'rolling(buyers, 28 days)',
        'rolling(revenue, 7 days)',
        'to_date(revenue, month)',
        'growth(rolling(revenue, 7 days), 7 days)',
      ],
      grain: 'day',
      from: '2011-11-20',
      to: '2011-12-09',
      sql: `WITH d AS (SELECT unnest(generate_series(DATE '2011-11-20', DATE '2011-12-09', INTERVAL 1 DAY))::DATE AS d),
        l AS (SELECT invoice_ts::DATE AS t, ${A} AS a FROM lines GROUP BY 1),
        w AS (SELECT d, sum(a) FILTER (t > d - 7) AS w, sum(a) FILTER (t <= d - 7 AND t > d - 14) AS p, coalesce(sum(a) FILTER (date_trunc('month', t) = date_trunc('month', d)), 0) AS m
          FROM d JOIN l ON t <= d GROUP BY 1)
        SELECT d, (SELECT count(DISTINCT customer_id) FROM invoices WHERE NOT is_cancellation AND invoice_ts >= d - 27 AND invoice_ts < d + 1), w, m, (w - p) || '/' || p FROM w`,
    },
    {
      name: 'growth of a running month, against the same days a year before',
      metrics: [
        'growth(revenue, 1 year)',
        'growth(buyers, 1 year)',
        'prior(revenue, 1 month)',
        'growth(revenue, 1 quarter)',
      ],
      grain: 'month',
      from: '2011-11',
      to: '2011-12',
      sql: `WITH t AS (SELECT quantity * unit_price AS a, invoice_ts::DATE AS t FROM lines),
        s AS (SELECT sum(a) FILTER (t >= '2011-12-01') AS d11, sum(a) FILTER (t BETWEEN '2010-12-01' AND '2010-12-09') AS d10, sum(a) FILTER (t BETWEEN '2011-11-01' AND '2011-11-09') AS n9,
          sum(a) FILTER (t BETWEEN '2011-09-01' AND '2011-09-09') AS s9, sum(a) FILTER (t BETWEEN '2011-11-01' AND '2011-11-30') AS n, sum(a) FILTER (t BETWEEN '2011-10-01' AND '2011-10-31') AS o,
          sum(a) FILTER (t BETWEEN '2011-08-01' AND '2011-08-31') AS g FROM t),
        b AS (SELECT count(DISTINCT customer_id) FILTER (invoice_ts >= '2011-12-01') AS y, count(DISTINCT customer_id) FILTER (invoice_ts < '2010-12-10') AS x FROM invoices WHERE NOT is_cancellation)
        SELECT '2011-11', '!incomplete_window', '!incomplete_window', o, (n - g) || '/' || g FROM s UNION ALL
        SELECT '2011-12', (d11 - d10) || '/' || d10, (y - x) || '/' || x, n9, (d11 - s9) || '/' || s9 FROM s, b`,
    },
  ],
});
