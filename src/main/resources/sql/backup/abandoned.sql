-- Only one backup is made at a time: what has no end has died.
UPDATE backup_run SET status = 'FAILED', ended_at = now(), failure = :failure
WHERE status IN ('RUNNING', 'DUMPED', 'UPLOADED')
RETURNING scratch
