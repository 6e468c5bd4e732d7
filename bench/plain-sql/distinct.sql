-- Plain: distinct customers by month.
SELECT date_trunc('month', order_date) AS month, count(DISTINCT customer_id) AS customers FROM orders GROUP BY ALL;
