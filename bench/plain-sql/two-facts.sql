-- Plain: each fact at its own date and grain, then joined on the shared dimensions without losing a group.
WITH o AS (
  SELECT date_trunc('month', order_date) AS month, channel, sum(gross) AS gross_all, count(*) AS orders_all FROM orders GROUP BY ALL),
r AS (
  SELECT date_trunc('month', return_date) AS month, channel, sum(refund) AS refunds, count(*) AS returned FROM returns GROUP BY ALL)
SELECT coalesce(o.month, r.month) AS month, coalesce(o.channel, r.channel) AS channel,
  gross_all, coalesce(orders_all, 0) AS orders_all, refunds, coalesce(returned, 0) AS returned
FROM o FULL JOIN r ON o.month IS NOT DISTINCT FROM r.month AND o.channel IS NOT DISTINCT FROM r.channel;
