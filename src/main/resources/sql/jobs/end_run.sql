-- Rows are those of all executions of the run: one that was restarted counts what its first life did, too.
UPDATE job_run r SET
  status = :status, ended_at = now(), lease_until = NULL, stop_wanted = false, failure = :failure,
  rows_read = coalesce(s.read, 0), rows_written = coalesce(s.written, 0)
FROM (
  SELECT sum(se.read_count) AS read, sum(se.write_count) AS written
  FROM batch_step_execution se
  JOIN batch_job_execution e USING (job_execution_id)
  WHERE e.job_instance_id = :instance AND se.step_name NOT LIKE '%:%') s -- parts of a step count in it
WHERE r.id = :id AND r.node = :node AND r.status = 'RUNNING'
