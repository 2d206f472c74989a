UPDATE invoice i SET withdrawn_by = :undo, is_current = false
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'invoice' AND e.outcome <> 'KEPT' AND i.invoice_id = e.record_id
