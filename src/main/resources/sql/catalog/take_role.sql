-- A customer that sells to us as well, a supplier that buys; locked in order, so that two files never wait crosswise.
WITH locked AS (
  SELECT * FROM party
  WHERE party_id = ANY (:parties) AND CASE WHEN :supplier THEN NOT is_supplier ELSE NOT is_customer END
  ORDER BY party_id FOR NO KEY UPDATE),
remembered AS (
  INSERT INTO record_change (kind, record_id, submission_id, former_submission_id, before)
  SELECT 'party', party_id, :submission, submission_id, to_jsonb(locked) FROM locked)
UPDATE party SET is_customer = is_customer OR NOT :supplier, is_supplier = is_supplier OR :supplier
WHERE party_id IN (SELECT party_id FROM locked)
