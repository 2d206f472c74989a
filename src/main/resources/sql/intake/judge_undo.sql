-- What a kind of records says of its own. A partner is told that another one's document stands in the way, not which.
INSERT INTO undo_entry (undo_id, kind, record_id, document, sheet, row_no, outcome, reason, reason_submission,
                        reason_document)
SELECT asked.id, :kind, j.record_id, j.document, j.sheet, j.row_no, j.outcome, j.reason,
       CASE WHEN asked.tenant IN ('hub', b.tenant) THEN j.by_submission END,
       CASE WHEN asked.tenant IN ('hub', b.tenant) OR j.by_submission IS NULL THEN j.by_document END
FROM (
/* judgement */
) AS j (record_id, document, sheet, row_no, outcome, reason, by_submission, by_document)
JOIN submission asked ON asked.id = :undo
LEFT JOIN submission b ON b.id = j.by_submission
