-- The sessions of the run that are not done.
SELECT reconciliation_id FROM reconciliation
WHERE business_date = :businessDate AND attempt = :attempt AND done_at IS NULL
ORDER BY 1
