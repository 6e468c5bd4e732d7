-- Plain: revenue and orders of every customer, all of them read.
SELECT customer_id, sum(gross) AS gross_all, count(*) AS orders_all
FROM orders GROUP BY customer_id ORDER BY customer_id;
