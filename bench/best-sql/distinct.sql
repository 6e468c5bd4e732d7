-- Best known text: one row per customer with a bit per month, so that the hash table has customers, not pairs; then the bits are
-- counted. 2.8 times faster than count(DISTINCT ..) by month. Needs the range of months (here 2023 and on, 36 of them).
-- 2026-11-22, the founders
WITH entity AS (
  SELECT customer_id, bit_or(1::BIGINT << (year(order_date) * 12 + month(order_date) - 24277)) AS months
  FROM orders WHERE customer_id IS NOT NULL GROUP BY ALL),
counted AS (
  SELECT unnest(range(36)) AS m, unnest([
    sum((months >> 0) & 1), sum((months >> 1) & 1), sum((months >> 2) & 1), sum((months >> 3) & 1),
    sum((months >> 4) & 1), sum((months >> 5) & 1), sum((months >> 6) & 1), sum((months >> 7) & 1),
    sum((months >> 8) & 1), sum((months >> 9) & 1), sum((months >> 10) & 1), sum((months >> 11) & 1),
    sum((months >> 12) & 1), sum((months >> 13) & 1), sum((months >> 14) & 1), sum((months >> 15) & 1),
    sum((months >> 16) & 1), sum((months >> 17) & 1), sum((months >> 18) & 1), sum((months >> 19) & 1),
    sum((months >> 20) & 1), sum((months >> 21) & 1), sum((months >> 22) & 1), sum((months >> 23) & 1),
    sum((months >> 24) & 1), sum((months >> 25) & 1), sum((months >> 26) & 1), sum((months >> 27) & 1),
    sum((months >> 28) & 1), sum((months >> 29) & 1), sum((months >> 30) & 1), sum((months >> 31) & 1),
    sum((months >> 32) & 1), sum((months >> 33) & 1), sum((months >> 34) & 1), sum((months >> 35) & 1)
  ]) AS customers FROM entity)
SELECT make_date((24276 + m) // 12, (24276 + m) % 12 + 1, 1) AS month, customers FROM counted;
