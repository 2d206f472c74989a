-- What failed or was stopped is wanted again, and goes on where it stopped.
UPDATE job_run SET
  status = 'WANTED', ended_at = NULL, started_at = NULL, failure = NULL, node = NULL, lease_until = NULL, stop_wanted = false,
  recoveries = 0, wanted_by = :by, wanted_at = now()
WHERE id = :id AND job = :job AND status IN ('FAILED', 'STOPPED')
