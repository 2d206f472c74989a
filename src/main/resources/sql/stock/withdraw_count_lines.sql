-- Lines that the submission opened go with what it counted on them.
UPDATE count_line l SET withdrawn_by = :undo
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'count' AND e.outcome <> 'KEPT' AND l.line_id = e.record_id
  AND l.submission_id = :submission
