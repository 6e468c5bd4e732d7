-- Plain: every day beside the orders of the 28 days that end with it.
WITH days AS (SELECT unnest(generate_series(DATE '2023-02-01', DATE '2025-12-31', INTERVAL 1 DAY))::DATE AS day)
SELECT day, count(DISTINCT customer_id) AS customers
FROM days JOIN orders ON order_date BETWEEN day - 27 AND day
GROUP BY day ORDER BY day;
