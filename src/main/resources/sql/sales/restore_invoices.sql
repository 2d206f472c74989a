-- The former revision is in force again.
UPDATE invoice f SET is_current = true
FROM v_undo_entry e JOIN invoice w ON w.invoice_id = e.record_id
WHERE e.undo_id = :undo AND e.kind = 'invoice' AND e.outcome = 'RESTORED' AND f.invoice_id = w.supersedes_id
