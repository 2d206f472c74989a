-- Records of other files as they are before this one changes them.
INSERT INTO record_change (kind, record_id, submission_id, former_submission_id, before)
SELECT 'party', r.party_id, :submission, r.submission_id, to_jsonb(r)
FROM party r
WHERE r.party_id = ANY (:ids) AND r.submission_id IS DISTINCT FROM :submission
