-- Proved, the newest first.
SELECT id, name, bytes, places, missing_since IS NOT NULL AS missing FROM backup_run
WHERE status = 'VERIFIED' ORDER BY snapshot_at DESC LIMIT :most
