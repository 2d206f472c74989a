-- One that nobody has begun ends at once; the node of one that runs is asked.
UPDATE job_run SET
  stop_wanted = status = 'RUNNING',
  status = CASE status WHEN 'WANTED' THEN 'STOPPED' ELSE status END,
  ended_at = CASE status WHEN 'WANTED' THEN now() END
WHERE id = :id AND job = :job AND status IN ('WANTED', 'RUNNING')
