UPDATE sales_order o SET withdrawn_by = :undo, is_current = false
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'order' AND e.outcome <> 'KEPT' AND o.order_id = e.record_id
