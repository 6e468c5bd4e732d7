-- Best known text: a customer is active from an order until 28 days later or the next order, whichever comes first. Those spans do
-- not overlap, so the active ones on a day are the spans that began less those that ended: one look at the pairs, no join.
-- 2026-11-22, the founders
WITH pair AS (SELECT DISTINCT customer_id, order_date AS day FROM orders WHERE customer_id IS NOT NULL),
span AS (
  SELECT day, least(day + 28, lead(day) OVER (PARTITION BY customer_id ORDER BY day)) AS until FROM pair),
change AS (
  SELECT day, count(*) AS n FROM span GROUP BY ALL
  UNION ALL SELECT until AS day, -count(*) AS n FROM span GROUP BY ALL)
SELECT * FROM (
  SELECT day, sum(sum(n)) OVER (ORDER BY day) AS customers FROM change GROUP BY day) AS counted
WHERE day BETWEEN DATE '2023-02-01' AND DATE '2025-12-31' ORDER BY day;
