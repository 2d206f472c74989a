DELETE FROM batch_job_instance WHERE job_instance_id IN (
  SELECT i.job_instance_id
  FROM batch_job_instance i
  WHERE NOT EXISTS (SELECT FROM batch_job_execution e WHERE e.job_instance_id = i.job_instance_id)
    AND NOT EXISTS (SELECT FROM job_run r WHERE r.job = i.job_name AND r.status IN ('WANTED', 'RUNNING'))
  LIMIT :portion)
