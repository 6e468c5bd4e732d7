// FoodMart: a star of sales with its own roll-up tables as oracles, and two more facts beside it.
import { describeDataSet } from './real-data.js';

const MONEY = 'store_sales::DECIMAL(18,4), store_cost::DECIMAL(18,4), unit_sales';
const DAYS = 'sales_fact_1997 JOIN time_by_day USING (time_id)';
const CLASSES = 'JOIN product USING (product_id) JOIN product_class USING (product_class_id)';
const MEASURES = ['store_sales', 'store_cost', 'unit_sales'];
const RATES = `currency c ON c.currency_id = e.currency_id AND c.date = date_trunc('month', e.exp_date)`;

describeDataSet({
  folder: 'foodmart',
  asOf: '1998-12-31',
  reference: false,
  cases: [
    {
      name: 'roll-up agg_c_10: months',
      metrics: [...MEASURES, 'customer_count', 'fact_count'],
      grain: 'month',
      over: '1997',
      sql: `SELECT printf('1997-%02d', month_of_year), ${MONEY}, customer_count, fact_count FROM agg_c_10_sales_fact_1997`,
    },
    {
      name: 'roll-up agg_l_04: days, and the days without sales',
      metrics: [...MEASURES, 'customer_count', 'fact_count'],
      grain: 'day',
      over: '1997',
      sql: `SELECT the_date, coalesce(store_sales::DECIMAL(18,4)::VARCHAR, '!no_rows'), store_cost::DECIMAL(18,4), unit_sales,
          coalesce(customer_count, 0), coalesce(fact_count, 0)
        FROM time_by_day LEFT JOIN agg_l_04_sales_fact_1997 USING (time_id) WHERE year(the_date) = 1997`,
    },
    {
      name: 'roll-up agg_g_ms_pcat: two people dimensions, three of products two joins away, months',
      metrics: [...MEASURES, 'customer_count', 'fact_count'],
      by: ['gender', 'marital_status', 'family', 'department', 'category'],
      grain: 'month',
      sql: `SELECT printf('1997-%02d', month_of_year), gender, marital_status, product_family, product_department, product_category,
          ${MONEY}, customer_count, fact_count FROM agg_g_ms_pcat_sales_fact_1997`,
    },
    {
      name: 'roll-up agg_lc_06: cities by day',
      metrics: [...MEASURES, 'fact_count'],
      by: ['city', 'customers.state', 'customers.country'],
      grain: 'day',
      sql: `SELECT the_date, city, state_province, country, ${MONEY}, fact_count FROM agg_lc_06_sales_fact_1997 JOIN time_by_day USING (time_id)`,
    },
    {
      name: 'roll-up agg_l_03: the first customers by day',
      metrics: [...MEASURES, 'fact_count'],
      by: ['customer'],
      grain: 'day',
      where: 'customer < 2210',
      sql: `SELECT the_date, customer_id, ${MONEY}, fact_count FROM agg_l_03_sales_fact_1997 JOIN time_by_day USING (time_id) WHERE customer_id < 2210`,
    },
    {
      name: 'roll-up agg_c_14: receipts of the first products by month',
      metrics: [...MEASURES, 'fact_count'],
      by: ['product', 'customer', 'stores.store_id', 'promotions.promotion_id'],
      grain: 'month',
      where: 'product < 61',
      sql: `SELECT printf('1997-%02d', month_of_year), product_id, customer_id, store_id, promotion_id, ${MONEY}, fact_count
        FROM agg_c_14_sales_fact_1997 WHERE product_id < 61`,
    },
    {
      name: 'roll-up agg_lc_100: products and customers by quarter',
      metrics: [...MEASURES, 'fact_count'],
      by: ['product', 'customer'],
      grain: 'quarter',
      where: 'products.product_id < 70',
      sql: `SELECT the_year || '-' || quarter, product_id, customer_id, ${MONEY}, fact_count FROM agg_lc_100_sales_fact_1997 WHERE product_id < 70`,
    },
    {
      name: 'two facts by store: sales and deliveries, with groups that only one of them reaches',
      metrics: ['store_sales', 'delivered', 'fill_rate', 'stock_margin'],
      by: ['store_state', 'store_type'],
      grain: 'year',
      sql: `WITH s AS (SELECT the_year AS y, store_state AS a, store_type AS b, sum(store_sales) AS s FROM ${DAYS} JOIN store USING (store_id) GROUP BY ALL),
        d AS (SELECT the_year AS y, store_state AS a, store_type AS b, sum(units_shipped) AS n, sum(units_ordered) AS o, sum(warehouse_sales - warehouse_cost) AS m
          FROM (FROM inventory_fact_1997 UNION ALL FROM inventory_fact_1998) JOIN time_by_day USING (time_id) JOIN store USING (store_id) GROUP BY ALL)
        SELECT y::VARCHAR, a, b, s, n, n || '/' || o, m FROM s FULL JOIN d USING (y, a, b)`,
    },
    {
      name: 'two facts by what products are',
      metrics: ['margin', 'delivered', 'customer_count'],
      by: ['family', 'department'],
      from: '1997-Q2',
      to: '1997-Q3',
      sql: `WITH s AS (SELECT product_family AS f, product_department AS d, sum(store_sales) AS s, sum(store_cost) AS c, count(DISTINCT customer_id) AS n
          FROM ${DAYS} ${CLASSES} WHERE month(the_date) BETWEEN 4 AND 9 GROUP BY ALL),
        v AS (SELECT product_family AS f, product_department AS d, sum(units_shipped) AS v FROM inventory_fact_1997 JOIN time_by_day USING (time_id) ${CLASSES}
          WHERE month(the_date) BETWEEN 4 AND 9 GROUP BY ALL)
        SELECT f, d, (s - c) || '/' || s, v, coalesce(n, 0) FROM s FULL JOIN v USING (f, d)`,
    },
    {
      name: 'one table in two roles: where the store lies and where the customer lives',
      metrics: ['unit_sales', 'customer_count'],
      by: ['store_region', 'customer_region'],
      sql: `SELECT a.sales_region, b.sales_region, sum(unit_sales)::BIGINT, count(DISTINCT customer_id) FROM sales_fact_1997 JOIN store USING (store_id)
        JOIN customer_1997 USING (customer_id) JOIN region a ON a.region_id = store.region_id JOIN region b ON b.region_id = customer_region_id GROUP BY ALL`,
    },
    {
      name: 'by weekday and medium, with shares along one of them',
      metrics: ['share(store_sales, media)', 'unit_sales', 'promoted_share'],
      by: ['media', 'weekday'],
      sql: `SELECT media_type, the_day, s || '/' || sum(s) OVER (PARTITION BY the_day), n, coalesce(p || '/' || s, '!no_rows')
        FROM (SELECT media_type, the_day, sum(store_sales) AS s, sum(unit_sales)::BIGINT AS n, sum(store_sales) FILTER (promotion_id <> 0) AS p
          FROM ${DAYS} JOIN promotion USING (promotion_id) GROUP BY ALL)`,
    },
    {
      name: 'expenses in three currencies, by account and month',
      metrics: ['expenses', "sum(convert(expenses.amount to USD at date '1997-01-15'))"],
      by: ['account'],
      grain: 'month',
      over: '1997',
      sql: `SELECT strftime(exp_date, '%Y-%m'), account_description, sum(amount * c.conversion_ratio), sum(amount * j.conversion_ratio)
        FROM expense_fact e JOIN ${RATES} JOIN currency j ON j.currency_id = e.currency_id AND j.date = '1997-01-01' JOIN account USING (account_id)
        WHERE year(exp_date) = 1997 GROUP BY ALL`,
    },
    {
      name: 'profit of stores: three facts, one of them converted',
      metrics: ['profit', 'expenses', 'store_sales'],
      by: ['stores.name'],
      over: '1997',
      sql: `WITH x AS (SELECT store_name AS k, sum(amount * conversion_ratio) AS x FROM expense_fact e JOIN ${RATES} JOIN store USING (store_id)
          WHERE year(exp_date) = 1997 GROUP BY 1),
        s AS (SELECT store_name AS k, sum(store_sales) AS s, sum(store_cost) AS c FROM sales_fact_1997 JOIN store USING (store_id) GROUP BY 1)
        SELECT k, coalesce(s - c, 0) - coalesce(x, 0), coalesce(x, 0), s FROM s FULL JOIN x USING (k)`,
    },
    {
      name: 'good customers: a field that sums the facts, by quarter',
      metrics: ['store_sales', 'customer_count', 'sales_per_customer'],
      by: ['good_customer'],
      grain: 'quarter',
      sql: `WITH g AS (SELECT customer_id, sum(store_sales) >= 200 AS g FROM sales_fact_1997 GROUP BY 1)
        SELECT the_year || '-' || quarter, g, sum(store_sales), count(DISTINCT customer_id), sum(store_sales) || '/' || count(DISTINCT customer_id)
        FROM ${DAYS} JOIN g USING (customer_id) GROUP BY ALL`,
    },
    {
      name: 'the tenth of the customers that spends most',
      metrics: ['top_share(store_sales per customers.customer_id, 10%)'],
      sql: `WITH c AS (SELECT sum(store_sales) AS s FROM sales_fact_1997 GROUP BY customer_id)
        SELECT (SELECT sum(s) FROM (SELECT s FROM c ORDER BY s DESC LIMIT (SELECT (count(*) + 9) // 10 FROM c))) || '/' || sum(s) FROM c`,
    },
    {
      name: 'customers above a bound, and the one in the middle',
      metrics: [
        'count(per customers.customer_id where store_sales >= 300 USD)',
        'median(store_sales per customers.customer_id)',
      ],
      by: ['gender'],
      sql: `WITH c AS (SELECT gender, customer_id, sum(store_sales) AS s FROM sales_fact_1997 JOIN customer_1997 USING (customer_id) GROUP BY ALL),
        r AS (SELECT *, row_number() OVER (PARTITION BY gender ORDER BY s) AS i, count(*) OVER (PARTITION BY gender) AS n FROM c)
        SELECT gender, count(*) FILTER (s >= 300), sum(s) FILTER (i IN ((n + 1) // 2, n // 2 + 1)) || '/' || count(*) FILTER (i IN ((n + 1) // 2, n // 2 + 1)) FROM r GROUP BY 1`,
    },
    {
      name: 'growth and moving windows over two years of deliveries',
      metrics: [
        'growth(delivered, 1 year)',
        'prior(delivered, 1 quarter)',
        'rolling(delivered, 3 months)',
        'to_date(delivered, year)',
      ],
      grain: 'month',
      over: '1998',
      sql: `WITH m AS (SELECT date_trunc('month', the_date) AS m, sum(units_shipped) AS n FROM (FROM inventory_fact_1997 UNION ALL FROM inventory_fact_1998)
          JOIN time_by_day USING (time_id) GROUP BY 1)
        SELECT strftime(m, '%Y-%m'), (n - (SELECT n FROM m b WHERE b.m = a.m - INTERVAL 1 YEAR)) || '/' || (SELECT n FROM m b WHERE b.m = a.m - INTERVAL 1 YEAR),
          (SELECT n FROM m b WHERE b.m = a.m - INTERVAL 3 MONTH), (SELECT sum(n) FROM m b WHERE b.m <= a.m AND b.m > a.m - INTERVAL 3 MONTH),
          (SELECT sum(n) FROM m b WHERE b.m <= a.m AND year(b.m) = 1998) FROM m a WHERE year(m) = 1998`,
    },
    {
      name: 'weeks, supply times and the mean of a float',
      metrics: [
        'supply_time',
        'quantile(deliveries.supply_days, 0.9)',
        'avg(deliveries.products.gross_weight)',
        'min(deliveries.value)',
        'max(deliveries.cost)',
      ],
      by: ['warehouse_country'],
      grain: 'week',
      over: '1998-Q1',
      sql: `SELECT strftime(the_date, '%G-W%V'), warehouse_country, median(supply_time::DOUBLE)::DECIMAL(9,1), quantile_cont(supply_time::DOUBLE, 0.9)::DECIMAL(9,6),
          '~' || avg(gross_weight), min(warehouse_sales), max(warehouse_cost)
        FROM inventory_fact_1998 JOIN time_by_day USING (time_id) JOIN warehouse USING (warehouse_id) JOIN product USING (product_id)
        WHERE the_date BETWEEN '1998-01-01' AND '1998-03-31' GROUP BY ALL`,
    },
    {
      name: 'groups by a condition, ordered and cut',
      metrics: ['store_sales', 'margin'],
      by: ['products.brand', 'store_state'],
      where: "products.low_fat and family in ('Food', 'Drink') and not media like '%TV%'",
      having: 'store_sales > 400 USD and margin > 59.5%',
      order: ['store_sales desc', 'products.brand'],
      limit: 12,
      ordered: true,
      sql: `SELECT brand_name, store_state, sum(store_sales) AS s, sum(store_sales - store_cost) || '/' || s FROM sales_fact_1997 ${CLASSES} JOIN store USING (store_id)
        JOIN promotion USING (promotion_id) WHERE low_fat AND product_family IN ('Food', 'Drink') AND media_type NOT LIKE '%TV%' GROUP BY ALL
        HAVING s > 400 AND sum(store_sales - store_cost) / s > 0.595 ORDER BY s DESC, 1 LIMIT 12`,
    },
  ],
});
