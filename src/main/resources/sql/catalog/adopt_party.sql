-- The record that documents made for a name gets the code by which another one calls it, unless somebody has that code.
WITH locked AS (
  SELECT * FROM party
  WHERE party_code = :made AND provisional AND NOT is_own AND withdrawn_by IS NULL
    AND NOT EXISTS (SELECT FROM party o WHERE o.party_code = :code AND o.withdrawn_by IS NULL)
  FOR NO KEY UPDATE),
remembered AS (
  INSERT INTO record_change (kind, record_id, submission_id, former_submission_id, before)
  SELECT 'party', party_id, :submission, submission_id, to_jsonb(locked) FROM locked)
UPDATE party SET party_code = :code
WHERE party_id IN (SELECT party_id FROM locked)
