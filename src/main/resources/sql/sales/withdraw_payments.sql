UPDATE payment p SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'payment' AND e.outcome <> 'KEPT' AND p.payment_id = e.record_id
