-- The record that the submission brought; none where it brought several.
SELECT min(record_id) AS id, min(revision) AS revision
FROM v_posted_record
WHERE submission_id = :submission AND document = :document
HAVING count(*) = 1
