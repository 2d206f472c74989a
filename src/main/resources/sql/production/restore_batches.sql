-- The former revision is in force again.
UPDATE production_batch f SET is_current = true
FROM v_undo_entry e JOIN production_batch w ON w.batch_id = e.record_id
WHERE e.undo_id = :undo AND e.kind = 'batch' AND e.outcome = 'RESTORED' AND f.batch_id = w.supersedes_id
