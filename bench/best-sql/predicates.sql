-- Best known text: a bit per predicate. The month as a number computed per row: with hundreds of masks, masks by day are too many groups.
-- 2026-11-22, the founders
WITH leaf AS (
  SELECT (year(order_date) * 12 + month(order_date) - 1)::INTEGER AS mn,
    (CASE WHEN gross > 100 THEN 1 ELSE 0 END
     + CASE WHEN gross > 250 THEN 2 ELSE 0 END
     + CASE WHEN gross > 500 THEN 4 ELSE 0 END
     + CASE WHEN gross > 1000 THEN 8 ELSE 0 END
     + CASE WHEN discount > 0 THEN 16 ELSE 0 END
     + CASE WHEN discount > 20 THEN 32 ELSE 0 END
     + CASE WHEN cost > 100 THEN 64 ELSE 0 END
     + CASE WHEN cost > 500 THEN 128 ELSE 0 END
     + CASE WHEN quantity > 2 THEN 256 ELSE 0 END
     + CASE WHEN quantity > 4 THEN 512 ELSE 0 END
     + CASE WHEN tax > 50 THEN 1024 ELSE 0 END
     + CASE WHEN tax > 150 THEN 2048 ELSE 0 END)::INTEGER AS mask,
    sum(gross) AS gross, sum(discount) AS discount, sum(cost) AS cost, sum(tax) AS tax, sum(quantity) AS quantity
  FROM orders GROUP BY ALL)
