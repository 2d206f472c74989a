UPDATE warehouse w SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'warehouse' AND e.outcome = 'WITHDRAWN' AND w.warehouse_id = e.record_id
