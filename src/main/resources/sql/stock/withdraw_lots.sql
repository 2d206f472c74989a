UPDATE lot l SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'lot' AND e.outcome = 'WITHDRAWN' AND l.lot_id = e.record_id
