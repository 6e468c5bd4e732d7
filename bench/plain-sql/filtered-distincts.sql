-- Plain: six filtered distinct counts by month.
SELECT date_trunc('month', order_date) AS month,
  count(DISTINCT customer_id) FILTER (WHERE status = 'complete') AS customers_complete,
  count(DISTINCT customer_id) FILTER (WHERE status = 'cancelled') AS customers_cancelled,
  count(DISTINCT customer_id) FILTER (WHERE channel = 'web') AS customers_web,
  count(DISTINCT customer_id) FILTER (WHERE channel = 'store') AS customers_store,
  count(DISTINCT customer_id) FILTER (WHERE gross > 1000) AS customers_large,
  count(DISTINCT customer_id) FILTER (WHERE discount > 0) AS customers_discounted
FROM orders GROUP BY ALL;
