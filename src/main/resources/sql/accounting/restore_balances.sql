-- What was given before holds again.
UPDATE ledger_balance f SET is_current = true
FROM v_undo_entry e JOIN ledger_balance w ON w.balance_id = e.record_id
WHERE e.undo_id = :undo AND e.kind = 'ledger-balance' AND e.outcome = 'RESTORED' AND f.balance_id = w.supersedes_id
