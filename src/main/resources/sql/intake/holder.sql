-- The submission that these bytes belong to.
SELECT id, original_name, received_at, status IN ('RECEIVED', 'POSTING', 'FAILED') AS at_work
FROM submission
WHERE sha256 = :hash AND tenant = :tenant AND NOT preview AND NOT direct AND folder <> 'undo' AND waits_for IS NULL
  AND status IN ('RECEIVED', 'POSTING', 'POSTED', 'PARTIAL', 'FAILED')
