-- Plain: what an analyst writes first.
SELECT sum(gross) AS gross_complete FROM orders WHERE status = 'complete';
