-- Best known text: the two groupings of m20 by day, then a frame of 28 days over few rows.
-- 2026-11-22, the founders
WITH leaf AS (
  SELECT order_date AS day, status,
    (CASE WHEN gross > 1000 THEN 1 ELSE 0 END + CASE WHEN discount > 0 THEN 2 ELSE 0 END)::INTEGER AS mask,
    sum(gross) AS gross, sum(discount) AS discount, sum(cost) AS cost, sum(tax) AS tax, sum(quantity) AS quantity, count(*) AS n
  FROM orders GROUP BY ALL),
daily AS (
  SELECT day,
    sum(gross) AS gross_all,
    sum(discount) AS discount_all,
    sum(cost) AS cost_all,
    sum(tax) AS tax_all,
    sum(quantity) AS quantity_all,
    sum(n) AS orders_all,
    sum(gross) FILTER (WHERE status = 'complete') AS gross_complete,
    sum(discount) FILTER (WHERE status = 'complete') AS discount_complete,
    sum(cost) FILTER (WHERE status = 'complete') AS cost_complete,
    sum(tax) FILTER (WHERE status = 'complete') AS tax_complete,
    sum(quantity) FILTER (WHERE status = 'complete') AS quantity_complete,
    coalesce(sum(n) FILTER (WHERE status = 'complete'), 0) AS orders_complete,
    coalesce(sum(n) FILTER (WHERE status = 'cancelled'), 0) AS orders_cancelled,
    coalesce(sum(n) FILTER (WHERE status = 'pending'), 0) AS orders_pending,
    sum(gross) FILTER (WHERE status = 'cancelled') AS gross_cancelled,
    sum(gross) FILTER (WHERE status = 'pending') AS gross_pending,
    sum(gross) FILTER (WHERE mask & 1 <> 0) AS gross_large,
    coalesce(sum(n) FILTER (WHERE mask & 1 <> 0), 0) AS orders_large,
    sum(cost) FILTER (WHERE status = 'complete' AND mask & 1 <> 0) AS cost_large_complete,
    sum(gross) FILTER (WHERE mask & 2 <> 0) AS gross_discounted
  FROM leaf GROUP BY ALL)
SELECT * FROM (
SELECT day,
  sum(gross_all) OVER w AS gross_all,
  sum(discount_all) OVER w AS discount_all,
  sum(cost_all) OVER w AS cost_all,
  sum(tax_all) OVER w AS tax_all,
  sum(quantity_all) OVER w AS quantity_all,
  sum(orders_all) OVER w AS orders_all,
  sum(gross_complete) OVER w AS gross_complete,
  sum(discount_complete) OVER w AS discount_complete,
  sum(cost_complete) OVER w AS cost_complete,
  sum(tax_complete) OVER w AS tax_complete,
  sum(quantity_complete) OVER w AS quantity_complete,
  sum(orders_complete) OVER w AS orders_complete,
  sum(orders_cancelled) OVER w AS orders_cancelled,
  sum(orders_pending) OVER w AS orders_pending,
  sum(gross_cancelled) OVER w AS gross_cancelled,
  sum(gross_pending) OVER w AS gross_pending,
  sum(gross_large) OVER w AS gross_large,
  sum(orders_large) OVER w AS orders_large,
  sum(cost_large_complete) OVER w AS cost_large_complete,
  sum(gross_discounted) OVER w AS gross_discounted
FROM daily WINDOW w AS (ORDER BY day RANGE BETWEEN INTERVAL 27 DAYS PRECEDING AND CURRENT ROW)) AS rolled
WHERE day >= DATE '2023-02-01' ORDER BY day;
