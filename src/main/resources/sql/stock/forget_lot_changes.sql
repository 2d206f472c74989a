UPDATE lot_change c SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'lot' AND e.outcome = 'RESTORED' AND c.lot_id = e.record_id
  AND c.submission_id = :submission AND c.withdrawn_by IS NULL
