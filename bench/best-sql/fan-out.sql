-- Best known text: both facts grouped by the order's day and channel, one union, one roll-up.
-- 2026-11-21, the founders
WITH leaf AS (
  SELECT order_date AS day, channel, sum(gross) AS gross, count(*) AS n, NULL AS refund, 0 AS m FROM orders GROUP BY ALL
  UNION ALL
  SELECT orders.order_date, orders.channel, NULL, 0, sum(refund), count(*)
  FROM returns JOIN orders ON returns.order_id = orders.order_id GROUP BY ALL)
SELECT date_trunc('month', day) AS month, channel,
  sum(gross) AS gross_all, sum(n) AS orders_all, sum(refund) AS refunds, sum(m) AS returned
FROM leaf GROUP BY ALL;
