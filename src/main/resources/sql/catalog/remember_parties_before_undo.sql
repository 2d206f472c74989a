-- The way back is a change too: who looks for what a later file changed must see it.
INSERT INTO record_change (kind, record_id, submission_id, former_submission_id, before, withdrawn_by)
SELECT 'party', r.party_id, :undo, r.submission_id, to_jsonb(r), :undo
FROM v_undo_entry e JOIN party r ON r.party_id = e.record_id
WHERE e.undo_id = :undo AND e.kind = 'party' AND e.outcome = 'RESTORED'
