-- The way back is a change too: who looks for what a later file changed must see it.
INSERT INTO lot_change (lot_id, submission_id, before, withdrawn_by)
SELECT l.lot_id, :undo, to_jsonb(l), :undo
FROM v_undo_entry e JOIN lot l ON l.lot_id = e.record_id
WHERE e.undo_id = :undo AND e.kind = 'lot' AND e.outcome = 'RESTORED'
