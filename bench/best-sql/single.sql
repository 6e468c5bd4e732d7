-- Best known text: the filter as WHERE, so that only rows that pass reach the sum.
-- 2026-11-21, the founders
SELECT sum(gross) AS gross_complete FROM orders WHERE status = 'complete';
