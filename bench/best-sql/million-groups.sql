-- Best known text: as the plain one; most of the time is the reading of rows.
-- 2026-11-22, the founders
SELECT customer_id, sum(gross) AS gross_all, count(*) AS orders_all
FROM orders GROUP BY customer_id ORDER BY customer_id;
