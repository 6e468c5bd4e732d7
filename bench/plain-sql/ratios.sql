-- Plain: quotients of filtered sums; DuckDB divides in doubles.
SELECT date_trunc('month', order_date) AS month, channel,
  (sum(gross) FILTER (WHERE status = 'complete') - sum(cost) FILTER (WHERE status = 'complete'))
    / nullif(sum(gross) FILTER (WHERE status = 'complete'), 0) AS margin,
  sum(discount) / nullif(sum(gross), 0) AS discount_rate,
  sum(gross) FILTER (WHERE status = 'complete') / nullif(count(*) FILTER (WHERE status = 'complete'), 0) AS order_value,
  count(*) FILTER (WHERE status = 'cancelled') / nullif(count(*), 0) AS cancel_rate
FROM orders GROUP BY ALL;
