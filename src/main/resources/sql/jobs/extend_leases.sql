-- The runs of this node go on; those that somebody wants to stop come back, and those that are no longer its own.
UPDATE job_run SET lease_until = now() + :lease * interval '1 second'
WHERE id = ANY (:mine) AND node = :node AND status = 'RUNNING'
RETURNING id, stop_wanted, extract(epoch FROM now() - started_at)::bigint AS seconds
