-- Best known text: join the small tables with one another first, aggregate by their keys, fetch the names last.
-- 2026-11-21, the founders
WITH leaf AS (
  SELECT products.category_id, stores.region_id, sum(orders.gross) AS gross, count(*) AS n
  FROM orders
  LEFT JOIN products ON orders.product_id = products.product_id
  LEFT JOIN stores ON orders.store_id = stores.store_id
  GROUP BY ALL)
SELECT category_name AS category, region_name AS region, sum(gross) AS gross_all, sum(n) AS orders_all
FROM leaf
LEFT JOIN categories ON leaf.category_id = categories.category_id
LEFT JOIN regions ON leaf.region_id = regions.region_id
GROUP BY ALL;
