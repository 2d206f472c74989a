-- Warehouses that a submission made go unless something uses them that stays.
SELECT w.warehouse_id, w.code, '', NULL::int, CASE WHEN u.user_id IS NULL THEN 'WITHDRAWN' ELSE 'KEPT' END,
       CASE WHEN u.user_id IS NOT NULL THEN 'in-use' END, u.submission_id, u.document
FROM warehouse w
LEFT JOIN LATERAL (
  SELECT u.user_id, u.submission_id, u.document FROM v_record_use u
  WHERE u.kind = 'warehouse' AND u.record_id = w.warehouse_id
    AND NOT EXISTS (SELECT FROM v_undo_entry e
                    WHERE e.undo_id = :undo AND e.kind = u.user_kind AND e.record_id = u.user_id AND e.outcome <> 'KEPT'
                      AND u.submission_id = :submission)
  ORDER BY u.submission_id DESC LIMIT 1) u ON true
WHERE w.submission_id = :submission AND w.withdrawn_by IS NULL
