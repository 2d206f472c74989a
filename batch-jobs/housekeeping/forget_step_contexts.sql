-- What Spring Batch keeps of steps for a restart: of executions that ended long ago nobody restarts any.
DELETE FROM batch_step_execution_context WHERE step_execution_id IN (
  SELECT c.step_execution_id
  FROM batch_step_execution_context c
  JOIN batch_step_execution s USING (step_execution_id)
  JOIN batch_job_execution e USING (job_execution_id)
  WHERE e.end_time < CAST(:businessDate AS date) - :keepDays
  LIMIT :portion)
