UPDATE product r SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'product' AND e.outcome = 'WITHDRAWN' AND r.product_id = e.record_id
