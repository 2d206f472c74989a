UPDATE record_change c SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = :kind AND c.kind = :kind AND e.outcome = 'RESTORED' AND c.record_id = e.record_id
  AND c.submission_id = :submission AND c.withdrawn_by IS NULL
