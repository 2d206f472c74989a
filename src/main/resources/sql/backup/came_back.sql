-- The snapshot was taken while the backup was being made: of its end it knows nothing.
UPDATE hub.backup_run
SET status = 'VERIFIED', step = 'retention', ended_at = now(), snapshot_at = ?, bytes = ?, sha256 = ?, tables = ?, rows = ?
WHERE name = ? AND status = 'RUNNING'
