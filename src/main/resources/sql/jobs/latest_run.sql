SELECT id FROM job_run
WHERE job = :job AND business_date = :businessDate AND asked = CAST(:asked AS jsonb)
ORDER BY attempt DESC LIMIT 1
