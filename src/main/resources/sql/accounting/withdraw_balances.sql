UPDATE ledger_balance b SET withdrawn_by = :undo, is_current = false
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'ledger-balance' AND e.outcome <> 'KEPT' AND b.balance_id = e.record_id
