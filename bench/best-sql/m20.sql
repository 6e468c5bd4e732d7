-- Best known text: one scan grouped by month, dimension, status and a mask of the other filters that a row satisfies; then a roll-up.
-- 2026-11-22, the founders
WITH leaf AS (
  SELECT (year(order_date) * 12 + month(order_date) - 1)::INTEGER AS mn, channel, status,
    (CASE WHEN gross > 1000 THEN 1 ELSE 0 END + CASE WHEN discount > 0 THEN 2 ELSE 0 END)::INTEGER AS mask,
    sum(gross) AS gross, sum(discount) AS discount, sum(cost) AS cost, sum(tax) AS tax, sum(quantity) AS quantity, count(*) AS n
  FROM orders GROUP BY ALL)
SELECT make_date(mn // 12, mn % 12 + 1, 1) AS month, channel,
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
  sum(gross) FILTER (WHERE status = 'cancelled') AS gross_cancelled,
  coalesce(sum(n) FILTER (WHERE status = 'cancelled'), 0) AS orders_cancelled,
  sum(gross) FILTER (WHERE status = 'pending') AS gross_pending,
  coalesce(sum(n) FILTER (WHERE status = 'pending'), 0) AS orders_pending,
  sum(gross) FILTER (WHERE mask & 1 <> 0) AS gross_large,
  coalesce(sum(n) FILTER (WHERE mask & 1 <> 0), 0) AS orders_large,
  sum(cost) FILTER (WHERE status = 'complete' AND mask & 1 <> 0) AS cost_large_complete,
  sum(gross) FILTER (WHERE mask & 2 <> 0) AS gross_discounted
FROM leaf GROUP BY ALL;
