-- Executions with their parameters and contexts, once their steps are gone.
WITH old AS (
  SELECT e.job_execution_id
  FROM batch_job_execution e
  WHERE e.end_time < CAST(:businessDate AS date) - :keepDays
    AND NOT EXISTS (SELECT FROM batch_step_execution s WHERE s.job_execution_id = e.job_execution_id)
  LIMIT :portion),
parameters AS (DELETE FROM batch_job_execution_params WHERE job_execution_id IN (SELECT job_execution_id FROM old)),
contexts AS (DELETE FROM batch_job_execution_context WHERE job_execution_id IN (SELECT job_execution_id FROM old))
DELETE FROM batch_job_execution WHERE job_execution_id IN (SELECT job_execution_id FROM old)
