-- The same bytes that come while the first are still being worked on wait for what becomes of those: a duplicate is
-- whatever had an effect before, and a refused file has none.
ALTER TABLE submission ADD COLUMN waits_for bigint REFERENCES submission;

DROP INDEX submission_bytes_once;
CREATE UNIQUE INDEX submission_bytes_once ON submission (sha256, tenant)
  WHERE NOT preview AND NOT direct AND folder <> 'undo' AND waits_for IS NULL
    AND status IN ('RECEIVED', 'POSTING', 'POSTED', 'PARTIAL', 'FAILED');
