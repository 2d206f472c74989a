DELETE FROM batch_step_execution WHERE step_execution_id IN (
  SELECT s.step_execution_id
  FROM batch_step_execution s
  JOIN batch_job_execution e USING (job_execution_id)
  WHERE e.end_time < CAST(:businessDate AS date) - :keepDays
    AND NOT EXISTS (SELECT FROM batch_step_execution_context c WHERE c.step_execution_id = s.step_execution_id)
  LIMIT :portion)
