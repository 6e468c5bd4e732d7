-- Best known text: group by day, dimension and status, then roll up and divide.
-- 2026-11-21, the founders
WITH leaf AS (
  SELECT order_date, channel, status, sum(gross) AS gross, sum(discount) AS discount, sum(cost) AS cost, count(*) AS n
  FROM orders GROUP BY ALL)
SELECT date_trunc('month', order_date) AS month, channel,
  (sum(gross) FILTER (WHERE status = 'complete') - sum(cost) FILTER (WHERE status = 'complete'))
    / nullif(sum(gross) FILTER (WHERE status = 'complete'), 0) AS margin,
  sum(discount) / nullif(sum(gross), 0) AS discount_rate,
  sum(gross) FILTER (WHERE status = 'complete') / nullif(sum(n) FILTER (WHERE status = 'complete'), 0) AS order_value,
  coalesce(sum(n) FILTER (WHERE status = 'cancelled'), 0) / nullif(sum(n), 0) AS cancel_rate
FROM leaf GROUP BY ALL;
