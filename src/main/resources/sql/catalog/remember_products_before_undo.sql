-- The way back is a change too: who looks for what a later file changed must see it.
INSERT INTO record_change (kind, record_id, submission_id, former_submission_id, before, withdrawn_by)
SELECT 'product', r.product_id, :undo, r.submission_id, product_record(r), :undo
FROM v_undo_entry e JOIN product r ON r.product_id = e.record_id
WHERE e.undo_id = :undo AND e.kind = 'product' AND e.outcome = 'RESTORED'
