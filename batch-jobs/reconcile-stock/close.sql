-- The answer stands.
UPDATE reconciliation SET done_at = clock_timestamp()
WHERE business_date = :businessDate AND attempt = :attempt AND done_at IS NULL
