-- Best known text: as the plain one; nothing was found that needs less than a row per customer.
-- 2026-11-22, the founders
SELECT count(*) FILTER (WHERE orders >= 2) AS repeat_customers, sum(gross) / count(gross) AS gross_per_customer
FROM (SELECT customer_id, count(*) AS orders, sum(gross) AS gross FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id) AS customer;
