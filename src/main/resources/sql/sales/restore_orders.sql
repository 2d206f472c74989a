-- The former revision is in force again.
UPDATE sales_order f SET is_current = true
FROM v_undo_entry e JOIN sales_order w ON w.order_id = e.record_id
WHERE e.undo_id = :undo AND e.kind = 'order' AND e.outcome = 'RESTORED' AND f.order_id = w.supersedes_id
