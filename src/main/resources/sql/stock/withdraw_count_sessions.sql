UPDATE count_session s SET withdrawn_by = :undo, status = 'CANCELLED'
FROM v_undo_entry e
WHERE e.undo_id = :undo AND e.kind = 'count-session' AND e.outcome <> 'KEPT' AND s.session_id = e.record_id