SELECT make_date(mn // 12, mn % 12 + 1, 1) AS month,
  sum(gross) FILTER (WHERE mask & 1 <> 0) AS gross_gross_above_100,
  sum(discount) FILTER (WHERE mask & 1 <> 0) AS discount_gross_above_100,
  sum(cost) FILTER (WHERE mask & 1 <> 0) AS cost_gross_above_100,
  sum(tax) FILTER (WHERE mask & 1 <> 0) AS tax_gross_above_100,
  sum(quantity) FILTER (WHERE mask & 1 <> 0) AS quantity_gross_above_100,
  sum(gross) FILTER (WHERE mask & 2 <> 0) AS gross_gross_above_250,
  sum(discount) FILTER (WHERE mask & 2 <> 0) AS discount_gross_above_250,
  sum(cost) FILTER (WHERE mask & 2 <> 0) AS cost_gross_above_250,
  sum(tax) FILTER (WHERE mask & 2 <> 0) AS tax_gross_above_250,
  sum(quantity) FILTER (WHERE mask & 2 <> 0) AS quantity_gross_above_250,
  sum(gross) FILTER (WHERE mask & 4 <> 0) AS gross_gross_above_500,
  sum(discount) FILTER (WHERE mask & 4 <> 0) AS discount_gross_above_500,
  sum(cost) FILTER (WHERE mask & 4 <> 0) AS cost_gross_above_500,
  sum(tax) FILTER (WHERE mask & 4 <> 0) AS tax_gross_above_500,
  sum(quantity) FILTER (WHERE mask & 4 <> 0) AS quantity_gross_above_500,
  sum(gross) FILTER (WHERE mask & 8 <> 0) AS gross_gross_above_1000,
  sum(discount) FILTER (WHERE mask & 8 <> 0) AS discount_gross_above_1000,
  sum(cost) FILTER (WHERE mask & 8 <> 0) AS cost_gross_above_1000,
  sum(tax) FILTER (WHERE mask & 8 <> 0) AS tax_gross_above_1000,
  sum(quantity) FILTER (WHERE mask & 8 <> 0) AS quantity_gross_above_1000,
  sum(gross) FILTER (WHERE mask & 16 <> 0) AS gross_discount_above_0,
  sum(discount) FILTER (WHERE mask & 16 <> 0) AS discount_discount_above_0,
  sum(cost) FILTER (WHERE mask & 16 <> 0) AS cost_discount_above_0,
  sum(tax) FILTER (WHERE mask & 16 <> 0) AS tax_discount_above_0,
  sum(quantity) FILTER (WHERE mask & 16 <> 0) AS quantity_discount_above_0,
  sum(gross) FILTER (WHERE mask & 32 <> 0) AS gross_discount_above_20,
  sum(discount) FILTER (WHERE mask & 32 <> 0) AS discount_discount_above_20,
  sum(cost) FILTER (WHERE mask & 32 <> 0) AS cost_discount_above_20,
  sum(tax) FILTER (WHERE mask & 32 <> 0) AS tax_discount_above_20,
  sum(quantity) FILTER (WHERE mask & 32 <> 0) AS quantity_discount_above_20,
  sum(gross) FILTER (WHERE mask & 64 <> 0) AS gross_cost_above_100,
  sum(discount) FILTER (WHERE mask & 64 <> 0) AS discount_cost_above_100,
  sum(cost) FILTER (WHERE mask & 64 <> 0) AS cost_cost_above_100,
  sum(tax) FILTER (WHERE mask & 64 <> 0) AS tax_cost_above_100,
  sum(quantity) FILTER (WHERE mask & 64 <> 0) AS quantity_cost_above_100,
  sum(gross) FILTER (WHERE mask & 128 <> 0) AS gross_cost_above_500,
  sum(discount) FILTER (WHERE mask & 128 <> 0) AS discount_cost_above_500,
  sum(cost) FILTER (WHERE mask & 128 <> 0) AS cost_cost_above_500,
  sum(tax) FILTER (WHERE mask & 128 <> 0) AS tax_cost_above_500,
  sum(quantity) FILTER (WHERE mask & 128 <> 0) AS quantity_cost_above_500,
  sum(gross) FILTER (WHERE mask & 256 <> 0) AS gross_quantity_above_2,
  sum(discount) FILTER (WHERE mask & 256 <> 0) AS discount_quantity_above_2,
  sum(cost) FILTER (WHERE mask & 256 <> 0) AS cost_quantity_above_2,
  sum(tax) FILTER (WHERE mask & 256 <> 0) AS tax_quantity_above_2,
  sum(quantity) FILTER (WHERE mask & 256 <> 0) AS quantity_quantity_above_2,
  sum(gross) FILTER (WHERE mask & 512 <> 0) AS gross_quantity_above_4,
  sum(discount) FILTER (WHERE mask & 512 <> 0) AS discount_quantity_above_4,
  sum(cost) FILTER (WHERE mask & 512 <> 0) AS cost_quantity_above_4,
  sum(tax) FILTER (WHERE mask & 512 <> 0) AS tax_quantity_above_4,
  sum(quantity) FILTER (WHERE mask & 512 <> 0) AS quantity_quantity_above_4,
  sum(gross) FILTER (WHERE mask & 1024 <> 0) AS gross_tax_above_50,
  sum(discount) FILTER (WHERE mask & 1024 <> 0) AS discount_tax_above_50,
  sum(cost) FILTER (WHERE mask & 1024 <> 0) AS cost_tax_above_50,
  sum(tax) FILTER (WHERE mask & 1024 <> 0) AS tax_tax_above_50,
  sum(quantity) FILTER (WHERE mask & 1024 <> 0) AS quantity_tax_above_50,
  sum(gross) FILTER (WHERE mask & 2048 <> 0) AS gross_tax_above_150,
  sum(discount) FILTER (WHERE mask & 2048 <> 0) AS discount_tax_above_150,
  sum(cost) FILTER (WHERE mask & 2048 <> 0) AS cost_tax_above_150,
  sum(tax) FILTER (WHERE mask & 2048 <> 0) AS tax_tax_above_150,
  sum(quantity) FILTER (WHERE mask & 2048 <> 0) AS quantity_tax_above_150
FROM leaf GROUP BY ALL;
