-- The next run: wanted, or of a node that let its lease go, or of this node before it was started anew.
UPDATE job_run SET
  status = 'RUNNING', node = :node, lease_until = now() + :lease * interval '1 second',
  recoveries = recoveries + CASE status WHEN 'RUNNING' THEN 1 ELSE 0 END,
  started_at = coalesce(started_at, now())
WHERE id = (
  SELECT r.id FROM job_run r
  WHERE (r.status = 'WANTED'
      OR (r.status = 'RUNNING' AND (r.lease_until < now() OR (r.node = :node AND NOT r.id = ANY (:mine)))))
    AND NOT EXISTS (SELECT FROM job_run o WHERE o.job = r.job AND o.status = 'RUNNING' AND o.id <> r.id)
  ORDER BY r.id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, job, business_date, attempt, recoveries, asked::text
