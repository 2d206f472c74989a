UPDATE production_batch b SET withdrawn_by = :undo, is_current = false
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'batch' AND e.outcome <> 'KEPT' AND b.batch_id = e.record_id
