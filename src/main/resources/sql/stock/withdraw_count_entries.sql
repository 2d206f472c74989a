UPDATE count_entry c SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'count' AND e.outcome <> 'KEPT' AND c.line_id = e.record_id
  AND c.submission_id = :submission AND c.withdrawn_by IS NULL
