-- Plain: returns by the date and channel of their order; a join of the rows would count orders twice, so each is aggregated first.
WITH o AS (
  SELECT date_trunc('month', order_date) AS month, channel, sum(gross) AS gross_all, count(*) AS orders_all FROM orders GROUP BY ALL),
r AS (
  SELECT date_trunc('month', orders.order_date) AS month, orders.channel AS channel, sum(refund) AS refunds, count(*) AS returned
  FROM returns LEFT JOIN orders ON returns.order_id = orders.order_id GROUP BY ALL)
SELECT coalesce(o.month, r.month) AS month, coalesce(o.channel, r.channel) AS channel,
  gross_all, coalesce(orders_all, 0) AS orders_all, refunds, coalesce(returned, 0) AS returned
FROM o FULL JOIN r ON o.month IS NOT DISTINCT FROM r.month AND o.channel IS NOT DISTINCT FROM r.channel
WHERE coalesce(o.month, r.month) IS NOT NULL;
