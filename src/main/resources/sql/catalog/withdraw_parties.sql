UPDATE party r SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'party' AND e.outcome = 'WITHDRAWN' AND r.party_id = e.record_id
