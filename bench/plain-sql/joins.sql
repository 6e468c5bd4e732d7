-- Plain: two dimensions, each two joins away.
SELECT categories.category_name AS category, regions.region_name AS region, sum(orders.gross) AS gross_all, count(*) AS orders_all
FROM orders
LEFT JOIN products ON orders.product_id = products.product_id
LEFT JOIN categories ON products.category_id = categories.category_id
LEFT JOIN stores ON orders.store_id = stores.store_id
LEFT JOIN regions ON stores.region_id = regions.region_id
GROUP BY ALL;
