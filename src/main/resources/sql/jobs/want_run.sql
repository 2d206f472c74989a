-- A run of that date and those values, or nothing where there is one: whoever wants it second gets the first one's. One more is begun
-- only after the last one ended, so that a call that is repeated does not pile them up. Attempts are counted through a date, whatever
-- was asked: a date and an attempt name one run.
INSERT INTO job_run (job, business_date, attempt, asked, wanted_by)
SELECT :job, :businessDate, coalesce(max(attempt), 0) + 1, CAST(:asked AS jsonb), :by
FROM job_run WHERE job = :job AND business_date = :businessDate
HAVING CASE WHEN :again THEN coalesce(bool_and(status NOT IN ('WANTED', 'RUNNING')) FILTER (WHERE asked = CAST(:asked AS jsonb)), true)
            ELSE count(*) FILTER (WHERE asked = CAST(:asked AS jsonb)) = 0 END
ON CONFLICT DO NOTHING
RETURNING id
