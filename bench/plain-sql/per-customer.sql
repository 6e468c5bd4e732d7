-- Plain: orders and revenue of each customer, then how many have two orders and what the mean is.
SELECT count(*) FILTER (WHERE orders >= 2) AS repeat_customers, avg(gross) AS gross_per_customer
FROM (SELECT customer_id, count(*) AS orders, sum(gross) AS gross FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id) AS customer;
