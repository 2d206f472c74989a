-- Runs of a job, the latest first, with what their steps have done so far.
SELECT r.id, json_strip_nulls(json_build_object(
  'id', r.id::text, 'job', r.job, 'businessDate', r.business_date, 'attempt', r.attempt, 'parameters', nullif(r.asked, '{}'), 'status', r.status,
  'wantedBy', r.wanted_by, 'wantedAt', r.wanted_at, 'startedAt', r.started_at, 'endedAt', r.ended_at,
  'seconds', round(extract(epoch FROM coalesce(r.ended_at, now()) - r.started_at), 3),
  'takenOver', r.recoveries, 'rowsRead', coalesce(s.read, r.rows_read), 'rowsWritten', coalesce(s.written, r.rows_written),
  'failure', left(r.failure, 2000), 'steps', coalesce(s.steps, '[]'::json)))::text AS document
FROM job_run r
LEFT JOIN LATERAL (
  SELECT sum(se.read_count) AS read, sum(se.write_count) AS written,
    json_agg(json_build_object('step', se.step_name, 'status', se.status,
      'rowsRead', se.read_count, 'rowsWritten', se.write_count) ORDER BY se.step_execution_id) AS steps
  FROM batch_job_instance i
  JOIN batch_job_execution e USING (job_instance_id)
  JOIN batch_step_execution se USING (job_execution_id)
  WHERE i.job_name = r.job AND se.step_name NOT LIKE '%:%' AND EXISTS (
      SELECT FROM batch_job_execution_params p WHERE p.job_execution_id = e.job_execution_id
        AND p.parameter_name = 'businessDate' AND p.parameter_value = r.business_date::text)
    AND coalesce((
      SELECT p.parameter_value::int FROM batch_job_execution_params p
      WHERE p.job_execution_id = e.job_execution_id AND p.parameter_name = 'attempt'), 1) = r.attempt) s ON true
WHERE r.job = :job AND r.id < :before AND (CAST(:id AS bigint) IS NULL OR r.id = :id)
ORDER BY r.id DESC LIMIT :limit
