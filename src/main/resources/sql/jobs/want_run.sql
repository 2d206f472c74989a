-- A run of that date, or nothing where there is one: whoever wants it second gets the first one's. One more is begun only
-- after the last one ended, so that a call that is repeated does not pile them up.
INSERT INTO job_run (job, business_date, attempt, wanted_by)
SELECT :job, :businessDate, CASE WHEN :again THEN coalesce(max(attempt), 0) + 1 ELSE 1 END, :by
FROM job_run WHERE job = :job AND business_date = :businessDate
HAVING NOT :again OR coalesce(bool_and(status NOT IN ('WANTED', 'RUNNING')), true)
ON CONFLICT DO NOTHING
RETURNING id
