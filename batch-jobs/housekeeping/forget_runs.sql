-- The history that people read; the last run of each job stays, whenever it was.
DELETE FROM job_run WHERE id IN (
  SELECT r.id
  FROM job_run r
  WHERE r.ended_at < CAST(:businessDate AS date) - :keepRunsDays
    AND EXISTS (SELECT FROM job_run later WHERE later.job = r.job AND later.id > r.id)
  LIMIT :portion)
