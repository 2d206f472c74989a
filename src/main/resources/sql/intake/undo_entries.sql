-- The next of those that are kept, or of the others.
SELECT kind, record_id, document, sheet, row_no, outcome, reason, reason_submission, reason_document
FROM undo_entry
WHERE undo_id = :undo AND (outcome = 'KEPT') = :kept AND (kind, record_id) > (:kind, :record)
ORDER BY kind, record_id
LIMIT :limit
