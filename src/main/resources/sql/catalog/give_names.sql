-- Records that documents without a name have made get the name that a later one gives; locked in order, so that two
-- files never wait crosswise.
WITH given AS (SELECT * FROM unnest(:parties::bigint[], :names::text[], :keys::text[]) AS g (party_id, name, name_norm)),
locked AS (
  SELECT p.* FROM party p
  WHERE p.party_id = ANY (:parties::bigint[]) AND p.provisional AND p.name = p.party_code AND p.withdrawn_by IS NULL
  ORDER BY p.party_id FOR NO KEY UPDATE),
remembered AS (
  INSERT INTO record_change (kind, record_id, submission_id, former_submission_id, before)
  SELECT 'party', party_id, :submission, submission_id, to_jsonb(locked) FROM locked)
UPDATE party p SET name = g.name, name_norm = g.name_norm
FROM given g
WHERE p.party_id = g.party_id AND p.party_id IN (SELECT party_id FROM locked)
